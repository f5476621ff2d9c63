import { sql } from '../q-duck.mjs'

/** A question in both languages; `shown`: which of our columns stand for DuckDB's, in its order. */
export type Question = {
  readonly name: string
  readonly insights: string
  readonly sql: string
  readonly shown: readonly string[]
  /** Ours is in no order, or in another one: rows are put in the order of these columns. */
  readonly sortBy?: readonly string[]
}

const numbers = new Set(['status', 'durationMs', 'bytes'])

/** A field taken out of the text: this DuckDB has no JSON extension. A text ends at its quote: routes have braces in them. */
export const extraction = {
  j: (field: string): string => {
    const value = numbers.has(field) ? '([^",}]*)' : '"([^"]*)'
    return `CASE WHEN message[1]='{' THEN NULLIF(regexp_extract(message,'"${field}":${value}',1),'') END`
  },
}

// on ready-made columns where there are any; what searches text is the same either way
const statements = { ...sql(extraction), ...sql(null) }

const question = (name: string, key: string, insights: string, shown: readonly string[], sortBy?: readonly string[]): Question => ({
  name,
  insights,
  sql: statements[key] ?? '',
  shown,
  ...(sortBy === undefined ? {} : { sortBy }),
})

export const questions: readonly Question[] = [
  question(
    'Q1',
    'Q1_substr_sort100',
    'fields @timestamp, @message | filter @message like "TimeoutError" | sort @timestamp desc | limit 100',
    ['@timestamp', '@message'],
    ['@timestamp', '@message'],
  ),
  question('Q1b', 'Q1b_like_count', 'filter @message like "TimeoutError" | stats count(*) as n', ['n']),
  question(
    'Q2',
    'Q2_regex_prefix',
    'fields @timestamp, @message | filter @message like /took=[0-9]{4,}\\.[0-9]ms/ | sort @timestamp desc | limit 100',
    ['@timestamp', '@message'],
    ['@timestamp', '@message'],
  ),
  question('Q2b', 'Q2b_regex_icase_alt', 'filter @message like /(?i)econnrefused|reset by peer|deadlock/ | stats count(*) as n', ['n']),
  question('Q3', 'Q3_count_bin5m', 'stats count(*) as n by bin(5m) as b', ['b', 'n'], ['b']),
  question(
    'Q4',
    'Q4_avg_max_p95_by_route',
    'filter ispresent(route) | stats avg(durationMs) as a, max(durationMs) as m, pct(durationMs, 95) as p by route',
    ['route', 'a', 'm', 'p'],
    ['route'],
  ),
  question(
    'Q5',
    'Q5_parse_stats',
    'parse @message "REPORT RequestId: *\tDuration: * ms\tBilled Duration: * ms\tMemory Size: * MB\tMax Memory Used: * MB" as id, dur, billed, mem, used | filter ispresent(mem) | stats count(*) as n, avg(dur) as a, max(used) as m by mem',
    ['mem', 'n', 'a', 'm'],
    ['mem'],
  ),
  question(
    'Q6',
    'Q6_count_distinct',
    'filter ispresent(service) | stats count_distinct(userId) as n by service',
    ['service', 'n'],
    ['service'],
  ),
  question(
    'Q7',
    'Q7_dedup_user_latest',
    'fields @timestamp, userId | filter ispresent(userId) | sort @timestamp desc | dedup userId | limit 10000',
    ['userId', '@timestamp'],
    ['@timestamp', 'userId'],
  ),
  question(
    'Q8',
    'Q8_topN_group',
    'filter ispresent(userId) | stats count(*) as n, sum(bytes) as s by userId | sort n desc, userId asc | limit 10',
    ['userId', 'n', 's'],
  ),
  question(
    'Q9',
    'Q9_filter_stats_bin',
    'filter level = "ERROR" and durationMs > 100 | stats count(*) as n, avg(durationMs) as a by bin(5m) as b, service',
    ['b', 'service', 'n', 'a'],
    ['b', 'service'],
  ),
]
