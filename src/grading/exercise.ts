import type { ChartRoles } from '#languages/insights/index.ts'
import type { AlarmState, MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Panel } from '#lib/panel.ts'
import type { Prose } from '#lib/text/prose.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import type { Millis, TimeRange } from '#lib/time.ts'
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

export type ExerciseKind =
  | 'write'
  | 'fix'
  | 'write-for-chart'
  | 'fill-gap'
  | 'fragments'
  | 'predict-lines'
  | 'predict-table'
  | 'redact'
  | 'investigate'
  | 'construct'
  | 'alarm'
  | 'panel'
  | 'predict-state'
  | 'choose'
  | 'sort'

/** The languages a text may be asked for in. */
export const exerciseLanguages = ['filter-pattern', 'insights'] as const
export type ExerciseLanguage = (typeof exerciseLanguages)[number]

/** What an exercise is about: a language, or something that is filled in or looked at. */
export type ExerciseSubject = ExerciseLanguage | 'alarm' | 'panel' | 'metrics' | 'lines' | 'claim' | 'cards'

export const isExerciseLanguage = (subject: ExerciseSubject): subject is ExerciseLanguage =>
  exerciseLanguages.some((language) => language === subject)

/** What the page shows: everything of the file but what would give the answer away. One drawing for each value of `draw`. */
export type Exercise = ExerciseSummary & { readonly drawings: readonly Drawing[] }

export type Drawing = {
  readonly language: ExerciseSubject
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
  /** An alarm: what the form opens with, and the nights it is tried on. */
  readonly alarm?: DrawnAlarm
  /** A panel: what the editor opens with, and what is looked at, in words that name no value. */
  readonly panel?: { readonly start: Panel; readonly asks: readonly string[] }
  /** A prediction of states: the alarm, and the moments asked for. */
  readonly states?: { readonly alarm: MetricAlarm; readonly moments: readonly Millis[] }
  /** A choice: each question with its options in the order shown. Cards to sort: each with all the shelves. */
  readonly items?: readonly Item[]
  /** A redaction: the lines as they would be logged. */
  readonly lines?: readonly string[]
  /** An investigation: what the claim is to say. */
  readonly claim?: AskedClaim
}

export const claimParts = ['cause', 'start', 'customers', 'line', 'request'] as const
export type ClaimPart = (typeof claimParts)[number]

/** The screens an investigation may be made on. */
export const claimConsoles = ['logs', 'insights', 'metrics'] as const
export type ClaimConsole = (typeof claimConsoles)[number]

export type AskedClaim = {
  readonly parts: readonly ClaimPart[]
  /** What is asked of a part, where the author says it in other words. */
  readonly labels: Readonly<Partial<Record<ClaimPart, string>>>
  /** In the order shown. */
  readonly causes: readonly string[]
  readonly consoles: readonly ClaimConsole[]
  /** From how many of the consoles evidence must come. */
  readonly evidence: number
  /** More queries than these earn a note. */
  readonly queries?: number
}

/** A question that was put to the world, as the journal keeps it. */
export type JournalEntry = { readonly console: ClaimConsole; readonly text: string; readonly group?: string; readonly range: TimeRange }

export type Item = { readonly question: string; readonly options: readonly string[] }

export type DrawnAlarm = {
  /** Members that are not the learner's to change. */
  readonly fixed: readonly (keyof MetricAlarm)[]
  readonly start: MetricAlarm
  readonly nights: readonly Night[]
  /** How long after an onset a page still counts. */
  readonly delay: Millis
}

/** A night that is shown. The first one's world is the drawing's. */
export type Night = {
  readonly title: string
  readonly world: WorldSpec
  /** What is looked at and counted; the world begins a little before, so that an alarm has something to look back on. */
  readonly range: TimeRange
  /** What should page, `[onset, end)`. */
  readonly incidents: readonly TimeRange[]
}

/** What the learner hands in. */
export type Answer =
  | { readonly kind: 'text'; readonly text: string }
  /** Ids of the events ticked. */
  | { readonly kind: 'lines'; readonly eventIds: readonly string[] }
  /** The log lines a learner wrote. */
  | { readonly kind: 'construct'; readonly lines: readonly string[] }
  | { readonly kind: 'alarm'; readonly alarm: MetricAlarm }
  | { readonly kind: 'panel'; readonly panel: Panel }
  /** A state for each moment; null where none is marked yet. */
  | { readonly kind: 'states'; readonly states: readonly (AlarmState | null)[] }
  /** The table picked, by the name it was offered under; null where none is picked yet. */
  | { readonly kind: 'table'; readonly table: string | null }
  /** The pieces of the lines that must not be logged. */
  | { readonly kind: 'marks'; readonly marks: readonly LineMark[] }
  /** What is claimed, as it was typed; every query that was run; which of them are the evidence. */
  | {
      readonly kind: 'claim'
      readonly claim: Readonly<Partial<Record<ClaimPart, string>>>
      readonly journal: readonly JournalEntry[]
      readonly evidence: readonly number[]
    }
  /** An option for each question; null where none is picked yet. */
  | { readonly kind: 'choices'; readonly choices: readonly (string | null)[] }

/** A piece of a line, which is counted from 0. */
export type LineMark = TextRange & { readonly line: number }

/** A result that may be the one, or is to be drawn: its rows, or the words in which the query is refused. */
export type OfferedTable = {
  readonly id: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
  readonly refused?: string
  /** Which of its columns make the chart. */
  readonly chart?: ChartRoles
}

/** What is handed in to an exercise of each kind. */
export const answerKinds: Readonly<Record<ExerciseKind, Answer['kind']>> = {
  write: 'text',
  'write-for-chart': 'text',
  fix: 'text',
  'fill-gap': 'text',
  fragments: 'text',
  'predict-lines': 'lines',
  'predict-table': 'table',
  redact: 'marks',
  investigate: 'claim',
  construct: 'construct',
  alarm: 'alarm',
  panel: 'panel',
  'predict-state': 'states',
  choose: 'choices',
  /** A shelf for each card. */
  sort: 'choices',
}
