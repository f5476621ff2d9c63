import type { AlarmState } from '#lib/alarm/alarm.ts'
import type { Replay, StateStretch } from '#lib/alarm/replay.ts'
import { DAY, HOUR, MINUTE, SECOND, type Millis } from '#lib/time.ts'
import type { Zone } from '#ui/preferences.ts'
import { formatSeconds } from '#ui/time-range/format-time.ts'

/** As CloudWatch's console says them. */
export const stateWords: Readonly<Record<AlarmState, string>> = {
  OK: 'OK',
  ALARM: 'In alarm',
  INSUFFICIENT_DATA: 'Insufficient data',
}

export const alarmStates: readonly AlarmState[] = ['OK', 'ALARM', 'INSUFFICIENT_DATA']

const parts: readonly (readonly [Millis, string])[] = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
  [SECOND, 's'],
]

/** `54 min`, `1 h 20 min`: at most two units. */
export function formatSpan(length: Millis): string {
  const at = parts.findIndex(([size]) => length >= size)
  if (at < 0) return '0 s'
  const [large, small] = [parts[at], parts[at + 1]]
  if (large === undefined) return '0 s'
  const whole = Math.floor(length / large[0])
  const rest = small === undefined ? 0 : Math.floor((length - whole * large[0]) / small[0])
  return rest === 0 || small === undefined ? `${whole} ${large[1]}` : `${whole} ${large[1]} ${rest} ${small[1]}`
}

/** `03:10`, with seconds where there are some. */
export function clockTime(at: Millis, zone: Zone): string {
  const time = formatSeconds(at, zone).slice(11)
  return time.endsWith(':00') ? time.slice(0, 5) : time
}

/** `In alarm: 3 times, 54 min`. */
export function totalWords({ totals }: Replay, state: AlarmState): string {
  const { times, duration } = totals[state]
  if (duration === 0 && times === 0) return `${stateWords[state]}: never`
  const often = state === 'ALARM' ? `${times} ${times === 1 ? 'time' : 'times'}, ` : ''
  return `${stateWords[state]}: ${often}${formatSpan(duration)}`
}

/** The stretch that holds a moment; the last one where none does. */
export function stretchIndexAt(stretches: readonly StateStretch[], at: Millis): number {
  const found = stretches.findIndex((stretch) => at < stretch.end)
  return found < 0 ? stretches.length - 1 : found
}

/** What is looked at first: the first change to ALARM, else the last stretch. */
export function firstOfInterest(stretches: readonly StateStretch[]): Millis | undefined {
  return (stretches.find(({ state }) => state === 'ALARM') ?? stretches.at(-1))?.start
}
