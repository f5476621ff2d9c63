import { compileRegex } from '#lib/regex/index.ts'
import type { Expression, ParseGlob, ParseRegex } from '#languages/insights/ast.ts'
import { textOf } from '#languages/insights/functions/values/coercion.ts'
import { FIRST_TEXT } from '../discovery/field-column.ts'
import { compile } from '../expression/compile.ts'
import { missing, sharedColumn, valueReader, type Reader } from '../reader.ts'
import { globReaders } from './message-glob.ts'
import type { Planner } from '../planning/planner.ts'

/** What was taken out, in the order of the names. */
type Captures = readonly (string | undefined)[] | undefined

/** `parse … "glob" as …`: each `*` is a field. */
export function planParseGlob(command: ParseGlob, planner: Planner): void {
  const names = command.names.map(({ name }) => name)
  defineCaptures(planner, inputOf(command.input, planner), names, globMatcher(command.glob), command.glob)
}

/** `parse … /regex/`: each named group is a field. */
export function planParseRegex(command: ParseRegex, planner: Planner): void {
  const compiled = compileRegex(command.regex.source)
  if ('diagnostics' in compiled) return
  const { names, groups } = compiled.value
  defineCaptures(planner, inputOf(command.input, planner), names, (text) => {
    const found = groups(text)
    return found === undefined ? undefined : names.map((name) => found[name])
  })
}

const inputOf = (input: Expression | undefined, planner: Planner): Reader =>
  input === undefined ? (planner.scope.named('@message') ?? missing) : compile(input, planner.scope)

function defineCaptures(planner: Planner, input: Reader, names: readonly string[], match: (text: string) => Captures, glob?: string): void {
  const matchRow = (row: number): Captures => {
    const text = textOf(input.read(row))
    return text === null ? undefined : match(text)
  }
  // what an event gives stays; what a group gives grows while the query runs
  const captures = planner.areEvents ? capturesByRow(input, matchRow) : matchRow
  const slow = names.map((_, at) => valueReader((row) => captures(row)?.[at] ?? null))
  const { messageOf } = input
  const readers = glob === undefined || messageOf === undefined ? slow : globReaders(messageOf, glob, slow)
  const columns = names.map((name, at) => {
    const reader = readers[at] ?? missing
    planner.scope.define(name, reader)
    return { title: name, reader }
  })
  planner.output.showParsed(columns)
}

/** One match for each row, or for each different text, shared by all the fields it gives. */
function capturesByRow(input: Reader, matchRow: (row: number) => Captures): (row: number) => Captures {
  const column = input.isRaw === true ? sharedColumn([input]) : undefined
  const byCode: { readonly captures: Captures }[] = []
  let at = -1
  let kept: Captures
  return (row) => {
    if (row === at) return kept
    at = row
    const code = column?.code(row) ?? 0
    if (code < FIRST_TEXT || code >= 65536) return (kept = matchRow(row))
    return (kept = (byCode[code] ??= { captures: matchRow(row) }).captures)
  }
}

/** The texts the `*` of the glob stand for: the shortest that fit, the first place that fits; a last `*` takes the rest. */
function globMatcher(glob: string): (text: string) => readonly string[] | undefined {
  const [head = '', ...rest] = glob.split('*')
  return (text) => {
    const start = text.indexOf(head)
    if (start < 0) return undefined
    const found: string[] = []
    let at = start + head.length
    for (let index = 0; index < rest.length; index++) {
      const literal = rest[index] ?? ''
      const isLast = index === rest.length - 1
      const end = literal === '' ? (isLast ? text.length : at) : text.indexOf(literal, at)
      if (end < 0) return undefined
      found.push(text.slice(at, end))
      at = end + literal.length
    }
    return found
  }
}
