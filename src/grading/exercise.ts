import type { Prose } from '#lib/prose.ts'
import type { WorldSpec } from '#lib/world-spec.ts'

export type Unit = {
  readonly slug: string
  readonly title: string
  readonly sentence: string
  readonly skills: Readonly<Record<string, string>>
  readonly exercises: readonly ExerciseSummary[]
}

/** What home and the beats need; small, in the first load. */
export type ExerciseSummary = {
  /** `insights/slowest-branch`. */
  readonly id: string
  readonly title: string
  readonly kind: ExerciseKind
  readonly role: 'example' | 'practice' | 'transfer'
  readonly minutes: number
  readonly skills: readonly string[]
}

export type ExerciseKind = 'write' | 'fix' | 'fill-gap' | 'fragments' | 'predict-lines' | 'construct'
export type ExerciseLanguage = 'filter-pattern' | 'insights'

/** What the page shows: everything of the file but what would give the answer away. One drawing for each value of `draw`. */
export type Exercise = ExerciseSummary & { readonly drawings: readonly Drawing[] }

export type Drawing = {
  readonly language: ExerciseLanguage
  readonly title: string
  readonly world: WorldSpec
  readonly story: Prose
  readonly task: Prose
  /** `Given`: the pattern or query of a reading, the two programs of a construct. */
  readonly given: readonly { readonly name?: string; readonly text: string }[]
  /** The text the editor opens with, the frame of a gap, the pieces of `fragments` in the order shown, the lines of a construct. */
  readonly start: string
  readonly pieces: readonly string[]
  readonly hintCount: number
  /** A construct: which of the two programs is to keep the line. */
  readonly differ?: 'A only' | 'B only' | 'either'
}

/** What the learner hands in. */
export type Answer =
  | { readonly kind: 'text'; readonly text: string }
  /** Ids of the events ticked. */
  | { readonly kind: 'lines'; readonly eventIds: readonly string[] }
  /** The log lines a learner wrote. */
  | { readonly kind: 'construct'; readonly lines: readonly string[] }

/** What is handed in to an exercise of each kind. */
export const answerKinds: Readonly<Record<ExerciseKind, Answer['kind']>> = {
  write: 'text',
  fix: 'text',
  'fill-gap': 'text',
  fragments: 'text',
  'predict-lines': 'lines',
  construct: 'construct',
}
