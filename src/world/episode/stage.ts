import type { Millis } from '#lib/time.ts'
import type { CompanyState } from './company-state.ts'
import type { Emission } from './emission.ts'
import type { Setting } from './setting.ts'
import type { Task } from './task.ts'

/** What a handler sees of its episode: the time, the company, and the two things it can do. */
export type Stage = {
  readonly setting: Setting
  readonly state: CompanyState
  readonly now: Millis
  /** Wakes a part again at that time; never in the past. */
  schedule(at: Millis, task: Task): void
  /** Records that something happens, now or at a time that is already decided. */
  emit(at: Millis, emission: Emission): void
}
