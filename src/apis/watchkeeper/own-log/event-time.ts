import { DAY, type Millis } from '#lib/time.ts'

/** Where a time is looked for in a line that is no JSON. */
const HEAD = 64
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const JSON_TIMES = ['timestamp', '@timestamp', 'time', 'ts']

const ISO = /(?<!\d)(\d{4})[-/](\d{2})[-/](\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?/
const COMMON_LOG = /(?<!\d)(\d{1,2})\/([A-Za-z]{3})\/(\d{4}):(\d{2}):(\d{2}):(\d{2})(?: ([+-]\d{4}))?/
const SYSLOG = /(?<![A-Za-z])([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{2}):(\d{2}):(\d{2})(?!\d)/
const EPOCH = /(?<![\w.:/-])(\d{10}(?:\.\d{1,9})?|\d{13}|\d{16}|\d{19})(?![\w.:/-])/

/** The time a line tells, if it tells one; `object` is the JSON it holds, `now` gives syslog its year. */
export function eventTime(line: string, object: JsonObject | undefined, now: Millis): Millis | undefined {
  return (object && memberOf(object, now)) ?? textTime(line.slice(0, HEAD), now)
}

export type JsonObject = Readonly<Record<string, unknown>>

function memberOf(object: JsonObject, now: Millis): Millis | undefined {
  for (const name of JSON_TIMES) {
    const time = memberTime(object[name], now)
    if (time !== undefined) return time
  }
  return undefined
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object a line is, or nothing. */
export function parseObject(line: string): JsonObject | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    const value: unknown = JSON.parse(line)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function memberTime(value: unknown, now: Millis): Millis | undefined {
  if (typeof value === 'number') return epochMillis(value)
  return typeof value === 'string' ? textTime(value, now) : undefined
}

/** The first of the four in the text wins. */
function textTime(text: string, now: Millis): Millis | undefined {
  const found = [
    timeOf(ISO, text, isoMillis),
    timeOf(COMMON_LOG, text, commonLogMillis),
    timeOf(SYSLOG, text, (match) => syslogMillis(match, now)),
    timeOf(EPOCH, text, (match) => epochMillis(Number(match[1]))),
  ].filter((each) => each !== undefined)
  return found.sort((left, right) => left.at - right.at)[0]?.time
}

function timeOf(form: RegExp, text: string, read: (match: RegExpExecArray) => Millis | undefined) {
  const match = form.exec(text)
  const time = match ? read(match) : undefined
  return match && time !== undefined ? { at: match.index, time } : undefined
}

/** Seconds, milliseconds, microseconds or nanoseconds, told by the size; 2001 to 2286. */
function epochMillis(value: number): Millis | undefined {
  const scale = [1e9, 1e12, 1e15, 1e18].find((least) => value >= least && value < least * 10)
  if (scale === undefined) return undefined
  return Math.floor(scale === 1e9 ? value * 1000 : value / (scale / 1e12))
}

function isoMillis(match: RegExpExecArray): Millis | undefined {
  const [, year, month, day, hour, minute, second = '0', fraction = '0', zone] = match
  const millis = Number(fraction.slice(0, 3).padEnd(3, '0'))
  return instant([Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second), millis], zone)
}

function commonLogMillis(match: RegExpExecArray): Millis | undefined {
  const [, day, month = '', year, hour, minute, second, zone] = match
  return instant([Number(year), monthOf(month), Number(day), Number(hour), Number(minute), Number(second), 0], zone)
}

/** Syslog tells no year: the latest one that is not more than a day ahead. */
function syslogMillis(match: RegExpExecArray, now: Millis): Millis | undefined {
  const [, month = '', day, hour, minute, second] = match
  const inYear = (year: number) => instant([year, monthOf(month), Number(day), Number(hour), Number(minute), Number(second), 0], undefined)
  const year = new Date(now).getUTCFullYear()
  const time = inYear(year)
  return time !== undefined && time > now + DAY ? inYear(year - 1) : time
}

const monthOf = (name: string): number => MONTHS.indexOf(name.toLowerCase())

type Parts = readonly [year: number, month: number, day: number, hour: number, minute: number, second: number, millis: number]

function instant(parts: Parts, zone: string | undefined): Millis | undefined {
  const [year, month, day, hour, minute, second] = parts
  const isTime = month >= 0 && month < 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second <= 60
  const time = isTime && year >= 1970 ? Date.UTC(...parts) - offset(zone) : -1
  return time < 0 ? undefined : time
}

function offset(zone: string | undefined): Millis {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '')
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return (match[1] === '-' ? -minutes : minutes) * 60_000
}
