import { MINUTE, type Millis } from './time.ts'

/** How far a zone's clock is ahead of UTC at a moment. */
export type ZoneOffset = (at: Millis) => Millis

const FIXED = /^(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})$/

/** A zone by its IANA name, or a fixed offset: `Z`, `UTC`, `+05:30`, `GMT-08:00`. Nothing where there is no such zone. */
export function parseTimeZone(text: string): ZoneOffset | undefined {
  if (/^(Z|UTC|GMT)$/.test(text)) return () => 0
  const fixed = FIXED.exec(text)
  return fixed ? fixedOffset(fixed[1] === '-' ? -1 : 1, Number(fixed[2]), Number(fixed[3])) : namedZone(text)
}

function fixedOffset(sign: number, hours: number, minutes: number): ZoneOffset | undefined {
  const isOffset = hours < 24 && minutes < 60 && minutes % 5 === 0
  return isOffset ? () => sign * (hours * 60 + minutes) * MINUTE : undefined
}

function namedZone(name: string): ZoneOffset | undefined {
  if (!/^[A-Za-z]/.test(name)) return undefined
  const format = formatOf(name)
  return format && ((at) => localTime(format, at) - Math.floor(at / 1000) * 1000)
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    // RangeError: the engine knows no such zone
    return undefined
  }
}

/** The zone's clock, read as if it were UTC. */
function localTime(format: Intl.DateTimeFormat, at: Millis): Millis {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}
