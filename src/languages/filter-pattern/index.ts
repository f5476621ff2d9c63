import type { Language } from '#lib/text/language.ts'
import { complete } from './editor/complete.ts'
import { hover } from './editor/hover.ts'
import { parse } from './parse/index.ts'
import { tokens } from './editor/tokens.ts'

export { parse } from './parse/index.ts'

/** CloudWatch Logs' filter patterns, for an editor. */
export const filterPattern: Language = {
  id: 'filter-pattern',
  tokens,
  diagnose: (text) => parse(text).diagnostics,
  complete,
  hover,
  signature: () => undefined,
}
