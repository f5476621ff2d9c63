const PERCENT = String.raw`(?:100(?:\.0{0,10})?|\d{1,2}(?:\.\d{0,10})?)`
const NUMBER = String.raw`\d+(?:\.\d{0,10})?(?:[Ee][+-]?\d+)?`

/** cloudwatch-metrics.md 2.1, without the five basic ones */
const extended = new RegExp(
  [
    'IQM',
    `(?:p|tc|tm|ts|wm)${PERCENT}`,
    String.raw`[ou]\d+(?:\.\d{0,10})?(?:_[ELH])?`,
    String.raw`(?:TM|TC|TS|WM)\((?:${PERCENT}%:(?:${PERCENT}%)?|:${PERCENT}%)\)`,
    String.raw`(?:TM|TC|TS|WM|PR)\((?:${NUMBER}:(?:${NUMBER})?|:${NUMBER})\)`,
  ]
    .map((form) => `^${form}$`)
    .join('|'),
)

/** Whether PutMetricAlarm's ExtendedStatistic takes a text; languages/statistic says what it means. */
export const isExtendedStatistic = (text: string): boolean => extended.test(text)

/** `p95`: the one kind that can tell that it has too few samples. */
export const isPercentile = (text: string): boolean => text.startsWith('p') && isExtendedStatistic(text)
