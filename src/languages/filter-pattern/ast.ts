import type { TextRange } from '#lib/text/text-range.ts'

/** One pattern; its first character chooses the form. AWS: FilterAndPatternSyntax. */
export type FilterPattern = All | Terms | RegexPattern | JsonPattern | Delimited | BrokenPattern

/** The empty pattern: every event. */
type All = TextRange & { readonly kind: 'all' }
export type Terms = TextRange & { readonly kind: 'terms'; readonly terms: readonly Term[] }
/** `optional` is `?term`, `excluded` is `-term`. */
export type Term = TextRange & { readonly mode: 'plain' | 'optional' | 'excluded'; readonly text: string }
export type RegexPattern = TextRange & { readonly kind: 'regex'; readonly regex: RegexOperand }
export type JsonPattern = TextRange & { readonly kind: 'json'; readonly condition: Condition }
export type Delimited = TextRange & { readonly kind: 'delimited'; readonly fields: readonly Field[] }
type BrokenPattern = TextRange & { readonly kind: 'broken' }

export type Condition = LogicalCondition | Comparison | Is | NotExists
type LogicalCondition = TextRange & { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
export type Comparison = TextRange & {
  readonly kind: 'compare'
  readonly selector: Selector
  readonly operator: Operator
  readonly operand: Operand
}
export type Is = TextRange & { readonly kind: 'is'; readonly selector: Selector; readonly what: 'NULL' | 'TRUE' | 'FALSE' }
export type NotExists = TextRange & { readonly kind: 'not-exists'; readonly selector: Selector }

/** `$.a[0].*`. */
export type Selector = TextRange & { readonly steps: readonly Step[] }
export type Step =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'any-field' }
  | { readonly kind: 'any-element' }

export type Operator = '=' | '!=' | '<' | '>' | '<=' | '>='
export type Operand = TextOperand | NumberOperand | RegexOperand
/** `*` in it stands for any text. */
type TextOperand = TextRange & { readonly kind: 'text'; readonly text: string }
/** `text` as written: strings are compared with that. */
export type NumberOperand = TextRange & { readonly kind: 'number'; readonly text: string; readonly value: number }
export type RegexOperand = TextRange & { readonly kind: 'regex'; readonly source: string }

/** One place of a delimited pattern; `...` stands for any number of words. */
export type Field = TextRange & { readonly isEllipsis: boolean; readonly name?: string; readonly condition?: FieldCondition }
export type FieldCondition = LogicalFieldCondition | FieldComparison
type LogicalFieldCondition = TextRange & { readonly kind: 'and' | 'or'; readonly parts: readonly FieldCondition[] }
export type FieldComparison = TextRange & { readonly kind: 'compare'; readonly operator: Operator; readonly operand: Operand }
