import { MINUTE } from '#lib/time.ts'

const formatters = new Map<string, Intl.DateTimeFormat | undefined>()

/** The zone's distance from UTC at that time in milliseconds; undefined for a zone nobody knows. */
export function zoneOffset(zone: string, millis: number): number | undefined {
  if (/^(?:utc|gmt|z|)$/i.test(zone)) return 0
  const fixed = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone)
  if (fixed !== null) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * MINUTE
  const formatter = formatterOf(zone)
  if (formatter === undefined) return undefined
  const part = Object.fromEntries(formatter.formatToParts(millis).map(({ type, value }) => [type, Number(value)]))
  const local = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second)
  return local - Math.floor(millis / 1000) * 1000
}

/** The instant at which clocks of the zone show this time. */
export function instantOf(local: number, zone: string): number | undefined {
  const first = zoneOffset(zone, local)
  if (first === undefined) return undefined
  // once more at the instant found: the two differ beside a change of the clocks
  return local - (zoneOffset(zone, local - first) ?? first)
}

function formatterOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formatters.has(zone)) formatters.set(zone, makeFormatter(zone))
  return formatters.get(zone)
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat | undefined {
  const two = '2-digit'
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
    })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
