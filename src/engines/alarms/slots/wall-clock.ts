import { periodOf, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { DAY, HOUR, SECOND, type Millis, type TimeRange } from '#lib/time.ts'
import { parseTimeZone, type ZoneOffset } from '#lib/time-zone.ts'

/** 5 January 1970 was a Monday. */
const FIRST_MONDAY = 4 * DAY

const utc: ZoneOffset = () => 0

const zoneOf = (alarm: MetricAlarm): ZoneOffset => parseTimeZone(alarm.EvaluationWindow?.WallClockWindow?.Timezone ?? 'UTC') ?? utc

/** Every edge of a slot in the range, both ends included, and `before` more edges ahead of the newest that is not later than the range's start. */
export function wallClockEnds(alarm: MetricAlarm, range: TimeRange, before: number): readonly Millis[] {
  const edge = edgeBefore(periodOf(alarm) * SECOND, zoneOf(alarm))
  const edges: Millis[] = []
  let at = edge(range.end)
  for (; at > range.start; at = edge(at - 1)) edges.push(at)
  for (let more = 0; more <= before; more++, at = edge(at - 1)) edges.push(at)
  return edges.reverse()
}

/** The last edge that is not later than a moment: top of the hour, midnight or Monday's midnight of the zone. */
function edgeBefore(period: Millis, offset: ZoneOffset): (at: Millis) => Millis {
  if (period <= HOUR)
    return (at) => {
      const ahead = offset(at)
      const edge = floorTo(period, at, ahead)
      const then = offset(edge)
      // the clocks changed since, maybe by half an hour: then it was no full hour
      return then === ahead ? edge : floorTo(period, edge, then)
    }
  const shift = period > DAY ? FIRST_MONDAY : 0
  return (at) => {
    const local = Math.floor((at + offset(at) - shift) / period) * period + shift
    const edge = momentOf(local, offset)
    // midnight may be skipped or come twice where the clocks change
    return edge > at ? momentOf(local - period, offset) : edge
  }
}

const floorTo = (period: Millis, at: Millis, ahead: Millis): Millis => Math.floor((at + ahead) / period) * period - ahead

/** When a zone's clock shows a time, for the first time; where it skips that time, the moment of the skip. */
function momentOf(local: Millis, offset: ZoneOffset): Millis {
  const before = local - offset(local - DAY)
  const after = local - offset(local + DAY)
  const moments = [Math.min(before, after), Math.max(before, after)]
  return moments.find((moment) => moment + offset(moment) === local) ?? before
}
