import type { Language } from '#lib/text/language.ts'
import { check } from './check/index.ts'
import { complete } from './editor/complete.ts'
import { hover, signature } from './editor/hover.ts'
import { tokens } from './editor/tokens.ts'
import { parse } from './parse/index.ts'

export { chartRoles, type ChartRoles } from './chart-roles.ts'
export { check } from './check/index.ts'
export { parse } from './parse/index.ts'
export { print } from './print/index.ts'

/** CloudWatch Logs Insights' query language, for an editor. */
export const insights: Language = {
  id: 'insights',
  tokens,
  diagnose: (text) => {
    const { ast, diagnostics } = parse(text)
    return [...diagnostics, ...check(ast)]
  },
  complete,
  hover,
  signature,
}
