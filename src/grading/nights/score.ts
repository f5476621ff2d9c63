import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Replay, StateChange } from '#lib/alarm/replay.ts'
import { SECOND, type Millis, type TimeRange } from '#lib/time.ts'
import type { Night } from '../exercise.ts'
import type { IncidentReport, NightReport, NightsScore, PageReport } from '../verdict.ts'

/** What an alarm did in one night: what it found and when, and how often it paged for nothing. */
export function scoreNight(night: Night, isHidden: boolean, alarm: MetricAlarm, replay: Replay, delay: Millis): NightReport {
  const { title, range, incidents } = night
  const slack = alarm.EvaluationPeriods * (alarm.Period ?? 0) * SECOND
  const first = new Map<number, StateChange>()
  const pages = replay.changes
    .filter((change) => change.to === 'ALARM')
    .map((change): PageReport => {
      const at = incidents.findIndex(({ start, end }) => change.at >= start && change.at <= end + slack)
      const counts = countsAs(at, incidents[at], change, first, delay)
      if (at >= 0 && !first.has(at)) first.set(at, change)
      return { at: change.at, counts, reason: change.reason }
    })
  return {
    title,
    isHidden,
    range,
    incidents: incidents.map((incident, at) => reportOf(incident, first.get(at), delay)),
    falsePages: pages.filter((page) => page.counts === 'false').length,
    pages,
  }
}

function countsAs(
  at: number,
  incident: TimeRange | undefined,
  change: StateChange,
  first: ReadonlyMap<number, StateChange>,
  delay: Millis,
): PageReport['counts'] {
  if (incident === undefined) return 'false'
  if (first.has(at)) return 'again'
  return change.at <= incident.start + delay ? 'caught' : 'late'
}

function reportOf({ start, end }: TimeRange, page: StateChange | undefined, allowed: Millis): IncidentReport {
  if (page === undefined) return { start, end, outcome: 'missed' }
  const delay = page.at - start
  return { start, end, outcome: delay <= allowed ? 'caught' : 'late', delay }
}

export function scoreNights(nights: readonly NightReport[]): NightsScore {
  const incidents = nights.flatMap((night) => night.incidents)
  const delays = incidents.flatMap(({ delay }) => (delay === undefined ? [] : [delay])).sort((left, right) => left - right)
  const medianDelay = delays[Math.floor((delays.length - 1) / 2)]
  return {
    caught: incidents.filter((incident) => incident.outcome === 'caught').length,
    incidents: incidents.length,
    falsePages: nights.reduce((sum, night) => sum + night.falsePages, 0),
    ...(medianDelay === undefined ? {} : { medianDelay }),
  }
}

/** For each night caught, late or missed, and 0, 1 or more false pages: two alarms of one outcome are one misconception. */
export const outcomeOf = (nights: readonly NightReport[]): string =>
  nights.map((night) => `${night.incidents.map(({ outcome }) => outcome).join(',')} ${Math.min(2, night.falsePages)}`).join('; ')
