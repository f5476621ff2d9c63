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

/** Several onsets, with commas between them: `21:40, 06:45`; undefined where one of them is none. */
export const parseOnsets = (text: string, start: Millis): readonly Millis[] | undefined =>
  parseList(text, (part) => parseOnset(part, start))

/** Several lengths, `1m, 2m`: of one onset each, the last one of all that follow. */
export const parseLengths = (text: string): readonly Millis[] | undefined => parseList(text, parseDuration)

function parseList(text: string, parse: (part: string) => Millis | undefined): readonly Millis[] | undefined {
  const parts = text.split(',').map((part) => parse(part.trim()))
  const known = parts.filter((part) => part !== undefined)
  return known.length === parts.length ? known : undefined
}

/** A fault with everything decided, once for each of its onsets. A default onset that a short window would miss moves to its first third. */
export function settleFault(fault: Fault, given: FaultOptions, range: TimeRange): readonly ActiveFault[] {
  const lasts = given.for ?? fault.for
  const lengths = (lasts === undefined ? undefined : parseLengths(lasts)) ?? [Infinity]
  const options = fault.options.map(({ name, default: usual }) => [name, given[name] ?? usual] as const)
  const settled = { name: fault.name, strength: given.strength ?? fault.strength, options: Object.fromEntries(options) }
  return onsetsOf(fault, given, range).map((start, index) => ({
    ...settled,
    start,
    end: start + (lengths[index] ?? lengths.at(-1) ?? Infinity),
  }))
}

function onsetsOf(fault: Fault, given: FaultOptions, { start, end }: TimeRange): readonly Millis[] {
  const onsets = parseOnsets(given.at ?? fault.at, start) ?? [start]
  const isMissed = given.at === undefined && onsets.every((onset) => onset >= start + (end - start) * 0.8)
  return isMissed ? [start + Math.floor((end - start) / 3)] : onsets
}
