type Offered = { readonly id: string; readonly detail?: string }

/** The statistics CloudWatch's console offers; any other may be typed. */
export const STATISTICS: readonly Offered[] = [
  { id: 'Average' },
  { id: 'Sum' },
  { id: 'Minimum' },
  { id: 'Maximum' },
  { id: 'SampleCount' },
  { id: 'p50', detail: 'the middle' },
  { id: 'p90' },
  { id: 'p95' },
  { id: 'p99' },
  { id: 'p99.9' },
  { id: 'IQM', detail: 'mean of the middle half' },
  { id: 'tm99', detail: 'mean without the top 1%' },
  { id: 'TM(10%:90%)', detail: 'trimmed mean' },
  { id: 'WM(10%:90%)', detail: 'winsorized mean' },
  { id: 'TC(10%:90%)', detail: 'trimmed count' },
  { id: 'TS(10%:90%)', detail: 'trimmed sum' },
  { id: 'PR(:1000)', detail: 'share up to 1000' },
]
