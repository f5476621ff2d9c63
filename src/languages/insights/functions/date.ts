// AWS: CWL_QuerySyntax-operations-functions, "Datetime functions"
import type { ScalarEntry, Value } from '../function-entry.ts'
import { optional, parameter, scalar } from './define.ts'
import { formatDate } from './time/format-date.ts'
import { parseDate } from './time/parse-date.ts'
import { ceilTo, floorTo, parsePeriod, type Period } from './time/period.ts'
import { millisOf, timestamp } from './time/timestamp.ts'
import { numberOf, textOf } from './values/coercion.ts'

const time = parameter('time', 'timestamp', 'a timestamp such as `@timestamp`')
const period = parameter('period', 'period', 'a number and a unit without a blank: `30s`, `5m`, `1h`, `1d`; at most 1000ms, 60s, 60m, 24h')
const zone = optional('zone', 'string', 'a time zone such as "UTC" or "Europe/London"; UTC when left out')
const atTen = [{ '@timestamp': '2024-01-15T10:07:30Z' }]

function byPeriod(value: Value | undefined, written: Value | undefined, apply: (millis: number, length: Period) => number): Value {
  const length = typeof written === 'string' ? parsePeriod(written) : undefined
  const millis = millisOf(value)
  return length === undefined || Number.isNaN(millis) ? null : timestamp(apply(millis, length))
}

function format([value, pattern, timeZone]: readonly Value[]): Value {
  const millis = millisOf(value)
  const text = textOf(pattern)
  if (Number.isNaN(millis) || text === null) return null
  return formatDate(millis, text, textOf(timeZone) ?? 'UTC') ?? null
}

const formatParameters = [time, parameter('pattern', 'string', 'what to write, in strftime letters: "%Y-%m-%d %H:%M"'), zone]

export const dateFunctions: readonly ScalarEntry[] = [
  scalar({
    name: 'bin',
    group: 'date',
    parameters: [period],
    gives: 'timestamp',
    says: 'The event’s `@timestamp` lowered to the start of its period; the usual key of `stats … by`.',
    examples: [
      { query: 'stats count(*) by bin(5m) | display bin(5m)', over: atTen, gives: ['2024-01-15 10:05:00.000'] },
      { query: 'fields bin(300s)', over: atTen, gives: ['2024-01-15 10:07:00.000'] },
    ],
    evaluate: ([value, written]) => byPeriod(value, written, floorTo),
  }),
  scalar({
    name: 'datefloor',
    group: 'date',
    parameters: [time, period],
    gives: 'timestamp',
    says: 'A timestamp lowered to the start of its period.',
    examples: [{ query: 'fields datefloor(@timestamp, 1h)', over: atTen, gives: ['2024-01-15 10:00:00.000'] }],
    evaluate: ([value, written]) => byPeriod(value, written, floorTo),
  }),
  scalar({
    name: 'dateceil',
    group: 'date',
    parameters: [time, period],
    gives: 'timestamp',
    says: 'A timestamp raised to the end of its period.',
    examples: [{ query: 'fields dateceil(@timestamp, 1h)', over: atTen, gives: ['2024-01-15 11:00:00.000'] }],
    evaluate: ([value, written]) => byPeriod(value, written, ceilTo),
  }),
  scalar({
    name: 'fromMillis',
    group: 'date',
    parameters: [parameter('millis', 'number', 'milliseconds since 1970')],
    gives: 'timestamp',
    says: 'The timestamp at that many milliseconds since 1970.',
    examples: [{ query: 'fields fromMillis(1642195111000)', gives: ['2022-01-14 21:18:31.000'] }],
    evaluate: ([value]) => {
      const millis = numberOf(value)
      return Number.isNaN(millis) ? null : timestamp(millis)
    },
  }),
  scalar({
    name: 'toMillis',
    group: 'date',
    parameters: [time],
    gives: 'number',
    says: 'The timestamp as milliseconds since 1970.',
    examples: [{ query: 'fields toMillis(@timestamp)', over: atTen, gives: ['1705313250000'] }],
    evaluate: ([value]) => {
      const millis = millisOf(value)
      return Number.isNaN(millis) ? null : millis
    },
  }),
  scalar({
    name: 'now',
    group: 'date',
    parameters: [],
    gives: 'number',
    says: 'When the query began, in seconds since 1970: multiply by 1000 to compare it with `toMillis`.',
    examples: [{ query: 'fields now() * 1000 > toMillis(@timestamp)', over: atTen, gives: ['1'] }],
    evaluate: (_, { now }) => Math.floor(now / 1000),
  }),
  scalar({
    name: 'parseDate',
    group: 'date',
    parameters: [
      parameter('text', 'string', 'the text that holds a date'),
      parameter('pattern', 'string', 'its form in Java’s letters: "yyyy-MM-dd HH:mm:ss"'),
      zone,
    ],
    gives: 'number',
    says: 'Reads a date out of a text, as milliseconds since 1970.',
    examples: [
      { query: 'fields parseDate("2024-01-15", "yyyy-MM-dd", "UTC")', gives: ['1705276800000'] },
      { query: 'fields parseDate("15/Jan/2024:10:00:00 +0100", "dd/MMM/yyyy:HH:mm:ss Z")', gives: ['1705309200000'] },
      { query: 'fields parseDate("soon", "yyyy-MM-dd")', gives: [null] },
    ],
    evaluate: ([value, pattern, timeZone]) => {
      const text = textOf(value)
      const form = textOf(pattern)
      return text === null || form === null ? null : (parseDate(text, form, textOf(timeZone) ?? 'UTC') ?? null)
    },
  }),
  scalar({
    name: 'formatDate',
    group: 'date',
    parameters: formatParameters,
    gives: 'string',
    says: 'Writes a timestamp as text in the given form.',
    examples: [
      { query: 'fields formatDate(@timestamp, "%Y-%m-%d", "UTC")', over: atTen, gives: ['2024-01-15'] },
      { query: 'fields formatDate(@timestamp, "%H:%M", "America/New_York")', over: atTen, gives: ['05:07'] },
    ],
    evaluate: format,
  }),
  scalar({
    name: 'strftime',
    group: 'date',
    parameters: formatParameters,
    gives: 'string',
    says: 'Another name of `formatDate`.',
    examples: [{ query: 'fields strftime(@timestamp, "%H:%M")', over: atTen, gives: ['10:07'] }],
    evaluate: format,
  }),
  scalar({
    name: 'queryStartTime',
    group: 'date',
    parameters: [],
    gives: 'number',
    says: 'The start of the query’s time range in milliseconds.',
    examples: [{ query: 'fields queryStartTime() <= toMillis(@timestamp)', over: atTen, gives: ['1'] }],
    evaluate: (_, { start }) => start,
  }),
  scalar({
    name: 'queryEndTime',
    group: 'date',
    parameters: [],
    gives: 'number',
    says: 'The end of the query’s time range in milliseconds.',
    examples: [{ query: 'fields queryEndTime() >= toMillis(@timestamp)', over: atTen, gives: ['1'] }],
    evaluate: (_, { end }) => end,
  }),
  scalar({
    name: 'queryTimeRange',
    group: 'date',
    parameters: [],
    gives: 'number',
    says: 'The length of the query’s time range in milliseconds.',
    examples: [{ query: 'fields queryTimeRange() = queryEndTime() - queryStartTime()', gives: ['1'] }],
    evaluate: (_, { start, end }) => end - start,
  }),
]
