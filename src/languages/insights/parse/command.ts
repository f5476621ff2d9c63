import type { Command, Expression, FieldPath, Item, Name, SortKey } from '../ast.ts'
import { problem, warning } from '../diagnostics.ts'
import { parseRegex } from '#lib/regex/parse.ts'
import { brokenHere, parseExpression, parsePath, parsePrimary, parseRegexLiteral } from './expression.ts'
import { periodLength } from './period.ts'
import type { Reader } from './reader.ts'

type Parser = (reader: Reader, from: number) => Command

/** One parser for each command; the command's word is read, `from` is where it began. */
export const parsers: Readonly<Record<string, Parser>> = {
  fields: (reader, from) => ({ kind: 'fields', items: parseItems(reader), from, to: reader.to }),
  display: (reader, from) => ({ kind: 'display', items: parseItems(reader), from, to: reader.to }),
  filter: (reader, from) => ({ kind: 'filter', condition: parseExpression(reader), from, to: reader.to }),
  where: (reader, from) => ({ kind: 'filter', condition: parseExpression(reader), from, to: reader.to }),
  stats: parseStats,
  sort: parseSort,
  limit: parseLimit,
  parse: parseParse,
  dedup: parseDedup,
}

function commaSeparated<Part>(reader: Reader, part: () => Part): readonly Part[] {
  const parts: Part[] = []
  do parts.push(part())
  while (!reader.isBroken && reader.eat(','))
  return parts
}

// items = item , { "," , item } ; item = expr , [ "as" , name ]
const parseItems = (reader: Reader): readonly Item[] => commaSeparated(reader, () => parseItem(reader))

function parseItem(reader: Reader): Item {
  const expression = parseExpression(reader)
  const { from } = expression
  const source = reader.text.slice(from, expression.to)
  const written = expression.kind === 'field' && source.includes('`') ? expression.name : source
  if (reader.isBroken || !reader.eat('as')) return { expression, title: written, from, to: expression.to }
  const alias = parseName(reader)
  return { expression, ...(alias === undefined ? {} : { alias: alias.name }), title: alias?.name ?? written, from, to: reader.to }
}

function parseName(reader: Reader): Name | undefined {
  const { token } = reader
  if (token.kind !== 'path') {
    reader.expected('a name', token.kind === 'string' ? 'a name stands without quotes, or in backticks: `two words`' : undefined)
    return undefined
  }
  reader.next()
  return { name: token.steps.join('.'), from: token.from, to: token.to }
}

// stats = "stats" , items , [ "by" , items ] , [ "offset" , period ]
function parseStats(reader: Reader, from: number): Command {
  const items = parseItems(reader)
  const by = !reader.isBroken && reader.eat('by') ? parseItems(reader) : []
  const offset = !reader.isBroken && reader.eat('offset') ? parseOffset(reader) : undefined
  return { kind: 'stats', items, by, ...(offset === undefined ? {} : { offset }), from, to: reader.to }
}

function parseOffset(reader: Reader): number | undefined {
  const { token } = reader
  const length = token.kind === 'period' ? periodLength(token.amount, token.unit) : undefined
  if (length === undefined) reader.expected('a period such as 1d after "offset"')
  else {
    reader.next()
    // which way the bins move, and what they are called then, is nowhere said
    reader.diagnostics.push(problem('insights/not-simulated-yet', token, 'the offset of bins is not simulated yet'))
  }
  return length
}

// sort = "sort" , key , { "," , key } ; key = expr , [ "asc" | "desc" ]
function parseSort(reader: Reader, from: number): Command {
  if (reader.isWord('by')) reader.expected('a field', 'sort takes its keys directly: sort @timestamp desc')
  const keys = commaSeparated(reader, () => parseKey(reader))
  return { kind: 'sort', keys, from, to: reader.to }
}

function parseKey(reader: Reader): SortKey {
  const expression = parseExpression(reader)
  const direction = reader.isBroken ? undefined : reader.eat('desc') ? 'desc' : reader.eat('asc') ? 'asc' : undefined
  const to = direction === undefined ? expression.to : reader.to
  return { expression, descending: direction === 'desc', isExplicit: direction !== undefined, from: expression.from, to }
}

const MAX_ROWS = 100_000

// limit = "limit" , [ "any" ] , integer
function parseLimit(reader: Reader, from: number): Command {
  const any = reader.eat('any')
  const { token } = reader
  const sign = reader.isSymbol('-')
  if (token.kind !== 'number' && !sign) {
    reader.expected('a number')
    return { kind: 'broken', from, to: reader.to }
  }
  if (sign) reader.next()
  const count = reader.token.kind === 'number' ? reader.token.value : Number.NaN
  const range = { from: token.from, to: reader.token.to }
  reader.next()
  if (sign || !Number.isInteger(count) || count < 1 || count > MAX_ROWS) {
    const written = reader.text.slice(range.from, range.to)
    reader.report('insights/limit-range', range, `expected a whole number from 1 to ${MAX_ROWS}, found "${written}"`)
  }
  return { kind: 'limit', count, any, from, to: reader.to }
}

// parse = "parse" , [ field ] , ( string , "as" , name , { "," , name } | regex )
function parseParse(reader: Reader, from: number): Command {
  const hasInput = reader.token.kind !== 'string' && !reader.isSymbol('/')
  const input = hasInput ? { input: parseInput(reader) } : {}
  if (reader.isBroken) return { kind: 'broken', from, to: reader.to }
  if (reader.isSymbol('/')) {
    const regex = parseRegexLiteral(reader)
    const parsed = parseRegex(regex.source)
    if ('value' in parsed && parsed.value.groups.size === 0) {
      reader.diagnostics.push(
        warning(
          'insights/no-named-groups',
          regex,
          'the expression names no group, so parse takes nothing out',
          'name what you want: (?<status>\\d+)',
        ),
      )
    }
    if (reader.isWord('as'))
      reader.report('insights/unexpected', reader.token, 'unexpected "as"', 'the names stand in the expression: (?<status>\\d+)')
    return { kind: 'parse-regex', ...input, regex, from, to: reader.to }
  }
  return parseGlob(reader, from, input)
}

function parseInput(reader: Reader): Expression {
  if (reader.token.kind === 'path') return parsePrimary(reader)
  reader.expected('a field, a text or a /regular expression/')
  return brokenHere(reader)
}

function parseGlob(reader: Reader, from: number, input: { readonly input?: Expression }): Command {
  const { token } = reader
  if (token.kind !== 'string') {
    reader.expected('a text or a /regular expression/', 'parse @message "took * ms" as ms')
    return { kind: 'broken', from, to: reader.to }
  }
  reader.next()
  if (!token.isClosed) reader.report('insights/unclosed', token, `the text ${token.text} is never closed`)
  else if (!reader.eat('as')) reader.expected('"as"', 'each * of the text needs a name: parse @message "took * ms" as ms')
  const names = reader.isBroken ? [] : commaSeparated(reader, () => parseName(reader)).filter((name) => name !== undefined)
  const stars = token.value.split('*').length - 1
  if (!reader.isBroken && stars !== names.length) {
    const message = `the text has ${stars} "*", but ${names.length} ${names.length === 1 ? 'name follows' : 'names follow'}`
    reader.diagnostics.push(
      problem('insights/glob-names', { from: token.from, to: reader.to }, message, 'each * becomes one field, in order'),
    )
  }
  return { kind: 'parse-glob', ...input, glob: token.value, names, from, to: reader.to }
}

// dedup = "dedup" , field , { "," , field }
function parseDedup(reader: Reader, from: number): Command {
  const keys = commaSeparated(reader, (): FieldPath | undefined => {
    if (reader.token.kind === 'path' && !reader.isAtBoundary) return parsePath(reader)
    reader.expected('a field')
    return undefined
  })
  return { kind: 'dedup', keys: keys.filter((key) => key !== undefined), from, to: reader.to }
}
