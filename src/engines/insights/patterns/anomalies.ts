import { median, weightedQuantile } from './quantile.ts'

/** What AWS tells apart: CWL_QuerySyntax-Anomaly. */
type AnomalyType = 'PatternFrequency' | 'NewPattern' | 'TokenVariation' | 'NumericalToken' | 'HttpErrorCode'
export type FoundAnomaly = { readonly type: AnomalyType; readonly says: string }

export type TokenEvidence = { readonly name: string; readonly values: readonly (readonly [string, number])[] }
/** What a pattern's row tells: its events by time, and the values of its tokens. */
export type PatternEvidence = { readonly counts: readonly number[]; readonly tokens: readonly TokenEvidence[] }

/** Less than this says nothing about what is usual. */
const FEWEST_BUCKETS = 8
const FEWEST_EVENTS = 20
/** How many times the usual spread a bucket lies off. */
const FAR = 6
const RARE = 0.05
const WIDE = 5

/** What is unusual about a pattern, beside the events of all patterns by time. */
export function findAnomalies({ counts, tokens }: PatternEvidence, all: readonly number[]): readonly FoundAnomaly[] {
  const isNew = startsLate(counts, all)
  const found = isNew ? { type: 'NewPattern' as const, says: 'seen for the first time late in the time range' } : unusualCount(counts)
  return [...(found === undefined ? [] : [found]), ...tokens.flatMap(tokenAnomalies)]
}

/** Not there in the first three quarters, while others were from the first on. */
function startsLate(counts: readonly number[], all: readonly number[]): boolean {
  const first = counts.findIndex((count) => count > 0)
  const others = all.findIndex((count) => count > 0)
  return counts.length >= FEWEST_BUCKETS && first >= counts.length * 0.75 && others >= 0 && others < counts.length * 0.25
}

function unusualCount(counts: readonly number[]): FoundAnomaly | undefined {
  if (counts.length < FEWEST_BUCKETS) return undefined
  const usual = median(counts.toSorted((left, right) => left - right))
  const deviations = counts.map((count) => Math.abs(count - usual)).sort((left, right) => left - right)
  const spread = Math.max(1, Math.sqrt(usual), median(deviations))
  // the first and the last bucket may be cut off by the time range
  const lowest = Math.min(...counts.slice(1, -1))
  const highest = Math.max(...counts)
  const off = highest - usual >= usual - lowest ? highest : lowest
  if (Math.abs(off - usual) < FAR * spread) return undefined
  return { type: 'PatternFrequency', says: `${off} events in one interval, usually ${usual}` }
}

function tokenAnomalies({ name, values }: TokenEvidence): readonly FoundAnomaly[] {
  const total = values.reduce((sum, [, count]) => sum + count, 0)
  if (total < FEWEST_EVENTS) return []
  const numbers = values.map(([value, count]) => [Number(value), count] as const).sort(([left], [right]) => left - right)
  const found = numbers.some(([number]) => Number.isNaN(number))
    ? unusualWords(name, values, total)
    : (httpErrors(name, numbers, total) ?? unusualNumbers(name, numbers, total))
  return found === undefined ? [] : [found]
}

function unusualWords(name: string, values: TokenEvidence['values'], total: number): FoundAnomaly | undefined {
  const [usual, ...others] = values
  if (usual === undefined || others.length === 0 || usual[1] < total * (1 - RARE)) return undefined
  const named = others.slice(0, 3).map(([value]) => `"${value}"`)
  return { type: 'TokenVariation', says: `<${name}> is usually "${usual[0]}", sometimes ${named.join(', ')}` }
}

function unusualNumbers(name: string, numbers: readonly (readonly [number, number])[], total: number): FoundAnomaly | undefined {
  const lower = weightedQuantile(numbers, 0.25)
  const upper = weightedQuantile(numbers, 0.75)
  const reach = (upper - lower) * WIDE
  const far = numbers.filter(([number]) => number > upper + reach || number < lower - reach)
  const count = far.reduce((sum, [, times]) => sum + times, 0)
  const farthest = far.at(-1)
  if (reach === 0 || farthest === undefined || count > total * RARE) return undefined
  return { type: 'NumericalToken', says: `<${name}> is mostly ${lower} to ${upper}, once ${farthest[0]}` }
}

/** Statuses of HTTP, successes and failures of the server among them. */
function httpErrors(name: string, numbers: readonly (readonly [number, number])[], total: number): FoundAnomaly | undefined {
  const areStatuses = numbers.every(([number]) => Number.isInteger(number) && number >= 100 && number < 600)
  const errors = numbers.filter(([number]) => number >= 500)
  if (!areStatuses || errors.length === 0 || !numbers.some(([number]) => number >= 200 && number < 400)) return undefined
  const count = errors.reduce((sum, [, times]) => sum + times, 0)
  const percent = Math.round((count / total) * 1000) / 10
  return { type: 'HttpErrorCode', says: `<${name}> is ${errors.map(([number]) => number).join(' or ')} in ${percent}% of the events` }
}
