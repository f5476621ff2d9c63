import type { Millis } from '#lib/time.ts'
import type { ParameterValue } from '../episode/setting.ts'
import type { Task } from '../episode/task.ts'

/** One of the `with` keys of a world. */
export type Parameter = {
  readonly name: string
  readonly says: string
  readonly default: ParameterValue
  /** What the value must be; an empty duration or clock time means that there is none. */
  readonly takes: 'number' | 'duration' | 'clock time'
}

/** A story the company plays. */
export type Scenario = {
  readonly name: string
  readonly says: string
  /** Its own fixed date: what makes every reader see the same times. */
  readonly start: Millis
  readonly window: Millis
  readonly groups: readonly string[]
  readonly parameters: readonly Parameter[]
  /** Faults that it knows. */
  readonly faults: readonly string[]
  /** What begins at the start, and the groups it writes: a part whose groups nobody asked for does not run. */
  readonly parts: readonly { readonly first: readonly Task[]; readonly writes: readonly string[] }[]
}
