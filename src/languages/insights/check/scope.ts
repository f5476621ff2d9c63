import type { Diagnostic } from '#lib/text/diagnostic.ts'
import { nearest } from '#lib/text/near.ts'
import type { Call, Command, Expression, FieldPath, Item, Stats } from '../ast.ts'
import { problem } from '../diagnostics.ts'
import { findFunction } from '../functions/index.ts'
import { canonicalText } from '../canonical.ts'
import { namesGiven } from '../command/index.ts'
import { childrenOf } from '../walk.ts'

/** What a stats has left: names, and the expressions of columns that are called as they were written. */
type Left = { readonly names: Set<string>; readonly expressions: ReadonlySet<string> }

/** Names that commands give: after a stats, nothing else is left. */
export function checkScope(commands: readonly Command[]): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  let left: Left | undefined
  for (const command of commands) {
    if (command.kind === 'stats') {
      found.push(...checkItems(command))
      if (left !== undefined) found.push(...checkLater(command, left))
      left = leftBy([...command.by, ...command.items])
    } else if (left !== undefined) for (const name of namesGiven(command)) left.names.add(name)
  }
  return found
}

const leftBy = (items: readonly Item[]): Left => ({
  names: new Set(items.map(({ title }) => title)),
  expressions: new Set(items.filter(({ alias }) => alias === undefined).map(({ expression }) => canonicalText(expression))),
})

/** Every item is computed from aggregates, from names given earlier in the same list, or from a key. */
function checkItems({ items, by }: Stats): readonly Diagnostic[] {
  const given = new Set(by.flatMap(({ title, expression }) => (expression.kind === 'field' ? [title, expression.name] : [title])))
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

function checkLater(stats: Stats, { names, expressions }: Left): readonly Diagnostic[] {
  const given = { names: new Set(names), expressions }
  const found: Diagnostic[] = []
  for (const item of [...stats.by, ...stats.items]) {
    found.push(...lostFields(item.expression, given), ...lostBins(item.expression, given))
    given.names.add(item.title)
  }
  return found
}

function lostFields(expression: Expression, left: Left): readonly Diagnostic[] {
  const { names, expressions } = left
  if (expressions.has(canonicalText(expression))) return []
  if (expression.kind !== 'field') return childrenOf(expression).flatMap((child) => lostFields(child, left))
  const [root] = expression.steps
  if (names.has(expression.name) || names.has(String(root))) return []
  const near = nearest(expression.name, names)
  const hint = near === undefined ? `it left ${[...names].join(', ')}; add what you need to the earlier stats` : `did you mean "${near}"?`
  return [problem('insights/lost-field', expression, `the earlier stats left no "${expression.name}"`, hint)]
}

function lostBins(expression: Expression, left: Left): readonly Diagnostic[] {
  if (left.names.has('@timestamp') || left.expressions.has(canonicalText(expression))) return []
  const isBin = expression.kind === 'call' && expression.name.toLowerCase() === 'bin'
  return [...(isBin ? [lostBin(expression)] : []), ...childrenOf(expression).flatMap((child) => lostBins(child, left))]
}

function lostBin(bin: Call): Diagnostic {
  const hint = 'carry the time along: max(@timestamp) as @t in the earlier stats, and here datefloor(@t, 5m)'
  return problem('insights/bin-needs-timestamp', bin, 'bin needs @timestamp, which the earlier stats did not leave', hint)
}
