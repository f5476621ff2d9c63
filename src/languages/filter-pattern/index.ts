import type { Language } from '#lib/language.ts'
import { complete } from './complete.ts'
import { hover } from './hover.ts'
import { parse } from './parse.ts'
import { tokens } from './tokens.ts'

export { parse } from './parse.ts'

/** CloudWatch Logs' filter patterns, for an editor. */
export const filterPattern: Language = {
  id: 'filter-pattern',
  tokens,
  diagnose: (text) => parse(text).diagnostics,
  complete,
  hover,
  signature: () => undefined,
}
