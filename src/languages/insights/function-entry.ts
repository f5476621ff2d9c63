import type { Regex } from '#lib/regex/index.ts'

/** What an expression gives. A timestamp is epoch milliseconds that print as a date; maps and lists come from `jsonParse` and `split`. */
export type Value = null | number | string | boolean | Timestamp | ValueMap | ValueList
export type Timestamp = { readonly kind: 'timestamp'; readonly millis: number }
type ValueMap = { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Value> }
export type ValueList = { readonly kind: 'list'; readonly items: readonly Value[] }

export type ValueType = 'number' | 'string' | 'boolean' | 'timestamp' | 'period' | 'map' | 'list' | 'any'

export type Parameter = {
  readonly name: string
  readonly takes: ValueType
  readonly says: string
  readonly optional?: true
  /** The last parameter may be given again and again. */
  readonly repeats?: true
}

/** What a function may know besides its arguments; times in epoch milliseconds. */
export type EvaluationContext = {
  readonly now: number
  readonly start: number
  readonly end: number
  /** A regular expression the data brings, undefined where it is none. The engine gives it: an editor that only colours must not load RE2. */
  readonly expression: (source: string) => Regex | undefined
}

/** Run by the generic test: `over` are the rows (none given: one empty event), the last column's values are `gives`. */
export type Example = {
  readonly query: string
  readonly over?: readonly Readonly<Record<string, unknown>>[]
  readonly gives: readonly (string | null)[]
}

type Common = {
  /** As the product spells it. */
  readonly name: string
  readonly aliases?: readonly string[]
  readonly group: 'numeric' | 'date' | 'general' | 'json' | 'ip' | 'string' | 'hash' | 'aggregate'
  readonly parameters: readonly Parameter[]
  /** How many arguments it takes at most, where the last parameter repeats. */
  readonly most?: number
  readonly gives: ValueType
  /** One sentence, shown in the editor. */
  readonly says: string
  readonly examples: readonly Example[]
}

/** One scalar definition: the meaning. A period argument arrives as its text (`5m`); `bin` gets the row's time before it. */
export type ScalarEntry = Common & {
  readonly kind: 'scalar'
  readonly evaluate: (args: readonly Value[], context: EvaluationContext) => Value
}

/** The running state of one group; `end` may be asked again while more is to come. */
export type Accumulator = {
  add(args: readonly Value[], timestamp: number): void
  end(): Value
}

/** The meaning of an aggregate. A column kernel may stand beside it in the engine and is held equal by a test. */
export type AggregateEntry = Common & { readonly kind: 'aggregate'; readonly start: () => Accumulator }

export type FunctionEntry = ScalarEntry | AggregateEntry
