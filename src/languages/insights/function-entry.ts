/** What an expression gives. A timestamp is epoch milliseconds that print as a date; maps and lists come from `jsonParse` and `split`. */
export type Value = null | number | string | boolean | Timestamp | ValueMap | ValueList
export type Timestamp = { readonly kind: 'timestamp'; readonly millis: number }
export type ValueMap = { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Value> }
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
export type EvaluationContext = { readonly now: number; readonly start: number; readonly end: number }

type Common = {
  /** As the product spells it. */
  readonly name: string
  readonly aliases?: readonly string[]
  readonly group: 'numeric' | 'date' | 'general' | 'json' | 'ip' | 'string' | 'hash' | 'aggregate'
  readonly parameters: readonly Parameter[]
  readonly gives: ValueType
  /** One sentence, shown in the editor. */
  readonly says: string
  /** Each is run by the generic test; `over` are the rows, `query` a whole query whose last column's values are `gives`. */
  readonly examples: readonly {
    readonly query: string
    readonly over?: readonly Readonly<Record<string, unknown>>[]
    readonly gives: readonly (string | null)[]
  }[]
}

/** One scalar definition: the meaning. A column kernel may stand beside it and is held equal by a test. */
export type ScalarEntry = Common & {
  readonly kind: 'scalar'
  readonly evaluate: (args: readonly Value[], context: EvaluationContext) => Value
}

/** `State` is the entry's own; `add` may change it in place. */
export type AggregateEntry<State = unknown> = Common & {
  readonly kind: 'aggregate'
  readonly start: () => State
  readonly add: (state: State, args: readonly Value[], timestamp: number) => State
  readonly end: (state: State, args: readonly Value[]) => Value
}

export type FunctionEntry = ScalarEntry | AggregateEntry
