import type { Diagnostic } from '#lib/text/diagnostic.ts'
import { nearest } from '#lib/text/near.ts'
import type { Call, Expression } from '../ast.ts'
import type { Place } from '../command/entry.ts'
import { problem } from '../diagnostics.ts'
import type { FunctionEntry, Parameter } from '../function-entry.ts'
import { findFunction, functionEntries } from '../functions/index.ts'
import { canonicalText } from '../canonical.ts'
import { childrenOf } from '../walk.ts'

/** Unknown functions, wrong numbers of arguments, aggregates out of place. One fault is told for a call, and what is inside it is read on. */
export function checkCalls(expression: Expression, place: Place, columns: ReadonlyMap<string, string>): readonly Diagnostic[] {
  if (expression.kind !== 'call') return childrenOf(expression).flatMap((child) => checkCalls(child, place, columns))
  const column = columns.get(canonicalText(expression))
  if (column === '') return []
  const entry = findFunction(expression.name)
  const inside = entry?.kind === 'aggregate' ? 'inside-aggregate' : place
  const own =
    entry === undefined ? unknownFunction(expression) : (checkPlace(expression, entry, place, column) ?? checkArguments(expression, entry))
  return [...(own === undefined ? [] : [own]), ...expression.args.flatMap((arg) => checkCalls(arg, inside, columns))]
}

const functionNames = (): readonly string[] => functionEntries.flatMap(({ name, aliases = [] }) => [name, ...aliases])

function unknownFunction(call: Call): Diagnostic {
  const near = nearest(call.name, functionNames())
  return problem(
    'insights/unknown-function',
    call.nameRange,
    `unknown function "${call.name}"`,
    near === undefined ? undefined : `did you mean "${near}"?`,
  )
}

function checkPlace(call: Call, entry: FunctionEntry, place: Place, column: string | undefined): Diagnostic | undefined {
  if (entry.kind !== 'aggregate' || place === 'aggregate') return undefined
  if (column !== undefined) {
    return problem('insights/aggregate-outside-stats', call, `the earlier stats left no "${call.name}"`, `it is called "${column}" there`)
  }
  if (place === 'inside-aggregate') {
    return problem(
      'insights/nested-aggregate',
      call.nameRange,
      `the aggregate "${call.name}" stands inside another one`,
      'name the inner one with as, and use the name in a second stats',
    )
  }
  const where = place === 'key' ? 'after "by" stand keys, not aggregates' : `"${call.name}" works on many events, so it stands in stats`
  return problem('insights/aggregate-outside-stats', call.nameRange, `the aggregate "${call.name}" stands outside of stats' list`, where)
}

function checkArguments(call: Call, entry: FunctionEntry): Diagnostic | undefined {
  const least = entry.parameters.filter(({ optional }) => optional !== true).length
  const most = entry.most ?? (entry.parameters.some(({ repeats }) => repeats === true) ? Infinity : entry.parameters.length)
  const given = call.args.length
  if (given < least || given > most) {
    return problem(
      'insights/arguments',
      call,
      `"${entry.name}" takes ${countOf(least, most)}, found ${given}`,
      `${entry.name}(${signatureOf(entry)})`,
    )
  }
  return call.args
    .map((arg, at) => checkArgument(call, entry, arg, entry.parameters[Math.min(at, entry.parameters.length - 1)]))
    .find((found) => found !== undefined)
}

function countOf(least: number, most: number): string {
  if (most === Infinity) return `at least ${least} ${least === 1 ? 'argument' : 'arguments'}`
  if (least === most) return `${least === 0 ? 'no' : least} ${least === 1 ? 'argument' : 'arguments'}`
  return `${least} to ${most} arguments`
}

/** `field[, percent]`. */
export function signatureOf(entry: FunctionEntry): string {
  return entry.parameters.map(parameterLabel).join(', ')
}

export const parameterLabel = ({ name, optional, repeats }: Parameter): string =>
  `${optional === true ? `[${name}]` : name}${repeats === true ? ', ...' : ''}`

function checkArgument(call: Call, entry: FunctionEntry, arg: Expression, parameter: Parameter | undefined): Diagnostic | undefined {
  if (parameter === undefined || arg.kind === 'broken') return undefined
  if (arg.kind === 'star' && entry.name !== 'count') {
    return problem('insights/argument-type', arg, `"${entry.name}" takes a field, found "*"`, 'only count takes "*"')
  }
  if (parameter.takes === 'period' && arg.kind !== 'period') {
    return problem(
      'insights/argument-type',
      arg,
      `"${entry.name}" takes a period here`,
      `a period is a number and a unit: ${call.name}(${entry.parameters.length > 1 ? `${entry.kind === 'aggregate' ? 'field' : '@timestamp'}, ` : ''}5m)`,
    )
  }
  if (arg.kind === 'period' && parameter.takes !== 'period') {
    return problem('insights/argument-type', arg, `"${entry.name}" takes no period here, found "${arg.text}"`)
  }
  return undefined
}
