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
