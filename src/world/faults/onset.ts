import { parseDuration } from '#lib/duration.ts'
import { DAY, MINUTE, type Millis, type TimeRange } from '#lib/time.ts'
import type { FaultOptions } from '#lib/world-spec.ts'
import type { ActiveFault } from '../episode/setting.ts'
import type { Fault } from './faults.ts'

/** `21:40` or `21:40:30` in milliseconds of the day. */
export function parseClockTime(text: string): Millis | undefined {
  const found = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text.trim())
  return found === null ? undefined : (Number(found[1]) * 60 + Number(found[2])) * MINUTE + Number(found[3] ?? 0) * 1000
}

/** `+15m`, `+01:30`, or a clock time, which is the first one in the window; undefined where it is none of them. */
export function parseOnset(text: string, start: Millis): Millis | undefined {
  if (text.startsWith('+')) {
    const offset = parseDuration(text.slice(1)) ?? parseClockTime(text.slice(1))
    return offset === undefined ? undefined : start + offset
  }
  const clock = parseClockTime(text)
  if (clock === undefined) return undefined
  const at = start - (start % DAY) + clock
  return at < start ? at + DAY : at
}

/** A fault with everything decided. A default onset that a short window would miss moves to its first third. */
export function settleFault(fault: Fault, given: FaultOptions, range: TimeRange): ActiveFault {
  const asked = parseOnset(given.at ?? fault.at, range.start) ?? range.start
  const isMissed = given.at === undefined && asked >= range.start + (range.end - range.start) * 0.8
  const start = isMissed ? range.start + Math.floor((range.end - range.start) / 3) : asked
  const lasts = given.for ?? fault.for
  const duration = lasts === undefined ? undefined : parseDuration(lasts)
  const options = fault.options.map(({ name, default: usual }) => [name, given[name] ?? usual] as const)
  return {
    name: fault.name,
    start,
    end: duration === undefined ? Infinity : start + duration,
    strength: given.strength ?? fault.strength,
    options: Object.fromEntries(options),
  }
}
