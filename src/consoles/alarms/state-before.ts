import type { AlarmState } from '#lib/alarm/alarm.ts'
import type { Replay } from '#lib/alarm/replay.ts'
import type { Millis } from '#lib/time.ts'
import { stretchIndexAt } from './state-words.ts'

/** The state that an evaluation found. */
export const stateBefore = ({ stretches, start }: Replay, at: Millis, step: Millis): AlarmState =>
  at - step < start ? 'INSUFFICIENT_DATA' : (stretches[stretchIndexAt(stretches, at - step)]?.state ?? 'INSUFFICIENT_DATA')
