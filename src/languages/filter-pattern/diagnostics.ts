import type { Diagnostic } from '#lib/text/diagnostic.ts'

export type FilterPatternCode =
  | 'filter-pattern/syntax'
  | 'filter-pattern/is-not'
  | 'filter-pattern/character'
  | 'filter-pattern/refused-value'
  | 'filter-pattern/regex'
  | 'filter-pattern/wildcards-in-selector'
  | 'filter-pattern/wildcards'
  | 'filter-pattern/regexes'
  | 'filter-pattern/duplicate-field'
  | 'filter-pattern/too-long'

export const MAX_LENGTH = 1024

export const problem = (code: FilterPatternCode, from: number, to: number, message: string, hint?: string): Diagnostic => ({
  severity: 'error',
  code,
  from,
  to,
  message,
  ...(hint === undefined ? {} : { hint }),
})

/** AWS's words where its parser gives up. */
export const syntax = (from: number, to: number, hint: string): Diagnostic =>
  problem('filter-pattern/syntax', from, to, 'Invalid metric filter pattern', hint)

/** AWS's words for what its lexer cannot place: the token so far and the character that broke it. */
export const character = (from: number, to: number, term: string, hint: string): Diagnostic =>
  problem('filter-pattern/character', from, to, `Invalid character(s) in term '${term}'`, typographic(term) ?? hint)

const typographicQuotes = /[\u2018-\u201f\u00ab\u00bb]/u
const typographicDashes = /[\u2010-\u2015\u2212]/u

function typographic(term: string): string | undefined {
  const quote = typographicQuotes.exec(term)?.[0]
  if (quote !== undefined) return `${quote} is a typographic quote, as slides and word processors make them; type a straight one: "`
  const dash = typographicDashes.exec(term)?.[0]
  return dash === undefined ? undefined : `${dash} is a typographic dash, as slides and word processors make them; type a plain one: -`
}

/** FilterLogEvents says some refusals in other words than TestMetricFilter and PutMetricFilter do. */
export const messageInSearch = (diagnostic: Diagnostic): string =>
  diagnostic.code === 'filter-pattern/syntax' || diagnostic.code === 'filter-pattern/is-not' ? 'Invalid filter pattern' : diagnostic.message
