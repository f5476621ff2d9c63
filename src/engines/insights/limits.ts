// AWS: CWL_QuerySyntax-Limit, cloudwatch_limits_cwl
export const DEFAULT_ROWS = 10_000
export const MOST_ROWS = 100_000
export const MOST_STATS_INFREQUENT = 2
// AWS: CWL_QuerySyntax-Join
export const MOST_JOIN_KEYS = 50_000
/** Rows a join may make: keys that many rows share multiply. */
export const MOST_JOINED_ROWS = 1_000_000
