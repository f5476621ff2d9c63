import type { Diagnostic } from '#lib/diagnostic.ts'
import { nearest } from '#lib/near.ts'
import type { Command, Expression, FieldPath, Stats } from './ast.ts'
import { problem } from './diagnostics.ts'
import { findFunction } from './functions/index.ts'
import { printExpression } from './print.ts'
import { callsIn, childrenOf } from './walk.ts'

/** Names that commands give, lower-case functions aside: after a stats, nothing else is left. */
export function checkScope(commands: readonly Command[]): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  let names: Set<string> | undefined
  for (const command of commands) {
    if (command.kind === 'stats') {
      found.push(...checkItems(command))
      if (names !== undefined) found.push(...checkLater(command, names))
      names = new Set(
        [...command.by, ...command.items].flatMap((item) =>
          item.alias === undefined ? [item.title, printExpression(item.expression)] : [item.alias],
        ),
      )
    } else if (names !== undefined) for (const name of namesGiven(command)) names.add(name)
  }
  return found
}

function namesGiven(command: Command): readonly string[] {
  switch (command.kind) {
    case 'fields':
    case 'display':
      return command.items.flatMap((item) => item.alias ?? [])
    case 'parse-glob':
      return command.names.map(({ name }) => name)
    case 'parse-regex':
      return [...command.regex.source.matchAll(/\(\?P?<(\w+)>/g)].flatMap((match) => match[1] ?? [])
    default:
      return []
  }
}

/** Every item is computed from aggregates, from names given earlier in the same list, or from a key. */
function checkItems({ items, by }: Stats): readonly Diagnostic[] {
  const given = new Set(by.flatMap((item) => (item.alias === undefined ? [item.title] : [item.alias, printExpression(item.expression)])))
  const found: Diagnostic[] = []
  for (const item of items) {
    found.push(
      ...bareFields(item.expression)
        .filter((field) => !given.has(field.name))
        .slice(0, 1)
        .map(notAggregated),
    )
    given.add(item.title)
  }
  return found
}

/** Fields that no aggregate takes in. */
function bareFields(expression: Expression): readonly FieldPath[] {
  if (expression.kind === 'field') return [expression]
  if (expression.kind === 'call' && findFunction(expression.name)?.kind !== 'scalar') return []
  return childrenOf(expression).flatMap(bareFields)
}

function notAggregated(field: FieldPath): Diagnostic {
  const entry = findFunction(field.name)
  if (entry?.kind === 'aggregate') {
    return problem(
      'insights/missing-parentheses',
      field,
      `"${field.name}" is a function and stands without parentheses`,
      `${field.name}(${entry.name === 'count' ? '*' : 'field'})`,
    )
  }
  return problem(
    'insights/not-aggregated',
    field,
    `the field "${field.name}" has many values in a group`,
    `say which: max(${field.name}), latest(${field.name}), or group by it`,
  )
}

function checkLater(stats: Stats, names: ReadonlySet<string>): readonly Diagnostic[] {
  const given = new Set(names)
  const found: Diagnostic[] = []
  for (const item of [...stats.by, ...stats.items]) {
    found.push(...lostFields(item.expression, given), ...lostBins(item.expression, given))
    given.add(item.title)
  }
  return found
}

function lostFields(expression: Expression, names: ReadonlySet<string>): readonly Diagnostic[] {
  if (names.has(printExpression(expression))) return []
  if (expression.kind !== 'field') return childrenOf(expression).flatMap((child) => lostFields(child, names))
  const [root] = expression.steps
  if (names.has(expression.name) || names.has(String(root))) return []
  const near = nearest(expression.name, names)
  const hint = near === undefined ? `it left ${[...names].join(', ')}; add what you need to the earlier stats` : `did you mean "${near}"?`
  return [problem('insights/lost-field', expression, `the earlier stats left no "${expression.name}"`, hint)]
}

function lostBins(expression: Expression, names: ReadonlySet<string>): readonly Diagnostic[] {
  if (names.has('@timestamp') || names.has(printExpression(expression))) return []
  const bins = callsIn(expression).filter((call) => call.name.toLowerCase() === 'bin')
  const hint = 'carry the time along: max(@timestamp) as @t in the earlier stats, and here datefloor(@t, 5m)'
  return bins.map((call) =>
    problem('insights/bin-needs-timestamp', call, 'bin needs @timestamp, which the earlier stats did not leave', hint),
  )
}
