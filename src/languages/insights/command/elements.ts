import type { Expand, Expression, Name, ParseGlob, ParseRegex, Unnest } from '../ast.ts'
import { parseRegex } from '#lib/regex/parse.ts'
import { problem, warning } from '../diagnostics.ts'
import { brokenHere, parseExpression, parsePrimary, parseRegexLiteral } from '../parse/expression.ts'
import { commaSeparated, parseField, parseName } from '../parse/pieces.ts'
import type { Reader } from '../parse/reader.ts'
import { printExpression, printName, printPath, printText } from '../print/expression.ts'
import { inRows, type CommandEntry } from './entry.ts'

// parse = "parse" , [ field ] , ( string , "as" , name , { "," , name } | regex )
function parseParse(reader: Reader, from: number): ParseGlob | ParseRegex | undefined {
  const hasInput = reader.token.kind !== 'string' && !reader.isSymbol('/')
  const input = hasInput ? { input: parseInput(reader) } : {}
  if (reader.isBroken) return undefined
  if (!reader.isSymbol('/')) return parseGlob(reader, from, input)
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

function parseInput(reader: Reader): Expression {
  if (reader.token.kind === 'path') return parsePrimary(reader)
  reader.expected('a field, a text or a /regular expression/')
  return brokenHere(reader)
}

function parseGlob(reader: Reader, from: number, input: { readonly input?: Expression }): ParseGlob | undefined {
  const { token } = reader
  if (token.kind !== 'string') {
    reader.expected('a text or a /regular expression/', 'parse @message "took * ms" as ms')
    return undefined
  }
  reader.next()
  if (!token.isClosed) reader.report('insights/unclosed', token, `the text ${token.text} is never closed`)
  else if (!reader.eat('as')) reader.expected('"as"', 'each * of the text needs a name: parse @message "took * ms" as ms')
  const names = reader.isBroken ? [] : commaSeparated(reader, () => parseName(reader))
  const stars = token.value.split('*').length - 1
  if (!reader.isBroken && stars !== names.length) {
    const message = `the text has ${stars} "*", but ${names.length} ${names.length === 1 ? 'name follows' : 'names follow'}`
    reader.diagnostics.push(
      problem('insights/glob-names', { from: token.from, to: reader.to }, message, 'each * becomes one field, in order'),
    )
  }
  return { kind: 'parse-glob', ...input, glob: token.value, names, from, to: reader.to }
}

const printInput = (input: Expression | undefined): string => (input === undefined ? '' : `${printExpression(input)} `)
const printNames = (names: readonly Name[]): string => names.map(({ name }) => printName(name)).join(', ')

/** Commands that take values apart. */
export const parseGlobEntry: CommandEntry<ParseGlob> = {
  word: {
    name: 'parse',
    form: 'parse [FIELD] "GLOB" as NAME, ... or parse [FIELD] /REGEX/',
    insert: 'parse @message "*" as ',
    says: 'Takes pieces out of a text: each * of a glob is one field, or each named group (?<name>...) of a regular expression. What does not match stays without values.',
    examples: ['parse @message "user=*, took * ms" as user, ms', 'parse @message /status=(?<status>\\d+)/'],
    joints: [{ word: 'as', says: 'names for each *' }],
    parse: parseParse,
  },
  verb: 'read',
  leaves: 'events',
  print: ({ input, glob, names }) => `parse ${printInput(input)}${printText(glob)} as ${printNames(names)}`,
  names: ({ names }) => names.map(({ name }) => name),
  expressions: ({ input }) => inRows(input === undefined ? [] : [input]),
}

export const parseRegexEntry: CommandEntry<ParseRegex> = {
  verb: 'read',
  leaves: 'events',
  print: ({ input, regex }) => `parse ${printInput(input)}/${regex.source}/`,
  names: ({ regex }) => [...regex.source.matchAll(/\(\?P?<(\w+)>/g)].flatMap((match) => match[1] ?? []),
  expressions: ({ input }) => inRows(input === undefined ? [] : [input]),
}

// unnest = "unnest" , expr , "into" , name
function parseUnnest(reader: Reader, from: number): Unnest | undefined {
  const list = parseExpression(reader)
  if (!reader.isBroken && !reader.eat('into'))
    reader.expected('"into"', 'each element goes into a field of its own: unnest items into item')
  const name = reader.isBroken ? undefined : parseName(reader)
  return name === undefined ? undefined : { kind: 'unnest', list, name, from, to: reader.to }
}

export const unnest: CommandEntry<Unnest> = {
  word: {
    name: 'unnest',
    form: 'unnest LIST into NAME',
    insert: 'unnest ',
    says: 'One row for each element of a list, the other fields copied. Lists come from jsonParse and split.',
    examples: ['fields jsonParse(@message) as m | unnest m.items into item'],
    joints: [{ word: 'into', says: 'the field that each element becomes' }],
    parse: parseUnnest,
  },
  verb: 'one row each',
  leaves: 'rows',
  print: ({ list, name }) => `unnest ${printExpression(list)} into ${printName(name.name)}`,
  names: ({ name }) => [name.name],
  expressions: ({ list }) => inRows([list]),
}

// expand = "expand" , field
function parseExpand(reader: Reader, from: number): Expand | undefined {
  const field = parseField(reader)
  return field === undefined ? undefined : { kind: 'expand', field, from, to: reader.to }
}

export const expand: CommandEntry<Expand> = {
  word: {
    name: 'expand',
    form: 'expand FIELD',
    insert: 'expand ',
    says: 'One row for each element of the JSON array in that field, which becomes the element; the other fields are copied.',
    examples: ['expand items | stats count(*) by items'],
    parse: parseExpand,
  },
  verb: 'one row each',
  leaves: 'rows',
  print: ({ field }) => `expand ${printPath(field)}`,
  names: ({ field }) => [field.name],
  expressions: ({ field }) => inRows([field]),
}
