// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Source.html
import { nearest } from '#lib/text/near.ts'
import type { Source, SourceOption, SourceOptionName } from '../ast.ts'
import type { Reader } from './reader.ts'

const selectorNames = ['namePrefix', 'accountIdentifiers', 'accountIdentifier', 'class', 'logGroupClass', 'tags']
const MAX_PREFIXES = 5
const MAX_ACCOUNTS = 20
const MAX_DATA_SOURCES = 10

type Parts = { groups: string[]; selectors: Record<string, readonly string[]>; isSelection: boolean }

// source = "SOURCE" , ( string | name | logGroups | dataSource , [ logGroups ] ) , { name , "=" , value }
export function parseSource(reader: Reader): Source {
  const { from } = reader.next()
  const parts: Parts = { groups: [], selectors: {}, isSelection: false }
  if (reader.isWord('datasource')) parseCallLike(reader, () => parseDataSources(reader, parts))
  if (reader.isWord('loggroups')) parseSelection(reader, parts)
  else if (parts.selectors['datasource'] === undefined) parseGroups(reader, parts)
  const options = parseOptions(reader)
  return { kind: 'source', ...parts, options, from, to: reader.to }
}

// dataSource = "dataSource" , "(" , list , ")"
function parseDataSources(reader: Reader, parts: Parts): void {
  const { from } = reader.token
  const names = parseTexts(reader)
  parts.selectors['datasource'] = names
  if (names.length > MAX_DATA_SOURCES)
    reader.report('insights/source', { from, to: reader.to }, `dataSource takes at most ${MAX_DATA_SOURCES} values, found ${names.length}`)
}

function parseGroups(reader: Reader, parts: Parts): void {
  do {
    const { token } = reader
    if (token.kind === 'string') parts.groups.push(token.value)
    else if (token.kind === 'path') parts.groups.push(token.text)
    else return reader.expected('a log group in quotes or logGroups(...)', 'SOURCE "/aws/lambda/orders"')
    if (token.kind === 'string' && !token.isClosed) reader.report('insights/unclosed', token, `the text ${token.text} is never closed`)
    reader.next()
  } while (reader.eat(','))
}

function parseCallLike(reader: Reader, inside: () => void): void {
  reader.next()
  if (!reader.eat('(')) return reader.expected('"("')
  if (!reader.isSymbol(')')) inside()
  if (!reader.isBroken && !reader.eat(')')) reader.expected('"," or ")"')
}

// logGroups = "logGroups" , "(" , [ selector , { "," , selector } ] , ")"
function parseSelection(reader: Reader, parts: Parts): void {
  parts.isSelection = true
  parseCallLike(reader, () => {
    do parseSelector(reader, parts)
    while (!reader.isBroken && reader.eat(','))
  })
}

function parseSelector(reader: Reader, parts: Parts): void {
  const { token } = reader
  const known = selectorNames.find((name) => name.toLowerCase() === token.text.toLowerCase())
  if (known === undefined) {
    const near = nearest(token.text, selectorNames)
    return reader.report(
      'insights/source',
      token,
      `unknown selector "${token.text}"`,
      near === undefined ? `known are ${selectorNames.join(', ')}` : `did you mean "${near}"?`,
    )
  }
  reader.next()
  if (!reader.eat(':')) return reader.expected('":"')
  const from = reader.token.from
  const texts = parseTexts(reader)
  parts.selectors[known.toLowerCase()] = texts
  const most = known === 'namePrefix' ? MAX_PREFIXES : known.startsWith('account') ? MAX_ACCOUNTS : Infinity
  if (texts.length > most)
    reader.report('insights/source', { from, to: reader.to }, `${known} takes at most ${most} values, found ${texts.length}`)
}

// list = "[" , literal , { "," , literal } , "]"
function parseTexts(reader: Reader): readonly string[] {
  const texts: string[] = []
  if (!reader.eat('[')) {
    reader.expected('a list in brackets', "a list is written ['a', 'b']")
    return texts
  }
  do {
    const { token } = reader
    if (token.kind !== 'string') reader.expected('a text in quotes')
    else texts.push(token.value)
    if (!reader.isBroken) reader.next()
  } while (!reader.isBroken && reader.eat(','))
  if (!reader.isBroken && !reader.eat(']')) reader.expected('"," or "]"')
  return texts
}

const optionNames = ['start', 'end'] as const

// options = { name , "=" , value } ; AWS reports a query back with START and END in milliseconds
function parseOptions(reader: Reader): Source['options'] {
  const options: Partial<Record<SourceOptionName, SourceOption>> = {}
  while (!reader.isBroken && reader.token.kind === 'path' && reader.peekNext().text === '=') {
    const { token } = reader
    const name = optionNames.find((one) => one === token.text.toLowerCase())
    if (name === undefined) {
      reader.report('insights/source', token, `unknown option "${token.text}"`, 'a SOURCE takes start and end: start=-1d end=now')
      return options
    }
    reader.next()
    reader.eat('=')
    const { from } = reader.token
    const sign = reader.eat('-') ? '-' : ''
    if (reader.isAtBoundary) reader.expected('a value after "="')
    else {
      const value = reader.next()
      options[name] = { value: sign + (value.kind === 'string' ? value.value : value.text), from, to: value.to }
    }
  }
  return options
}
