import { periodOf, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { evaluationStep, isWallClock } from '#lib/alarm/evaluation-step.ts'
import type { MetricQuery } from '#lib/metric/metric.ts'
import { SECOND, type Millis, type TimeRange } from '#lib/time.ts'
import { newestEnd, periodMillis, rangeOf, rangesBetween, slotRanges } from './layout.ts'
import { wallClockEnds } from './wall-clock.ts'

/** A row of readings in time order: each is the metric's statistic over the stretch before its end. */
export type Windows = {
  readonly ends: readonly Millis[]
  /** NaN where there is no datapoint. */
  readonly values: Float64Array
  readonly sampleCounts?: Float64Array
  /** The edges of a band, where the threshold is one. */
  readonly lower?: Float64Array
  readonly upper?: Float64Array
}

/** Reads a metric over [end - period, end) for each end from `start` to `end` in steps: what the metrics engine does for a store. */
export type ReadWindows = (
  query: MetricQuery,
  range: { readonly start: Millis; readonly end: Millis; readonly step: Millis },
) => { readonly ends: readonly Millis[]; readonly values: Float64Array; readonly sampleCounts: Float64Array }

/** One period-long bucket with what was in it. */
export type SlotReading = {
  readonly start: Millis
  /** Exclusive. */
  readonly end: Millis
  readonly value: number | null
  readonly sampleCount?: number
  readonly band?: { readonly lower: number; readonly upper: number }
}

/** When a replay evaluates within a range: from the first full step on, the range's end no more. */
export function evaluationRange(alarm: MetricAlarm, { start, end }: TimeRange): { first: Millis; last: Millis; step: Millis } {
  const step = evaluationStep(alarm)
  return { first: Math.ceil(start / step) * step, last: (Math.ceil(end / step) - 1) * step, step }
}

/** How far apart the windows of a replay must end so that every slot of every evaluation is one of them. */
export const windowStep = (alarm: MetricAlarm): Millis => greatestDivisor(evaluationStep(alarm), periodMillis(alarm))

const greatestDivisor = (left: number, right: number): number => (right === 0 ? left : greatestDivisor(right, left % right))

/** Everything a replay over the range needs to know of the alarm's metric. */
export function readAlarmWindows(alarm: MetricAlarm, query: MetricQuery, range: TimeRange, read: ReadWindows): Windows {
  const { first, last } = evaluationRange(alarm, range)
  if (isWallClock(alarm))
    return readStretches(query, rangesBetween(wallClockEnds(alarm, { start: first, end: last }, rangeOf(alarm))), read)
  const oldest = newestEnd(alarm, first) - (rangeOf(alarm) - 1) * periodMillis(alarm)
  const step = windowStep(alarm)
  return read({ ...query, period: periodOf(alarm) }, { start: oldest, end: Math.max(oldest, newestEnd(alarm, last)), step })
}

/** The slots of one evaluation, oldest first. */
export function readSlots(alarm: MetricAlarm, query: MetricQuery, at: Millis, read: ReadWindows): readonly SlotReading[] {
  const ranges = slotRanges(alarm, at)
  const { values, sampleCounts } = readStretches(query, ranges, read)
  return ranges.map((range, slot) => ({ ...range, ...reading(values[slot] ?? Number.NaN, sampleCounts?.[slot]) }))
}

const reading = (value: number, sampleCount: number | undefined): Pick<SlotReading, 'value' | 'sampleCount'> =>
  Number.isNaN(value) ? { value: null } : { value, sampleCount }

/** Stretches of any lengths; neighbours of one length are read together. */
export function readStretches(query: MetricQuery, ranges: readonly TimeRange[], read: ReadWindows): Windows {
  const values = new Float64Array(ranges.length).fill(Number.NaN)
  const sampleCounts = new Float64Array(ranges.length)
  for (let from = 0, to = 0; from < ranges.length; from = to) {
    const length = lengthOf(ranges[from])
    to = from + 1
    while (to < ranges.length && lengthOf(ranges[to]) === length && ranges[to]?.start === ranges[to - 1]?.end) to++
    if (length <= 0) continue
    const found = read(
      { ...query, period: length / SECOND },
      { start: ranges[from]?.end ?? 0, end: ranges[to - 1]?.end ?? 0, step: length },
    )
    values.set(found.values, from)
    sampleCounts.set(found.sampleCounts, from)
  }
  return { ends: ranges.map(({ end }) => end), values, sampleCounts }
}

const lengthOf = (range: TimeRange | undefined): Millis => (range ? range.end - range.start : 0)

/** As many stretches of a running slot are read at most; a longer period is looked at in coarser steps. */
const MOST_RUNNING = 240

/** How far an alarm must be played on until nothing of what is there now is in its range any more. */
export function rangeAhead(alarm: MetricAlarm, at: Millis): TimeRange {
  const step = evaluationStep(alarm)
  const start = Math.floor(at / step) * step + step
  return { start, end: start + (rangeOf(alarm) + 2) * periodMillis(alarm) + step }
}

/** What the evaluations after `at` would read if no datapoint came from then on. */
export function readAhead(alarm: MetricAlarm, query: MetricQuery, at: Millis, read: ReadWindows): Windows {
  const known = Math.floor(at / SECOND) * SECOND
  const range = rangeAhead(alarm, at)
  const slots = isWallClock(alarm)
    ? rangesBetween(wallClockEnds(alarm, { start: at, end: range.end }, rangeOf(alarm)))
    : slidingStretches(alarm, range)
  const whole = slots.filter(({ end }) => end <= known)
  const { values: past, sampleCounts: pastCounts } = isWallClock(alarm)
    ? readStretches(query, whole, read)
    : readRow(query, whole, windowStep(alarm), read)
  const values = new Float64Array(slots.length).fill(Number.NaN)
  const sampleCounts = new Float64Array(slots.length)
  values.set(past)
  sampleCounts.set(pastCounts ?? [])
  readRunning(query, { slots, from: whole.length, known, values, sampleCounts }, read)
  return { ends: slots.map(({ end }) => end), values, sampleCounts }
}

function slidingStretches(alarm: MetricAlarm, range: TimeRange): readonly TimeRange[] {
  const { first, last } = evaluationRange(alarm, range)
  const period = periodMillis(alarm)
  const step = windowStep(alarm)
  const oldest = newestEnd(alarm, first) - (rangeOf(alarm) - 1) * period
  const count = Math.floor((newestEnd(alarm, last) - oldest) / step) + 1
  return Array.from({ length: count }, (_, at) => ({ start: oldest + at * step - period, end: oldest + at * step }))
}

function readRow(query: MetricQuery, slots: readonly TimeRange[], step: Millis, read: ReadWindows): Windows {
  const [first, last] = [slots[0], slots.at(-1)]
  if (first === undefined || last === undefined) return { ends: [], values: new Float64Array(), sampleCounts: new Float64Array() }
  return read({ ...query, period: lengthOf(first) / SECOND }, { start: first.end, end: last.end, step })
}

type Running = {
  readonly slots: readonly TimeRange[]
  readonly from: number
  readonly known: Millis
  readonly values: Float64Array
  readonly sampleCounts: Float64Array
}

/** The slots that reach over what is known hold only what was there by then. */
function readRunning(query: MetricQuery, { slots, from, known, values, sampleCounts }: Running, read: ReadWindows): void {
  const running = slots.filter(({ start, end }, at) => at >= from && start < known && end > known).length
  const every = Math.ceil(running / MOST_RUNNING)
  for (let at = from; at < from + running; at++) {
    const start = slots[at]?.start ?? known
    const isRead = (at - from) % every === 0
    // datapoints of standard resolution are not read with less than a minute
    const period = Math.max(query.period < 60 ? 1 : 60, (known - start) / SECOND)
    const found = isRead ? read({ ...query, period }, { start: known, end: known, step: SECOND }) : undefined
    values[at] = found ? (found.values[0] ?? Number.NaN) : (values[at - 1] ?? Number.NaN)
    sampleCounts[at] = found ? (found.sampleCounts[0] ?? 0) : (sampleCounts[at - 1] ?? 0)
  }
}
