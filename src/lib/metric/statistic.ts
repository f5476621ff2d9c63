export const basicStatistics = ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'] as const
export type BasicStatistic = (typeof basicStatistics)[number]

/** A missing bound is open. */
export type Bounds = { readonly low?: number; readonly high?: number }

/** Cut by share of the samples, 0 to 100, or by value. */
export type Range = { readonly by: 'percent' | 'value' } & Bounds

export type RangeMeasure = 'trimmed mean' | 'winsorized mean' | 'trimmed count' | 'trimmed sum'

/** What the name of a statistic says (cloudwatch-metrics.md 2.1). */
export type Statistic =
  | { readonly kind: 'basic'; readonly name: BasicStatistic }
  | { readonly kind: 'percentile'; readonly percent: number }
  | { readonly kind: 'range'; readonly measure: RangeMeasure; readonly range: Range }
  | { readonly kind: 'rank'; readonly bounds: Bounds }
  /** `o…` and `u…`: AWS's own dashboards take them, its documentation does not know them. */
  | { readonly kind: 'undocumented' }

const PERCENT = String.raw`100(?:\.0{0,10})?|\d{1,2}(?:\.\d{0,10})?`
const NUMBER = String.raw`\d+(?:\.\d{0,10})?(?:[Ee][+-]?\d+)?`

const short = new RegExp(`^(p|tm|wm|tc|ts)(${PERCENT})$`)
const ofPercents = new RegExp(`^(TM|WM|TC|TS)\\((?:(${PERCENT})%)?:(?:(${PERCENT})%)?\\)$`)
const ofValues = new RegExp(`^(TM|WM|TC|TS|PR)\\((${NUMBER})?:(${NUMBER})?\\)$`)
const undocumented = /^[ou]\d+(?:\.\d{0,10})?(?:_[ELH])?$/

const measures: Readonly<Record<string, RangeMeasure>> = {
  TM: 'trimmed mean',
  WM: 'winsorized mean',
  TC: 'trimmed count',
  TS: 'trimmed sum',
}

const known = new Map<string, Statistic | undefined>()
const MOST_KNOWN = 500

/** The statistic that a text names, spelt exactly so; nothing for any other text. */
export function parseStatistic(text: string): Statistic | undefined {
  if (known.has(text)) return known.get(text)
  const statistic = parse(text)
  if (known.size < MOST_KNOWN) known.set(text, statistic)
  return statistic
}

/** statistic = basic | "IQM" | ("p" | "tm" | "wm" | "tc" | "ts") percent | NAME "(" [bound] ":" [bound] ")" */
function parse(text: string): Statistic | undefined {
  if (isBasicStatistic(text)) return { kind: 'basic', name: text }
  if (text === 'IQM') return { kind: 'range', measure: 'trimmed mean', range: { by: 'percent', low: 25, high: 75 } }
  return parseShort(text) ?? parseBounded(text) ?? (undocumented.test(text) ? { kind: 'undocumented' } : undefined)
}

function parseShort(text: string): Statistic | undefined {
  const match = short.exec(text)
  if (match === null) return undefined
  const percent = Number(match[2])
  const measure = measures[(match[1] ?? '').toUpperCase()]
  return measure === undefined ? { kind: 'percentile', percent } : { kind: 'range', measure, range: { by: 'percent', high: percent } }
}

function parseBounded(text: string): Statistic | undefined {
  const byPercent = ofPercents.exec(text)
  const match = byPercent ?? ofValues.exec(text)
  if (match === null || (match[2] === undefined && match[3] === undefined)) return undefined
  const range: Range = {
    by: byPercent === null ? 'value' : 'percent',
    ...(match[2] === undefined ? {} : { low: Number(match[2]) }),
    ...(match[3] === undefined ? {} : { high: Number(match[3]) }),
  }
  const measure = measures[match[1] ?? '']
  return measure === undefined ? { kind: 'rank', bounds: range } : { kind: 'range', measure, range }
}

/** The five that PutMetricAlarm's and GetMetricStatistics' `Statistic` take. */
export const isBasicStatistic = (text: string): text is BasicStatistic => basicStatistics.some((name) => name === text)

/** What their `ExtendedStatistic` takes: every other one. */
export const isExtendedStatistic = (text: string): boolean => parseStatistic(text) !== undefined && !isBasicStatistic(text)

/** `p95`: the one kind that can tell that it has too few samples. */
export const isPercentile = (text: string): boolean => parseStatistic(text)?.kind === 'percentile'
