import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { AlarmState } from '#lib/alarm/alarm.ts'
import type { Prose } from '#lib/text/prose.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import type { Millis, TimeRange } from '#lib/time.ts'
import type { ClaimPart, LineMark } from './exercise.ts'
import type { Cause } from './marking.ts'

/** What the learner hears. Everything below `wrong` and above it in this union says something to do next. */
export type Verdict =
  /** Nothing was written yet; never an attempt. */
  | { readonly kind: 'empty'; readonly message: string }
  /** The text cannot be read; never an attempt. */
  | { readonly kind: 'parse-error'; readonly diagnostics: readonly Diagnostic[] }
  /** A form the product refuses; a sentence for each field. Never an attempt. */
  | { readonly kind: 'form-error'; readonly problems: readonly FieldProblem[] }
  /** It can be read and cannot be run on this data. */
  | { readonly kind: 'engine-error'; readonly message: string; readonly range?: TextRange }
  /** Our fault; the learner may go on. */
  | { readonly kind: 'grader-bug'; readonly id: string; readonly message: string }
  | Misconception
  | WrongVerdict
  | PassesVisibleFailsHidden
  | Pass

/** `member` as the product spells it: `Threshold`, `targets.1.statistic`. */
export type FieldProblem = { readonly member: string; readonly says: string }

export type Misconception = {
  readonly kind: 'misconception'
  readonly id: string
  readonly title: string
  readonly cause?: Cause
  /** `elsewhere`: the figures come from a log that was not on screen. */
  readonly where: 'here' | 'elsewhere'
  readonly right: Prose
  readonly differs: Prose
  readonly why: Prose
  readonly difference?: Difference
  /** A misconception that is a text the product refuses; never an attempt. */
  readonly diagnostics?: readonly Diagnostic[]
  readonly drawAgain?: number
}

type WrongVerdict = {
  readonly kind: 'wrong'
  readonly title: string
  /** Sentences: what is right already. */
  readonly right: readonly string[]
  /** The first difference in words. */
  readonly first: string
  /** Where it comes from, where that can be known. */
  readonly why?: string
  readonly difference: Difference
  /** A reading has shown its truth: this drawing comes next. */
  readonly drawAgain?: number
}

type PassesVisibleFailsHidden = {
  readonly kind: 'passes-visible-fails-hidden'
  readonly title: string
  readonly right: readonly string[]
  readonly first: string
  readonly why?: string
  /** The fewest lines of a hidden log on which the two differ; none where no log is compared. */
  readonly lines: readonly ShownLine[]
  readonly difference: Difference
}

export type Pass = {
  readonly kind: 'pass'
  readonly title: string
  readonly notes: readonly Note[]
  readonly solution?: { readonly text: string; readonly why: Prose }
  readonly alternative?: { readonly text: string; readonly why: Prose }
  readonly after: Prose
  readonly difference?: Difference
  readonly drawAgain?: number
}

export type Note = { readonly kind: 'scan' | 'length' | 'name' | 'edit' | 'order' | 'pages' | 'queries'; readonly message: string }

/** Side by side: what came out and what should have. */
export type Difference =
  | RowsDifference
  | EventsDifference
  | ReadingsDifference
  | NightsDifference
  | PanelDifference
  | StatesDifference
  | ChoicesDifference
  | TablesDifference
  | MarksDifference
  | ClaimDifference

export type RowsDifference = {
  readonly kind: 'rows'
  readonly columns: readonly string[]
  /** The first differing rows; `folded` more were left out. */
  readonly rows: readonly RowDifference[]
  readonly folded: number
  readonly yoursTotal: number
  readonly expectedTotal: number
}

export type RowDifference = {
  readonly state: 'missing' | 'extra' | 'changed' | 'moved'
  readonly yours?: readonly Cell[]
  readonly expected?: readonly Cell[]
}

export type Cell = { readonly text: string; readonly differs: boolean }

export type EventsDifference = {
  readonly kind: 'events'
  /** The first that differ; `folded` more were left out. */
  readonly events: readonly EventDifference[]
  readonly folded: number
  readonly yoursTotal: number
  readonly expectedTotal: number
}

/** `extra`: kept by the answer and not wanted; `missing`: wanted and not kept. */
export type EventDifference = ShownLine & {
  readonly state: 'missing' | 'extra'
  /** Why the answer kept it or did not; why the wanted pattern did. */
  readonly yourReason?: string
  readonly expectedReason?: string
  /** What made it match. */
  readonly ranges: readonly TextRange[]
}

export type ShownLine = { readonly eventId: string; readonly timestamp: number; readonly message: string }

/** A construct: how each program read each line. */
export type ReadingsDifference = {
  readonly kind: 'readings'
  readonly lines: readonly {
    readonly message: string
    readonly programs: readonly {
      readonly name: string
      readonly keeps: boolean
      readonly reason?: string
      readonly ranges: readonly TextRange[]
    }[]
  }[]
}

/** An alarm, night by night: the nights shown first, then those nobody has seen. */
export type NightsDifference = {
  readonly kind: 'nights'
  /** How long after an onset a page still counted. */
  readonly delay: Millis
  readonly nights: readonly NightReport[]
  readonly yours: NightsScore
  readonly expected: NightsScore
}

export type NightReport = {
  readonly title: string
  readonly isHidden: boolean
  readonly range: TimeRange
  readonly incidents: readonly IncidentReport[]
  /** Changes to ALARM outside every incident. */
  readonly falsePages: number
  /** Every change to ALARM, in order of time. */
  readonly pages: readonly PageReport[]
}

export type IncidentReport = TimeRange & {
  readonly outcome: 'caught' | 'late' | 'missed'
  /** From the onset to the first page of it. */
  readonly delay?: Millis
}

/** `again`: one more page of an incident that had paged; no harm. */
export type PageReport = { readonly at: Millis; readonly counts: 'caught' | 'late' | 'again' | 'false'; readonly reason: string }

export type NightsScore = {
  readonly caught: number
  readonly incidents: number
  readonly falsePages: number
  /** Of what was found at all. */
  readonly medianDelay?: Millis
}

/** A panel: its lines on the world shown, then its rules. */
export type PanelDifference = {
  readonly kind: 'panel'
  readonly series: readonly SeriesReport[]
  readonly rules: readonly RuleReport[]
}

/** `extra`: drawn and not asked for; `missing`: asked for and not drawn, so it has no label. */
export type SeriesReport = { readonly state: 'right' | 'extra' | 'missing'; readonly label?: string; readonly says: string }
export type RuleReport = { readonly rule: string; readonly isMet: boolean; readonly says: string }

/** A prediction of states: what was marked and what was. */
export type StatesDifference = {
  readonly kind: 'states'
  readonly moments: readonly { readonly at: Millis; readonly yours: AlarmState; readonly truth: AlarmState; readonly why: string }[]
}

/** A choice: which questions are right; a wrong one's right option is not told. */
export type ChoicesDifference = {
  readonly kind: 'choices'
  readonly questions: readonly {
    readonly question: string
    readonly chosen: string | null
    readonly isRight: boolean
    /** What the chosen statistic gives on the world shown: "0.18". */
    readonly value?: string
  }[]
}

/** A prediction of a table: which was picked, which it was, and where the two part. */
export type TablesDifference = {
  readonly kind: 'tables'
  readonly picked: string
  readonly truth: string
  readonly rows?: RowsDifference
}

/** A redaction, piece by piece. */
export type MarksDifference = { readonly kind: 'marks'; readonly pieces: readonly MarkReport[] }

/** `half`: some of it still stands; `spoilt`: it may stay and was marked. */
export type MarkReport = LineMark & {
  readonly text: string
  /** What it is, where the author names it. */
  readonly label?: string
  readonly state: 'found' | 'missed' | 'half' | 'spoilt'
}

/** A claim, part by part; what is right stays the learner's to find. */
export type ClaimDifference = {
  readonly kind: 'claim'
  readonly parts: readonly { readonly part: ClaimPart | 'evidence'; readonly isRight: boolean; readonly says: string }[]
}

/** One step of the ladder; the page never says how many are left. */
export type Hint = {
  readonly index: number
  readonly rung: 'where' | 'construct' | 'gap' | 'twin' | 'answer'
  readonly says: Prose
  /** What the answer does now: "Your pattern keeps 0 of 100 lines." */
  readonly state?: string
  /** The twin solved, or the answer itself. */
  readonly worked?: { readonly task: Prose; readonly text: string; readonly why: Prose }
  /** After the answer was shown: solve this drawing. */
  readonly drawAgain?: number
}
