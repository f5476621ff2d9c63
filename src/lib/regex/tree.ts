import type { CharacterSet } from './character-set.ts'

/** A regular expression of the RE2 family, flags already worked in. */
export type RegexNode =
  | { readonly kind: 'empty' }
  | Literal
  | CharacterClass
  | { readonly kind: 'any'; readonly newline: boolean }
  | { readonly kind: Assertion }
  | { readonly kind: 'group'; readonly capture: boolean; readonly body: RegexNode }
  | { readonly kind: 'concat'; readonly parts: readonly RegexNode[] }
  | { readonly kind: 'alternation'; readonly branches: readonly RegexNode[] }
  | Repeat

export type Assertion = 'begin' | 'end' | 'begin-line' | 'end-line' | 'boundary' | 'no-boundary'

/** One character. `fold`: in either case, by Unicode's rules. */
export type Literal = { readonly kind: 'literal'; readonly text: string; readonly fold: boolean }

/** `set` has both cases of ASCII letters where the class folds; `fold` is left for what lies beyond ASCII. */
export type CharacterClass = {
  readonly kind: 'class'
  readonly set: CharacterSet
  readonly properties: readonly { readonly name: string; readonly negated: boolean }[]
  readonly negated: boolean
  readonly fold: boolean
}

/** `max` is Infinity where there is none. */
export type Repeat = {
  readonly kind: 'repeat'
  readonly body: RegexNode
  readonly min: number
  readonly max: number
  readonly lazy: boolean
}

/** `groups`: the number of each named group, counting every capturing parenthesis from 1. */
export type RegexTree = { readonly root: RegexNode; readonly groups: ReadonlyMap<string, number> }
