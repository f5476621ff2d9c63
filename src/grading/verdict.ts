import type { Diagnostic } from '#lib/diagnostic.ts'
import type { Prose } from '#lib/prose.ts'
import type { TextRange } from '#lib/text-range.ts'
import type { Cause } from './marking.ts'

/** What the learner hears. Everything below `wrong` and above it in this union says something to do next. */
export type Verdict =
  /** Nothing was written yet; never an attempt. */
  | { readonly kind: 'empty'; readonly message: string }
  /** The text cannot be read; never an attempt. */
  | { readonly kind: 'parse-error'; readonly diagnostics: readonly Diagnostic[] }
  /** It can be read and cannot be run on this data. */
  | { readonly kind: 'engine-error'; readonly message: string; readonly range?: TextRange }
  /** Our fault; the learner may go on. */
  | { readonly kind: 'grader-bug'; readonly id: string; readonly message: string }
  | Misconception
  | WrongVerdict
  | PassesVisibleFailsHidden
  | Pass

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
  readonly difference: Difference
  /** A reading has shown its truth: this drawing comes next. */
  readonly drawAgain?: number
}

type PassesVisibleFailsHidden = {
  readonly kind: 'passes-visible-fails-hidden'
  readonly title: string
  readonly right: readonly string[]
  readonly first: string
  /** The fewest lines of a hidden log on which the two differ. */
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

export type Note = { readonly kind: 'scan' | 'length' | 'name' | 'edit' | 'order'; readonly message: string }

/** Side by side: what came out and what should have. */
export type Difference = RowsDifference | EventsDifference | ReadingsDifference

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
