import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Dimensions } from '#lib/metric/metric.ts'
import type { Panel } from '#lib/panel.ts'
import type { Prose } from '#lib/text/prose.ts'
import type { Millis, TimeRange } from '#lib/time.ts'
import type { AddedLine, FaultOptions, WorldSpec } from '#lib/world-spec.ts'
import type { ClaimConsole, ClaimPart, DrawnAlarm, ExerciseKind, ExerciseSubject, Item, LineMark, Night } from './exercise.ts'

/** What the page must not show and the grader needs; one drawing for each value of `draw`. */
export type Marking = {
  readonly id: string
  readonly kind: ExerciseKind
  readonly role: 'example' | 'practice' | 'transfer'
  readonly drawings: readonly DrawnMarking[]
}

export type DrawnMarking = {
  readonly language: ExerciseSubject
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
  readonly alarm?: AlarmMarking
  readonly panel?: PanelMarking
  readonly states?: { readonly alarm: MetricAlarm; readonly moments: readonly Millis[] }
  readonly choice?: ChoiceMarking
  readonly redaction?: RedactionMarking
  readonly claim?: ClaimMarking
}

/** An alarm is marked by what it would have done: on the nights shown, and on others like them. */
export type AlarmMarking = Omit<DrawnAlarm, 'nights'> & {
  readonly nights: readonly MarkedNight[]
  /** How many incidents of those there are must be caught. */
  readonly catch: 'all' | number
  /** How many false pages are borne over all nights shown, and over as many hidden ones. */
  readonly falsePages: number
}

/** A night with its faults, so that others like it can be made. */
export type MarkedNight = Night & {
  readonly faults: readonly NightFault[]
  /** The world begins a little before its night, so that an alarm has something to look back on. */
  readonly worldStart: Millis
}

export type NightFault = TimeRange & {
  readonly name: string
  readonly options: FaultOptions
  /** What it is varied from; nothing where the fault has none. */
  readonly strength?: number
  readonly isIncident: boolean
}

export type PanelMarking = { readonly start: Panel; readonly rules: PanelRules }

/** What a panel must have besides its series; a list is of units that say the same. */
export type PanelRules = {
  readonly unit?: readonly string[]
  readonly 'axis.min'?: number
  readonly 'axis.max'?: number
  readonly legend?: 'distinct'
  readonly thresholds?: readonly number[]
  readonly title?: 'given'
}

export type ChoiceMarking = {
  readonly items: readonly (Item & { readonly right: string })[]
  /** The metrics the options speak of (`Errors Sum`): figures are read from them. */
  readonly metrics?: { readonly namespace: string; readonly dimensions: Dimensions }
}

/** Lines with what must not be logged in them, and what looks like it and may stay. */
export type RedactionMarking = { readonly lines: readonly string[]; readonly pieces: readonly LabelledPiece[] }

export type LabelledPiece = LineMark & { readonly label: string; readonly isSecret: boolean }

/** What a misconception about a redaction does: it leaves a label in, or takes one out. */
export type RedactionSlip = { readonly kind: 'missed' | 'marked'; readonly label: string }

/** What a claim must say; the truth of each part is asked of the world shown. */
export type ClaimMarking = ClaimTruth & {
  /** In the order shown. */
  readonly causes: readonly string[]
  readonly labels: Readonly<Partial<Record<ClaimPart, string>>>
  readonly evidence?: { readonly from: number; readonly of: readonly ClaimConsole[]; readonly overlapsStart: boolean }
  readonly queries?: number
}

/** Some parts of a claim: the right ones, or a misconception's. */
export type ClaimTruth = {
  readonly cause?: string
  readonly start?: { readonly insights: string; readonly within: Millis }
  readonly customers?: { readonly insights: string; readonly within: number }
  readonly line?: { readonly pattern: string }
  readonly request?: { readonly insights: string }
}

/** What a journal shows of how somebody went about it. */
export type Habit = { readonly kind: 'never-narrowed'; readonly field: string } | { readonly kind: 'began-unfiltered' }

export type Mutator = { readonly name: string; readonly argument?: string }

/** `line` is the program's line in the author's file: the gates name it. */
export type Program = {
  readonly text: string
  readonly line: number
  /** What the fence says, where it is an alarm, a panel or an option. */
  readonly alarm?: MetricAlarm
  readonly panel?: Panel
  /** A choice: the option, and its question where the author names one. */
  readonly choice?: { readonly question?: string; readonly option: string }
  readonly slip?: RedactionSlip
  readonly claim?: ClaimMarking
  readonly habit?: Habit
}

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
  'never pages',
  'misses one',
  'pages late',
  'pages for nothing',
  'other series',
  'other rules',
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
