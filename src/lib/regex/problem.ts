import type { Diagnostic } from '../text/diagnostic.ts'

export type RegexCode =
  | 'regex/unclosed-group'
  | 'regex/unexpected-parenthesis'
  | 'regex/unclosed-class'
  | 'regex/class-range'
  | 'regex/unknown-class'
  | 'regex/nothing-to-repeat'
  | 'regex/double-repeat'
  | 'regex/repeat-count'
  | 'regex/unknown-escape'
  | 'regex/trailing-backslash'
  | 'regex/group-name'
  | 'regex/not-in-re2'
  | 'regex/too-large'

export const problem = (code: RegexCode, from: number, to: number, message: string, hint?: string): Diagnostic => ({
  severity: 'error',
  code,
  from,
  to,
  message,
  ...(hint === undefined ? {} : { hint }),
})

/** Ends the reading of one expression; caught where the reading began, never seen outside. */
export class RegexProblem extends Error {
  readonly diagnostic: Diagnostic

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message)
    this.diagnostic = diagnostic
  }
}

export function refuse(...about: Parameters<typeof problem>): never {
  throw new RegexProblem(problem(...about))
}
