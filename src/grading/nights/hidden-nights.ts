import { substream, type Random } from '#lib/random.ts'
import { DAY, HOUR, MINUTE, SECOND, type Millis, type TimeRange } from '#lib/time.ts'
import type { FaultOptions } from '#lib/world-spec.ts'
import type { Night } from '../exercise.ts'
import type { MarkedNight, NightFault } from '../marking.ts'
import { hiddenSeed } from '../seeds.ts'

/** A night nobody has seen, and the one on screen that it is like. */
export type HiddenNight = Night & { readonly like: string }

/** How far an onset moves at most, and how near it may come to either end of its night. */
const furthest = 2 * HOUR
const margin = HOUR
/** In hundredths: how much weaker or stronger a fault may be. */
const strengthSpread = 20

/** As many rounds of all the nights as asked for, with other seeds, times and strengths. */
export function hiddenNights(
  exercise: string,
  drawing: number,
  nights: readonly MarkedNight[],
  rounds: number,
): readonly (readonly HiddenNight[])[] {
  return Array.from({ length: rounds }, (_, round) =>
    nights.map((night, nth) => hiddenNight(night, hiddenSeed(exercise, drawing, round * nights.length + nth))),
  )
}

function hiddenNight(night: MarkedNight, seed: number): HiddenNight {
  const random = substream(seed, 'night')
  const by = shiftOf(night, random)
  const faults = night.faults.map((fault) => moved(fault, by, random, night))
  const incidents = faults.filter((fault) => fault.isIncident).map(({ start, end }) => ({ start, end }))
  const options = Object.fromEntries(faults.map((fault) => [fault.name, fault.options]))
  return { title: night.title, like: night.title, range: night.range, incidents, world: { ...night.world, seed, faults: options } }
}

/** All faults of a night move together, so that what came first still does. */
function shiftOf({ faults, range }: MarkedNight, random: Random): Millis {
  if (faults.length === 0) return 0
  const first = Math.min(...faults.map((fault) => fault.start))
  const last = Math.max(...faults.map((fault) => (lastsToTheEnd(fault, range) ? fault.start : fault.end)))
  const room = Math.min(margin, (range.end - range.start) / 8)
  const earliest = Math.max(-furthest, Math.min(0, range.start + room - first))
  const latest = Math.min(furthest, Math.max(0, range.end - room - last))
  // whole minutes, as the author's own times: what fills a minute still fills one
  const [from, to] = [Math.ceil(earliest / MINUTE), Math.floor(latest / MINUTE)]
  return (from + random.below(Math.max(0, to - from) + 1)) * MINUTE
}

const lastsToTheEnd = (fault: NightFault, range: TimeRange): boolean => fault.end >= range.end

function moved(fault: NightFault, by: Millis, random: Random, { range, worldStart }: MarkedNight): NightFault {
  const start = fault.start + by
  const end = lastsToTheEnd(fault, range) ? range.end : fault.end + by
  const { strength } = fault
  const factor = (100 - strengthSpread + random.below(2 * strengthSpread + 1)) / 100
  const options: FaultOptions = {
    ...fault.options,
    at: `+${(start - worldStart) / SECOND}s`,
    ...(lastsToTheEnd(fault, range) ? {} : { for: `${(fault.end - fault.start) / SECOND}s` }),
    ...(strength === undefined ? {} : { strength: Math.round(strength * factor * 100) / 100 }),
  }
  return { ...fault, start, end, options }
}

/** `21:40`, of the world's own day. */
export const clockText = (at: Millis): string => new Date(at).toISOString().slice(11, 16)

/** `6 min`, `1 min 30 s`, `3 h`, `7 days`. */
export function lengthText(length: Millis): string {
  if (length >= 2 * DAY && length % DAY === 0) return `${length / DAY} days`
  if (length >= 2 * HOUR && length % HOUR === 0) return `${length / HOUR} h`
  const minutes = Math.floor(length / MINUTE)
  const seconds = Math.round((length % MINUTE) / SECOND)
  if (minutes === 0) return `${seconds} s`
  return seconds === 0 ? `${minutes} min` : `${minutes} min ${seconds} s`
}
