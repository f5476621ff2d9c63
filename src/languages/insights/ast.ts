import type { TextRange } from '#lib/text/text-range.ts'

/** One query: `SOURCE`, then commands parted by `|`. AWS: CWL_QuerySyntax. */
export type Query = TextRange & { readonly kind: 'query'; readonly source?: Source; readonly commands: readonly Command[] }

export type Source = TextRange & {
  readonly kind: 'source'
  readonly groups: readonly string[]
  /** `logGroups(namePrefix: [..], ...)`, by option name in lower case. */
  readonly selectors: Readonly<Record<string, readonly string[]>>
  readonly isSelection: boolean
  /** `start=-1d end=now`, by name in lower case. */
  readonly options: Readonly<Partial<Record<SourceOptionName, SourceOption>>>
}

export type SourceOptionName = 'start' | 'end'
export type SourceOption = TextRange & { readonly value: string }

export type Command =
  | Fields
  | Display
  | Filter
  | FilterIndex
  | Stats
  | Sort
  | Limit
  | ParseGlob
  | ParseRegex
  | Dedup
  | Pattern
  | Anomaly
  | Diff
  | LogCompare
  | RelevantFields
  | Unnest
  | Expand
  | Lookup
  | CidrLookup
  | Join
  | AppendCols
  | AddTotals
  | Accum
  | Autoregress
  | FillDown
  | FillMissing
  | Outlier
  | Sessionize
  | CountFrequent
  | BrokenCommand

/** A query in parentheses, with its text as written. */
export type Subquery = TextRange & { readonly query: Query; readonly text: string }

export type Fields = TextRange & { readonly kind: 'fields'; readonly items: readonly Item[] }
export type Display = TextRange & { readonly kind: 'display'; readonly items: readonly Item[] }
export type Filter = TextRange & { readonly kind: 'filter'; readonly condition: Expression }
export type Stats = TextRange & {
  readonly kind: 'stats'
  readonly items: readonly Item[]
  readonly by: readonly Item[]
  readonly offset?: PeriodLiteral
}
export type Sort = TextRange & { readonly kind: 'sort'; readonly keys: readonly SortKey[] }
export type SortKey = TextRange & { readonly expression: Expression; readonly descending: boolean; readonly isExplicit: boolean }
export type Limit = TextRange & { readonly kind: 'limit'; readonly count: number; readonly any: boolean }
export type ParseGlob = TextRange & {
  readonly kind: 'parse-glob'
  /** Absent: `@message`. */
  readonly input?: Expression
  readonly glob: string
  readonly names: readonly Name[]
}
export type ParseRegex = TextRange & { readonly kind: 'parse-regex'; readonly input?: Expression; readonly regex: RegexLiteral }
export type Dedup = TextRange & { readonly kind: 'dedup'; readonly keys: readonly FieldPath[] }
/** `filterIndex f = v` or `filterIndex f in [v, ...]`. */
export type FilterIndex = TextRange & {
  readonly kind: 'filterIndex'
  readonly field: FieldPath
  readonly values: readonly Expression[]
  readonly isList: boolean
}
export type Pattern = TextRange & { readonly kind: 'pattern'; readonly input: Expression }
export type Anomaly = TextRange & { readonly kind: 'anomaly' }
/** Without a modifier, against the time right before. */
export type Diff = TextRange & { readonly kind: 'diff'; readonly modifier?: DiffModifier }
export type DiffModifier = 'previousDay' | 'previousWeek' | 'previousMonth'
export type LogCompare = TextRange & { readonly kind: 'logcompare'; readonly timeshift: PeriodLiteral }
export type RelevantFields = TextRange & {
  readonly kind: 'relevantfields'
  readonly fields: readonly FieldPath[]
  readonly condition: Expression
}
export type Unnest = TextRange & { readonly kind: 'unnest'; readonly list: Expression; readonly name: Name }
export type Expand = TextRange & { readonly kind: 'expand'; readonly field: FieldPath }
/** `column` is the table's, `field` the row's. */
export type LookupKey = { readonly column: Name; readonly field: FieldPath }
export type Lookup = TextRange & {
  readonly kind: 'lookup'
  readonly table: Name
  readonly keys: readonly LookupKey[]
  readonly outputs: readonly Name[]
}
export type CidrOutput = { readonly column: Name; readonly alias?: Name }
export type CidrLookup = TextRange & {
  readonly kind: 'cidrlookup'
  readonly table: Name
  readonly field: FieldPath
  readonly column?: Name
  readonly outputs: readonly CidrOutput[]
  /** OUTPUTNEW: only where a row has nothing. */
  readonly fillsOnly: boolean
}
export type Join = TextRange & {
  readonly kind: 'join'
  readonly type: 'inner' | 'left'
  /** The names of the two sides: their fields are `left.x` and `right.y`. */
  readonly left: string
  readonly right: string
  /** With the side's name in front. */
  readonly leftKey: FieldPath
  readonly rightKey: FieldPath
  readonly subquery: Subquery
}
export type AppendCols = TextRange & {
  readonly kind: 'appendcols'
  readonly override: boolean
  readonly max: number
  readonly subquery: Subquery
}
export type AddTotals = TextRange & {
  readonly kind: 'addtotals'
  /** What the column of sums is called. */
  readonly title: string
  readonly row: boolean
  readonly col: boolean
  /** None: every numeric field. */
  readonly fields: readonly FieldPath[]
}
export type Accum = TextRange & { readonly kind: 'accum'; readonly field: FieldPath; readonly alias?: Name }
/** `p=first-last`: how many rows back. */
export type Autoregress = TextRange & {
  readonly kind: 'autoregress'
  readonly field: FieldPath
  readonly alias?: Name
  readonly first: number
  readonly last: number
}
/** Names, or wildcards with `*`; none: every field. */
export type FillDown = TextRange & { readonly kind: 'filldown'; readonly fields: readonly Name[] }
export type FillMissing = TextRange & { readonly kind: 'fillmissing'; readonly values: readonly FillValue[] }
export type FillValue = { readonly value: Expression; readonly name: Name }
export type Outlier = TextRange & {
  readonly kind: 'outlier'
  readonly action: 'transform' | 'remove'
  readonly param: number
  readonly uselower: boolean
  readonly mark: boolean
  readonly fields: readonly FieldPath[]
}
export type Sessionize = TextRange & {
  readonly kind: 'sessionize'
  readonly fields: readonly FieldPath[]
  /** Absent: 30 minutes. */
  readonly maxspan?: PeriodLiteral
  readonly alias?: Name
}
export type CountFrequent = TextRange & { readonly kind: 'countFrequent'; readonly fields: readonly FieldPath[] }
/** What could not be read; its diagnostics say why. */
export type BrokenCommand = TextRange & { readonly kind: 'broken' }

/** `title` is the column's name: the alias, else the expression as written. */
export type Item = TextRange & { readonly expression: Expression; readonly alias?: string; readonly title: string }

export type Name = TextRange & { readonly name: string }

export type Expression =
  | NumberLiteral
  | StringLiteral
  | BooleanLiteral
  | PeriodLiteral
  | FieldPath
  | Star
  | Call
  | Not
  | Negate
  | Binary
  | Like
  | In
  | BrokenExpression

export type NumberLiteral = TextRange & { readonly kind: 'number'; readonly value: number; readonly text: string }
export type StringLiteral = TextRange & { readonly kind: 'string'; readonly value: string }
export type BooleanLiteral = TextRange & { readonly kind: 'boolean'; readonly value: boolean }
/** `5m`: an amount and a unit as written, and its length in milliseconds where the unit has one (months have not). */
export type PeriodLiteral = TextRange & {
  readonly kind: 'period'
  readonly amount: number
  readonly unit: PeriodUnit
  readonly text: string
}
export type PeriodUnit = 'ms' | 's' | 'm' | 'h' | 'd' | 'w' | 'mo' | 'q' | 'y'
/** `a.b[0].c`: `name` is the whole path in dots without backticks (`a.b.0.c`), `steps` its parts. */
export type FieldPath = TextRange & { readonly kind: 'field'; readonly name: string; readonly steps: readonly (string | number)[] }
export type Star = TextRange & { readonly kind: 'star' }
/** `name` as written; functions are found in either case. */
export type Call = TextRange & {
  readonly kind: 'call'
  readonly name: string
  readonly nameRange: TextRange
  readonly args: readonly Expression[]
}
export type Not = TextRange & { readonly kind: 'not'; readonly operand: Expression }
export type Negate = TextRange & { readonly kind: 'negate'; readonly operand: Expression }
export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '^' | '=' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or'
export type Binary = TextRange & {
  readonly kind: 'binary'
  readonly operator: BinaryOperator
  readonly left: Expression
  readonly right: Expression
}
/** `like`, `not like`, `=~`: a string is a plain substring, a regex a search. */
export type Like = TextRange & {
  readonly kind: 'like'
  readonly negated: boolean
  readonly left: Expression
  readonly pattern: StringLiteral | RegexLiteral | BrokenExpression
}
export type RegexLiteral = TextRange & { readonly kind: 'regex'; readonly source: string }
/** `in [..]`, or `in (query)`: the list is empty then. */
export type In = TextRange & {
  readonly kind: 'in'
  readonly negated: boolean
  readonly left: Expression
  readonly list: readonly Expression[]
  readonly subquery?: Subquery
}
export type BrokenExpression = TextRange & { readonly kind: 'broken' }
