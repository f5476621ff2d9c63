import type { FieldPath, Item, Name, PeriodLiteral } from '../ast.ts'
import { parseExpression, parsePath } from './expression.ts'
import type { Token } from './lex.ts'
import { periodLength } from './period.ts'
import type { Reader } from './reader.ts'

/** The parts that commands are made of. */
export function commaSeparated<Part>(reader: Reader, part: () => Part | undefined): readonly Part[] {
  const parts: Part[] = []
  do {
    const found = part()
    if (found !== undefined) parts.push(found)
  } while (!reader.isBroken && reader.eat(','))
  return parts
}

/** Parts between blanks; a comma between them does no harm. */
export function blankSeparated<Part>(reader: Reader, isPart: () => boolean, part: () => Part | undefined): readonly Part[] {
  const parts: Part[] = []
  while (!reader.isBroken && !reader.isAtBoundary && isPart()) {
    const found = part()
    if (found !== undefined) parts.push(found)
    if (reader.eat(',') && !isPart()) reader.expected('a field')
  }
  return parts
}

// items = item , { "," , item } ; item = expr , [ "as" , name ]
export const parseItems = (reader: Reader): readonly Item[] => commaSeparated(reader, () => parseItem(reader))

function parseItem(reader: Reader): Item {
  const expression = parseExpression(reader)
  const { from } = expression
  const source = reader.text.slice(from, expression.to)
  const written = expression.kind === 'field' && source.includes('`') ? expression.name : source
  if (reader.isBroken || !reader.eat('as')) return { expression, title: written, from, to: expression.to }
  const alias = parseName(reader)
  return { expression, ...(alias === undefined ? {} : { alias: alias.name }), title: alias?.name ?? written, from, to: reader.to }
}

export function parseName(reader: Reader, what = 'a name'): Name | undefined {
  const { token } = reader
  if (token.kind !== 'path') {
    reader.expected(what, token.kind === 'string' ? 'a name stands without quotes, or in backticks: `two words`' : undefined)
    return undefined
  }
  reader.next()
  return { name: token.steps.join('.'), from: token.from, to: token.to }
}

/** `[ "as" , name ]` as a property, so that what is not there is left out. */
export function parseAlias(reader: Reader): { readonly alias?: Name } {
  const alias = !reader.isBroken && reader.eat('as') ? parseName(reader) : undefined
  return alias === undefined ? {} : { alias }
}

export function parseField(reader: Reader): FieldPath | undefined {
  if (reader.token.kind === 'path' && !reader.isAtBoundary) return parsePath(reader)
  reader.expected('a field')
  return undefined
}

export const parseFields = (reader: Reader): readonly FieldPath[] => commaSeparated(reader, () => parseField(reader))

/** A period of a known length, which months and longer have not. */
export function parsePeriod(reader: Reader, what: string): PeriodLiteral | undefined {
  const { token } = reader
  if (token.kind !== 'period' || periodLength(token.amount, token.unit) === undefined) {
    reader.expected(what, token.kind === 'number' ? `a period is a number and a unit: ${token.text}m` : undefined)
    return undefined
  }
  reader.next()
  return { kind: 'period', amount: token.amount, unit: token.unit, text: token.text, from: token.from, to: token.to }
}

/** `name=value` pairs, by name in lower case. */
export type Options = ReadonlyMap<string, Token>

// opt = name , "=" , ( literal | name )
export function parseOptions(reader: Reader, names: readonly string[]): Options {
  const options = new Map<string, Token>()
  while (!reader.isBroken && reader.token.kind === 'path' && reader.peekNext().text === '=') {
    const { token } = reader
    const name = token.text.toLowerCase()
    if (!names.includes(name)) {
      reader.report('insights/option', token, `unknown option "${token.text}"`, `options are ${names.join(', ')}`)
      return options
    }
    reader.next()
    reader.eat('=')
    if (['path', 'number', 'string'].includes(reader.token.kind)) options.set(name, reader.next())
    else reader.expected('a value after "="')
  }
  return options
}

/** An option's word, one of those it may be. */
export function optionWord<Word extends string>(reader: Reader, options: Options, name: string, words: readonly [Word, ...Word[]]): Word {
  const token = options.get(name)
  if (token === undefined) return words[0]
  const found = words.find((word) => word === valueOf(token).toLowerCase())
  if (found !== undefined) return found
  reader.report('insights/option', token, `expected ${words.map((word) => `"${word}"`).join(' or ')} for "${name}", found "${token.text}"`)
  return words[0]
}

export const optionFlag = (reader: Reader, options: Options, name: string, fallback: boolean): boolean =>
  optionWord(reader, options, name, fallback ? ['true', 'false'] : ['false', 'true']) === 'true'

export const optionName = (options: Options, name: string, fallback: string): string => {
  const token = options.get(name)
  return token === undefined ? fallback : valueOf(token)
}

export function optionNumber(
  reader: Reader,
  options: Options,
  name: string,
  fallback: number,
  { isRight, says }: { readonly isRight: (value: number) => boolean; readonly says: string },
): number {
  const token = options.get(name)
  if (token === undefined) return fallback
  if (token.kind === 'number' && isRight(token.value)) return token.value
  reader.report('insights/option', token, `expected ${says} for "${name}", found "${token.text}"`)
  return fallback
}

const valueOf = (token: Token): string =>
  token.kind === 'string' ? token.value : token.kind === 'path' ? token.steps.join('.') : token.text
