import type { LogsClient } from '#clients/cloudwatch-logs.ts'
import type { Language } from '#lib/text/language.ts'
import type { Millis } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import type { Condition } from '../marking.ts'
import type { Events, Outcome } from '../results/outcome.ts'
import type { Laboratory, LoggedLine, Reading } from '../worlds/laboratory.ts'

/** An account whose groups are read over a time range. */
export type Place = { readonly client: LogsClient; readonly groups: readonly string[]; readonly start: Millis; readonly end: Millis }

/** A language in which answers are written: how a text of it is run, and how what comes back is read. */
export type ProgramLanguage = {
  readonly language: Language
  /** `pattern`, `query`: what a text of it is called. */
  readonly noun: string
  /** Whether it can say, line by line, why it kept one. */
  readonly tellsReasons: boolean
  run(place: Place, text: string, signal?: AbortSignal): Promise<Outcome>
  /** Of the lines shown those a text keeps. */
  keptLines(laboratory: Laboratory, text: string, world: WorldSpec, lines: readonly LoggedLine[]): Promise<Events>
  /** How a text reads each of a few lines by itself. */
  readLines(laboratory: Laboratory, text: string, world: WorldSpec, messages: readonly string[]): Promise<readonly Reading[]>
  /** The columns of its result, where it has some. */
  columns(text: string): readonly string[] | undefined
  /** Whether it folds rows into groups; undefined where no text of it could. */
  groups(text: string): boolean | undefined
  /** Conditions of hints that can never hold. */
  readonly neverHolds: readonly Condition[]
  /** The text with each of its parts left out once. */
  withoutParts(text: string): readonly string[]
}
