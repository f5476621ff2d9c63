import type { Millis } from '#lib/time.ts'
import type { Metric } from '../renderings/metrics/metric.ts'
import type { ParameterValue } from '../episode/setting.ts'
import type { Task } from '../episode/task.ts'

/** One of the `with` keys of a world. */
export type Parameter = {
  readonly name: string
  readonly says: string
  readonly default: ParameterValue
  /** What the value must be; an empty duration or clock time means that there is none. */
  readonly takes: 'number' | 'duration' | 'clock time'
  /** The largest number. */
  readonly most?: number
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
  readonly parts: readonly Part[]
}

/** What begins at the start, the groups it writes and what is measured of it: where groups are asked for and none of its own, it does not run. */
export type Part = { readonly first: readonly Task[]; readonly writes: readonly string[]; readonly measures: readonly Metric[] }
