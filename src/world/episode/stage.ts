import type { Millis } from '#lib/time.ts'
import type { Emission } from './emission.ts'
import type { Setting } from './setting.ts'
import type { Task } from './task.ts'

/** What a handler sees of its episode: the time, and the two things it can do. */
export type Stage = {
  readonly setting: Setting
  readonly now: Millis
  /** Wakes the part again at that time; never in the past. */
  schedule(at: Millis, task: Task): void
  /** Records that something happened, now or on the way to what is already decided. */
  emit(at: Millis, emission: Emission): void
}
