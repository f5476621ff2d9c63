import type { Result } from '#lib/text/diagnostic.ts'
import { hasErrors } from '#lib/text/diagnostic.ts'
import { never } from '#lib/invariant.ts'
import type { FilterPattern } from '#languages/filter-pattern/ast.ts'
import { parse } from '#languages/filter-pattern/parse/index.ts'
import { compileDelimited } from './delimited.ts'
import { compileJson } from './json.ts'
import type { Pattern } from './pattern.ts'
import { compileRegexPattern, compileTerms, everyEvent } from './terms.ts'

export type { Pattern } from './pattern.ts'

/** A filter pattern as closures; what is wrong with it carries AWS's text as its message and ours as its hint. */
export function compilePattern(text: string): Result<Pattern> {
  const { ast, diagnostics } = parse(text)
  return hasErrors(diagnostics) || ast.kind === 'broken' ? { diagnostics } : { value: compile(ast, text) }
}

function compile(ast: Exclude<FilterPattern, { readonly kind: 'broken' }>, text: string): Pattern {
  switch (ast.kind) {
    case 'all':
      return everyEvent
    case 'terms':
      return compileTerms(ast)
    case 'regex':
      return compileRegexPattern(ast)
    case 'json':
      return compileJson(ast, text)
    case 'delimited':
      return compileDelimited(ast, text)
    default:
      return never(ast)
  }
}
