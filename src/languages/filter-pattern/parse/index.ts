// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
import type { Diagnostic, Parsed } from '#lib/text/diagnostic.ts'
import { parseRegex } from '#lib/regex/parse.ts'
import type { FilterPattern, RegexOperand, Term } from '../ast.ts'
import { MAX_LENGTH, problem, syntax } from '../diagnostics.ts'
import { lex, type Form } from './lex.ts'
import { parseDelimited } from './delimited.ts'
import { parseJson } from './json.ts'
import { Reader } from './reader.ts'
import type { Token } from './token.ts'

/** A pattern as a tree, however broken, and what is wrong with it. */
// pattern = ws , ( "" | regex | json | delimited | terms ) , ws
export function parse(text: string): Parsed<FilterPattern> {
  const range = { from: text.length - text.trimStart().length, to: text.trimEnd().length }
  if (text.length > MAX_LENGTH) {
    const message = `the pattern has ${text.length} characters, at most ${MAX_LENGTH} are allowed`
    return broken(text, problem('filter-pattern/too-long', MAX_LENGTH, text.length, message))
  }
  if (range.from >= range.to) return { ast: { kind: 'all', from: 0, to: text.length }, diagnostics: [] }
  const form = formOf(text)
  const { tokens, problem: unplaced } = lex(text, form)
  if (unplaced !== undefined) return broken(text, unplaced)
  const reader = new Reader(text, tokens)
  const ast = form === 'json' ? parseJson(reader) : form === 'delimited' ? parseDelimited(reader) : parseTerms(reader, tokens)
  return ast === undefined || reader.problem !== undefined
    ? broken(text, reader.problem ?? syntax(range.from, range.to, ''))
    : checked(text, ast, tokens)
}

const broken = (text: string, diagnostic: Diagnostic): Parsed<FilterPattern> => ({
  ast: { kind: 'broken', from: 0, to: text.length },
  diagnostics: [diagnostic],
})

/** The form is chosen by the first character that is no blank. */
export function formOf(text: string): Form {
  const first = text.trimStart()[0]
  return first === '{' ? 'json' : first === '[' ? 'delimited' : 'terms'
}

// terms = term , { ws1 , term } ; term = [ "?" | "-" ] , ( bareword | quoted )
function parseTerms(reader: Reader, tokens: readonly Token[]): FilterPattern | undefined {
  const [first] = tokens
  if (first?.kind === 'regex') return parseWholeRegex(reader, first)
  const terms: Term[] = []
  while (reader.peek() !== undefined) {
    const { from } = reader
    if (reader.at > 0 && from === reader.to) return reader.fail('terms are parted by blanks')
    const mode = reader.eat('?') ? 'optional' : reader.eat('-') ? 'excluded' : 'plain'
    const token = reader.peek()
    if (token?.kind !== 'quoted' && token?.kind !== 'word') return reader.fail(`expected a term`)
    reader.at++
    terms.push({ mode, text: token.kind === 'quoted' ? token.value : token.text, from, to: token.to })
  }
  return { kind: 'terms', terms, from: tokens[0]?.from ?? 0, to: reader.to }
}

// regex = "%" , rx , "%" ; over the whole message
function parseWholeRegex(reader: Reader, token: Extract<Token, { kind: 'regex' }>): FilterPattern | undefined {
  reader.at++
  if (reader.peek() !== undefined) return reader.fail('a regular expression stands alone: % at both its ends and nothing beside it')
  const { from, to, source } = token
  return { kind: 'regex', from, to, regex: { kind: 'regex', from, to, source } }
}

const MAX_REGEXES = 2

/** What holds for a pattern as a whole: its regular expressions can be read, and there are not too many. */
function checked(text: string, ast: FilterPattern, tokens: readonly Token[]): Parsed<FilterPattern> {
  const regexes = tokens.filter((token) => token.kind === 'regex')
  const third = regexes[MAX_REGEXES]
  if (third !== undefined) {
    const message = `Your input has exceeded the maximum of ${MAX_REGEXES} regular expressions per filter pattern.`
    return broken(
      text,
      problem('filter-pattern/regexes', third.from, third.to, message, 'join two of them with "|", or compare with text and *'),
    )
  }
  const failed = regexes.map(regexProblem).find((found) => found !== undefined)
  return failed === undefined ? { ast, diagnostics: [] } : broken(text, failed)
}

/** AWS's `\s`: tab, blank and newline. */
export const regexOptions = { spaces: '\t\n ' } as const

function regexProblem(regex: Pick<RegexOperand, 'from' | 'source'>): Diagnostic | undefined {
  const parsed = parseRegex(regex.source, regexOptions)
  const [found] = 'diagnostics' in parsed ? parsed.diagnostics : []
  if (found === undefined) return undefined
  const start = regex.from + 1
  const hint = found.hint === undefined ? found.message : `${found.message}; ${found.hint}`
  return problem('filter-pattern/regex', start + found.from, start + found.to, 'Failed to compile regular expression.', hint)
}
