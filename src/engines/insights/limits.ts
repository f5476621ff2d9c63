// AWS: CWL_QuerySyntax-Limit, cloudwatch_limits_cwl
export const DEFAULT_ROWS = 10_000
export const MOST_ROWS = 100_000
export const MOST_STATS_INFREQUENT = 2
