import type { TextRange } from '#lib/text/text-range.ts'

/** One query: `SOURCE`, then commands parted by `|`. AWS: CWL_QuerySyntax. */
export type Query = TextRange & { readonly kind: 'query'; readonly source?: Source; readonly commands: readonly Command[] }

export type Source = TextRange & {
  readonly kind: 'source'
  readonly groups: readonly string[]
  /** `logGroups(namePrefix: [..], ...)`, by option name in lower case. */
  readonly selectors: Readonly<Record<string, readonly string[]>>
  readonly isSelection: boolean
  /** `start=-1d end=now`, as written. */
  readonly options: Readonly<Record<string, string>>
}

export type Command = Fields | Display | Filter | Stats | Sort | Limit | ParseGlob | ParseRegex | Dedup | Unsupported | BrokenCommand

export type Fields = TextRange & { readonly kind: 'fields'; readonly items: readonly Item[] }
export type Display = TextRange & { readonly kind: 'display'; readonly items: readonly Item[] }
export type Filter = TextRange & { readonly kind: 'filter'; readonly condition: Expression }
export type Stats = TextRange & {
  readonly kind: 'stats'
  readonly items: readonly Item[]
  readonly by: readonly Item[]
  /** Milliseconds, from `offset 1d`. */
  readonly offset?: number
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
/** A command the product has and this house does not simulate yet. */
export type Unsupported = TextRange & { readonly kind: 'unsupported'; readonly name: string }
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
/** `in [..]`; a subquery is `unsupported` for now. */
export type In = TextRange & {
  readonly kind: 'in'
  readonly negated: boolean
  readonly left: Expression
  readonly list: readonly Expression[]
}
export type BrokenExpression = TextRange & { readonly kind: 'broken' }
