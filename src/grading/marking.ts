import type { Prose } from '#lib/prose.ts'
import type { AddedLine, WorldSpec } from '#lib/world-spec.ts'
import type { ExerciseKind, ExerciseLanguage } from './exercise.ts'

/** What the page must not show and the grader needs; one drawing for each value of `draw`. */
export type Marking = {
  readonly id: string
  readonly kind: ExerciseKind
  readonly role: 'example' | 'practice' | 'transfer'
  readonly drawings: readonly DrawnMarking[]
}

export type DrawnMarking = {
  readonly language: ExerciseLanguage
  /** The world on screen: its seed is the drawing's. */
  readonly world: WorldSpec
  readonly hidden: { readonly mutators: readonly Mutator[]; readonly lines: readonly AddedLine[] }
  readonly compare: CompareOptions
  readonly task: Prose
  readonly given: readonly { readonly name?: string; readonly text: string }[]
  readonly start: string
  readonly pieces: readonly string[]
  readonly hints: readonly AuthorHint[]
  /** None for a reading: its truth is computed. */
  readonly solution?: Worked
  readonly alternative?: Worked
  readonly alsoRight: readonly Program[]
  readonly wrongs: readonly Wrong[]
  readonly par: { readonly length?: number; readonly scanned?: number }
  readonly differ: Differ
  readonly after: Prose
}

export type Mutator = { readonly name: string; readonly argument?: string }

/** `line` is the program's line in the author's file: the gates name it. */
export type Program = { readonly text: string; readonly line: number }

export type Worked = Program & { readonly why: Prose }

export type Differ = 'A only' | 'B only' | 'either'

export const causes = ['earlier-habit', 'over-generalised', 'natural-language', 'mental-model'] as const
export type Cause = (typeof causes)[number]

/** One misconception: any of its programs stands for it. */
export type Wrong = {
  readonly name: string
  readonly line: number
  readonly programs: readonly WrongProgram[]
  /** Paragraphs in the order right, differs, why; figures still stand as `{{first.yours}}`. */
  readonly right: Prose
  readonly differs: Prose
  readonly why: Prose
}

export type WrongProgram = Program & {
  readonly cause?: Cause
  /** Recognised by this diagnostic's code instead of by results. */
  readonly refused?: string
}

export const conditions = [
  'keeps nothing',
  'keeps everything',
  'keeps too much',
  'keeps too little',
  'other columns',
  'same rows, other order',
  'does not group',
  'is refused',
] as const
export type Condition = (typeof conditions)[number]

export type AuthorHint = { readonly line: number; readonly condition?: Condition; readonly says: Prose }

export type CompareOptions = {
  readonly rows: RowsOption
  readonly columns: 'by name' | 'by position' | 'at least'
  /** Relative; absolute below 1. */
  readonly tolerance: number
  /** `equal`: a missing cell is an empty one. */
  readonly nulls: 'equal' | 'distinct'
}

export type RowsOption =
  | { readonly kind: 'any order' }
  | { readonly kind: 'ordered' }
  | { readonly kind: 'ordered by'; readonly column: string; readonly descending: boolean }
  | { readonly kind: 'top'; readonly count: number; readonly column: string; readonly descending: boolean }

export const defaultCompare: CompareOptions = { rows: { kind: 'any order' }, columns: 'by position', tolerance: 1e-6, nulls: 'equal' }
