import { basicStatistics, parseStatistic } from '#lib/metric/statistic.ts'
import { nearest } from '#lib/text/near.ts'

/** What is wrong with the name of a statistic, in one sentence for the field it stands in; nothing where it is right. */
export function statisticProblem(text: string): string | undefined {
  if (parseStatistic(text) !== undefined) return undefined
  if (text.trim() === '') return 'expected a statistic, such as Average or p90'
  if (text !== text.trim() && parseStatistic(text.trim()) !== undefined) return `blanks stand around "${text.trim()}"`
  return percentProblem(text) ?? boundsProblem(text) ?? nameProblem(text)
}

function percentProblem(text: string): string | undefined {
  const match = /^(p|tm|wm|tc|ts)(-?[\d.,]+)(%?)$/i.exec(text)
  if (match === null) return undefined
  const [, name = '', digits = '', sign] = match
  const lower = name.toLowerCase()
  if (sign === '%') return `a percentage behind ${lower} stands without %: ${lower}${digits}`
  if (digits.includes(',')) return `the decimal sign is a point, found "${text}"`
  if (name !== lower && parseStatistic(lower + digits) !== undefined) return `${lower}N is written small: did you mean "${lower}${digits}"?`
  if (Number(digits) > 100 || Number(digits) < 0) return `a percentage is 0 to 100, found ${digits}`
  return /\.\d{11,}/.test(digits) ? 'a percentage has at most ten decimals' : `expected a number behind ${lower}, found "${digits}"`
}

function boundsProblem(text: string): string | undefined {
  const match = /^(TM|WM|TC|TS|PR|IQM)\s*(?:\(\s*([^:]*?)\s*(:)?\s*([^:]*?)\s*\))?$/i.exec(text)
  if (match === null) return undefined
  const [, name = '', low = '', colon, high = ''] = match
  const upper = name.toUpperCase()
  if (upper === 'IQM') return 'IQM has no bounds: it is TM(25%:75%)'
  const example = upper === 'PR' ? 'PR(:300)' : `${upper}(10%:90%)`
  if (colon === undefined || (low === '' && high === '')) return `${upper} needs a lower or an upper bound, as in ${example}`
  if (name !== upper) return `${upper} with bounds is written in capitals`
  const percents = [low, high].filter((bound) => bound.endsWith('%'))
  if (upper === 'PR' && percents.length > 0) return `PR takes values, not percentages, as in ${example}`
  if (percents.length === 1 && low !== '' && high !== '') return 'the two bounds are both percentages or both values'
  const above = percents.find((bound) => Number(bound.slice(0, -1)) > 100)
  if (above !== undefined) return `a percentage is 0 to 100, found ${above}`
  return `expected bounds without signs and blanks, as in ${example}, found "${text}"`
}

function nameProblem(text: string): string {
  const near = nearest(text, [...basicStatistics, 'IQM', 'p50', 'p90', 'p99'])
  return `unknown statistic "${text}"${near === undefined ? '' : `: did you mean "${near}"?`}`
}
