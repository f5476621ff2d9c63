// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
import type { Parsed } from '#lib/text/diagnostic.ts'
import { nearest } from '#lib/text/near.ts'
import type { Command, Query, Source } from '../ast.ts'
import { commandNames, findCommand } from '../command/index.ts'
import { problem } from '../diagnostics.ts'
import { skipParentheses } from './expression.ts'
import { Reader, type Grammar } from './reader.ts'
import { parseSource } from './source.ts'

const MAX_LENGTH = 10_000
const COMMON = 9
const commonest = `${commandNames.slice(0, COMMON).join(', ')} and ${commandNames.length - COMMON} more`

const grammar: Grammar = { isCommand: (word) => findCommand(word) !== undefined, query: (reader) => parseQuery(reader) }

/** A query as a tree, however broken, and what is wrong with it. */
export function parse(text: string): Parsed<Query> {
  const reader = new Reader(text, grammar)
  if (text.length > MAX_LENGTH) {
    reader.diagnostics.push(
      problem(
        'insights/too-long',
        { from: MAX_LENGTH, to: text.length },
        `the query has ${text.length} characters, at most ${MAX_LENGTH} are allowed`,
      ),
    )
  }
  return { ast: { ...parseQuery(reader), from: 0, to: text.length }, diagnostics: reader.diagnostics }
}

// query = source , [ "|" , commands ] | commands
function parseQuery(reader: Reader): Query {
  const { from } = reader.token
  const source = reader.isWord('source') ? parseSourceStage(reader) : undefined
  const commands = parseCommands(reader)
  return { kind: 'query', ...(source === undefined ? {} : { source }), commands, from, to: reader.to }
}

function parseSourceStage(reader: Reader): Source {
  const source = parseSource(reader)
  finishCommand(reader)
  return source
}

// commands = command , { "|" , command }
function parseCommands(reader: Reader): readonly Command[] {
  const commands: Command[] = []
  while (!reader.isAtQueryEnd) {
    reader.isBroken = false
    const before = reader.token.from
    commands.push(parseCommand(reader))
    finishCommand(reader)
    if (reader.token.from === before && !reader.isAtQueryEnd) reader.next()
  }
  return commands
}

/** What follows a command: a pipe, the end, or a fault that is told once and skipped. */
function finishCommand(reader: Reader): void {
  if (!reader.isBroken && reader.isAtCommand) return reportMissingPipe(reader)
  if (!reader.isBroken && !reader.isAtBoundary) reportUnexpected(reader)
  while (!reader.isAtBoundary) {
    if (reader.isNested && reader.isSymbol('(')) skipParentheses(reader)
    else reader.next()
  }
  if (reader.isAtCommand) {
    if (!reader.isBroken) reportMissingPipe(reader)
    return
  }
  if (!reader.isSymbol('|')) return
  const pipe = reader.next()
  if (reader.isAtQueryEnd) {
    reader.isBroken = false
    reader.report('insights/expected', pipe, 'expected a command after "|", found the end of the query')
  }
}

function reportMissingPipe(reader: Reader): void {
  const { token } = reader
  reader.report(
    'insights/missing-pipe',
    token,
    `expected "|" before "${token.text}"`,
    `commands are parted by "|": ... | ${token.text} ...`,
  )
}

function reportUnexpected(reader: Reader): void {
  const { token } = reader
  if (token.kind === 'unknown') return reader.expected('"|" or the end of the query')
  if (token.kind === 'string' && !token.isClosed) return reader.report('insights/unclosed', token, `the text ${token.text} is never closed`)
  const hint = reader.isSymbol(')')
    ? 'there is no "(" for it'
    : reader.isSymbol(',')
      ? 'conditions are joined with and, or'
      : token.kind === 'path'
        ? hintForStrayWord(token.text)
        : undefined
  reader.report('insights/unexpected', token, `unexpected "${token.text}"`, hint)
}

function hintForStrayWord(word: string): string {
  const direction = /^(?:desc|asc)/i.exec(word)?.[0].toLowerCase()
  if (direction !== undefined) return `did you mean "${direction}"?`
  const near = nearest(word, commandNames)
  if (near !== undefined && word.length > 3) return `did you mean "| ${near}"?`
  return `a name for what stands before it is given with as: ... as ${word}`
}

function parseCommand(reader: Reader): Command {
  const { token } = reader
  const { from } = token
  if (token.kind !== 'path' || token.isQuoted) {
    reader.expected('a command', `a query begins with a command: ${commonest}`)
    return { kind: 'broken', from, to: reader.to }
  }
  const word = findCommand(token.text)
  if (word === undefined) return parseUnknown(reader)
  reader.next()
  return word.parse(reader, from) ?? { kind: 'broken', from, to: reader.to }
}

const hints: Readonly<Record<string, string>> = {
  select: 'this is no SQL: begin with fields @timestamp, @message and go on with | filter ...',
  from: 'the log groups are chosen beside the query, or with SOURCE at its beginning',
  group: 'groups are made by stats: stats count(*) by field',
  order: 'rows are ordered by sort: sort @timestamp desc',
  head: 'the number of rows is set by limit: limit 20',
  top: 'the number of rows is set by limit: sort count desc | limit 20',
  grep: 'events are chosen by filter: filter @message like /text/',
  source: 'SOURCE stands at the beginning of a query only',
}

function parseUnknown(reader: Reader): Command {
  const token = reader.next()
  const near = nearest(token.text, commandNames)
  const word = token.text.toLowerCase()
  const hint =
    (Object.hasOwn(hints, word) ? hints[word] : undefined) ?? (near === undefined ? `commands are ${commonest}` : `did you mean "${near}"?`)
  reader.report('insights/unknown-command', token, `unknown command "${token.text}"`, hint)
  return { kind: 'broken', from: token.from, to: token.to }
}
