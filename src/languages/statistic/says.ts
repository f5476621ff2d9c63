import { never } from '#lib/invariant.ts'
import { parseStatistic, type Bounds, type Range, type RangeMeasure, type Statistic } from '#lib/metric/statistic.ts'

/** A statistic worth offering, and what it means. */
export type StatisticSuggestion = { readonly name: string; readonly says: string }

const offered = [
  'Average',
  'Sum',
  'Minimum',
  'Maximum',
  'SampleCount',
  'p50',
  'p90',
  'p95',
  'p99',
  'p99.9',
  'IQM',
  'tm90',
  'tm99',
  'wm98',
  'tc90',
  'ts90',
  'TM(10%:90%)',
  'WM(10%:90%)',
  'TC(10%:90%)',
  'TS(10%:90%)',
  'PR(:300)',
]

/** What a statistic means, in one sentence. */
export function statisticSays(statistic: Statistic): string {
  switch (statistic.kind) {
    case 'basic':
      return basic[statistic.name]
    case 'percentile':
      return percentileSays(statistic.percent)
    case 'range':
      return rangeSays(statistic.measure, statistic.range)
    case 'rank':
      return `the percentage of the samples ${between(statistic.bounds)}`
    case 'undocumented':
      return 'AWS takes this name and documents no meaning'
    default:
      return never(statistic)
  }
}

/** What a period must hold for the statistic to have a datapoint (cloudwatch-metrics.md 2.4). */
export function statisticNeeds(statistic: Statistic): string {
  if (statistic.kind === 'basic') return 'at least one sample in the period'
  const isOfValues = statistic.kind === 'rank' || (statistic.kind === 'range' && statistic.range.by === 'value')
  if (isOfValues) return 'at least one sample of zero or more in the period; statistic sets do not count'
  return 'raw samples only: none below zero, and no statistic set of several values'
}

function textSays(text: string): string {
  const statistic = parseStatistic(text)
  return statistic === undefined ? '' : statisticSays(statistic)
}

const basic = {
  SampleCount: 'how many samples there were',
  Sum: 'all samples added up',
  Average: 'Sum divided by SampleCount',
  Minimum: 'the smallest sample',
  Maximum: 'the largest sample',
} as const

function percentileSays(percent: number): string {
  if (percent === 0) return 'the smallest sample'
  if (percent === 100) return 'the largest sample'
  return percent === 50 ? 'the median: half of the samples lie below it' : `${percent} % of the samples lie below it`
}

const measures: Readonly<Record<RangeMeasure, string>> = {
  'trimmed mean': 'the mean of the samples',
  'winsorized mean': 'the mean of all samples',
  'trimmed count': 'the number of samples',
  'trimmed sum': 'the sum of the samples',
}

function rangeSays(measure: RangeMeasure, range: Range): string {
  const said = measures[measure]
  if (measure !== 'winsorized mean') return `${said} ${range.by === 'percent' ? shares(range) : between(range)}`
  return `${said}, ${range.by === 'percent' ? clampedShares(range) : clamped(range)}`
}

function clampedShares({ low, high }: Bounds): string {
  const ends = [
    ...(low === undefined ? [] : [`the lowest ${rounded(low)} % raised to the first value above them`]),
    ...(high === undefined ? [] : [`the highest ${rounded(100 - high)} % lowered to the last value below them`]),
  ]
  return ends.join(', ')
}

function clamped({ low, high }: Bounds): string {
  const ends = [
    ...(low === undefined ? [] : [`those below ${low} counted as ${low}`]),
    ...(high === undefined ? [] : [`those above ${high} counted as ${high}`]),
  ]
  return ends.join(', ')
}

function shares({ low, high }: Bounds): string {
  if (low === undefined) return `without the highest ${rounded(100 - (high ?? 100))} %`
  if (high === undefined) return `without the lowest ${rounded(low)} %`
  return `without the lowest ${rounded(low)} % and the highest ${rounded(100 - high)} %`
}

function between({ low, high }: Bounds): string {
  if (low === undefined) return `up to ${high}`
  return high === undefined ? `above ${low}` : `above ${low} and up to ${high}`
}

const rounded = (percent: number): number => Math.round(percent * 1e10) / 1e10

/** What a form offers; any other name that parses is as good. */
export const statisticSuggestions: readonly StatisticSuggestion[] = offered.map((name) => ({ name, says: textSays(name) }))
