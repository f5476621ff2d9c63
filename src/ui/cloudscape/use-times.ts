import { useMemo } from 'react'
import type { Millis } from '#lib/time.ts'
import { usePreferences, type Zone } from '../preferences.ts'
import { formatSeconds, formatZoned, zoneName } from '../time-range/format-time.ts'

export type Times = {
  readonly zone: Zone
  /** `2026-03-04 14:05:00 (UTC)`: a moment in a list or a form. */
  moment(at: Millis | undefined): string
  /** `2026-03-04T14:05:00.123Z`: a log event's. */
  exact(at: Millis): string
  /** `UTC`, `UTC+02:00`. */
  name(at: Millis): string
}

/** Moments in the zone the reader chose, named as AWS's console names them. */
export function useTimes(): Times {
  const { zone } = usePreferences()
  return useMemo(
    () => ({
      zone,
      moment: (at: Millis | undefined) => (at === undefined ? '-' : `${formatSeconds(at, zone)} (${zoneName(zone, at)})`),
      exact: (at: Millis) => formatZoned(at, zone),
      name: (at: Millis) => zoneName(zone, at),
    }),
    [zone],
  )
}
