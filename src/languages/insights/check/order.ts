import type { Diagnostic } from '#lib/text/diagnostic.ts'
import { nearest } from '#lib/text/near.ts'
import type { Command, FillMissing, Stats } from '../ast.ts'
import { hasBins } from '../bin.ts'
import { entryOf, namesGiven } from '../command/index.ts'
import { problem } from '../diagnostics.ts'
import { findFunction } from '../functions/index.ts'
import { callsIn } from '../walk.ts'

const MAX_STATS = 10
const MAX_TOPK = 10_000

/** Which command may stand behind which. AWS: CWL_QuerySyntax-Stats, -Dedup, -Join. */
export function checkOrder(commands: readonly Command[]): readonly Diagnostic[] {
  const stats = commands.filter((command) => command.kind === 'stats')
  return [
    ...checkStats(commands, stats),
    ...stats.flatMap(checkTopk),
    ...stats.flatMap(checkOffset),
    ...checkDedup(commands),
    ...checkJoins(commands),
    ...commands.flatMap((command, at) => checkNeeds(command, commands.slice(0, at))),
  ]
}

function checkStats(commands: readonly Command[], stats: readonly Stats[]): readonly Diagnostic[] {
  const last = stats.at(-1)
  const eleventh = stats[MAX_STATS]
  const found: Diagnostic[] = []
  if (eleventh !== undefined) {
    found.push(problem('insights/too-many-stats', eleventh, `a query has at most ${MAX_STATS} stats, found ${stats.length}`))
  }
  if (last === undefined || stats.length < 2) return found
  const early = commands.filter((command) => (command.kind === 'sort' || command.kind === 'limit') && command.from < last.from)
  const hint = 'move it behind the last stats'
  return [
    ...found,
    ...early.map((command) => problem('insights/before-stats', command, `${command.kind} stands before the last stats`, hint)),
  ]
}

function checkTopk({ items, by }: Stats): readonly Diagnostic[] {
  const aggregates = items.flatMap((item) => callsIn(item.expression)).filter((call) => findFunction(call.name)?.kind === 'aggregate')
  const topk = aggregates.find((call) => call.name.toLowerCase() === 'topk')
  if (topk === undefined) return []
  const [k] = topk.args
  if (k?.kind === 'negate' || (k?.kind === 'number' && (!Number.isInteger(k.value) || k.value < 1 || k.value > MAX_TOPK)))
    return [problem('insights/argument-type', k, `topk gives from 1 to ${MAX_TOPK} values`)]
  if (aggregates.length === 1 && by.length === 0) return []
  return [problem('insights/topk-alone', topk, 'topk stands beside another aggregate or "by"', 'topk works alone: stats topk(3, field)')]
}

function checkOffset(stats: Stats): readonly Diagnostic[] {
  if (stats.offset === undefined || hasBins(stats)) return []
  return [problem('insights/needs-bins', stats.offset, 'offset moves bins, and there are none', 'group by time: ... by bin(5m) offset 1h')]
}

/** What a command asks of those before it. */
function checkNeeds(command: Command, before: readonly Command[]): readonly Diagnostic[] {
  switch (command.kind) {
    case 'anomaly':
      if (before.some(({ kind }) => kind === 'pattern')) return []
      return [problem('insights/needs-pattern', command, 'anomaly stands behind pattern', 'pattern @message | anomaly')]
    case 'filterIndex':
      if (before.every(({ kind }) => entryOf(kind).leaves === 'events' || kind === 'limit')) return []
      return [problem('insights/needs-events', command, 'filterIndex works on events, and these rows are none', 'move it to the beginning')]
    case 'fillmissing':
      return checkFillMissing(command, before)
    default:
      return []
  }
}

function checkFillMissing(command: FillMissing, before: readonly Command[]): readonly Diagnostic[] {
  const at = before.findLastIndex(({ kind }) => entryOf(kind).replaces === true)
  const last = before[at]
  if (last?.kind !== 'stats' || !hasBins(last)) {
    return [
      problem('insights/needs-bins', command, 'fillmissing stands behind a stats by bin()', 'stats count(*) as c by bin(5m) | fillmissing'),
    ]
  }
  const names = new Set(before.slice(at).flatMap(namesGiven))
  return command.values.flatMap(({ name }) => {
    if (names.has(name.name)) return []
    const near = nearest(name.name, names)
    const hint = near === undefined ? `the columns are ${[...names].join(', ')}` : `did you mean "${near}"?`
    return [problem('insights/lost-field', name, `there is no column "${name.name}" to fill`, hint)]
  })
}

function checkDedup(commands: readonly Command[]): readonly Diagnostic[] {
  const at = commands.findIndex((command) => command.kind === 'dedup')
  const after = at < 0 ? undefined : commands.slice(at + 1).find((command) => command.kind !== 'limit' && command.kind !== 'broken')
  if (after === undefined) return []
  return [problem('insights/after-dedup', after, 'only limit may follow dedup', 'move it before dedup')]
}

/** One join in a query, and two names for its sides. AWS: CWL_QuerySyntax-Join. */
function checkJoins(commands: readonly Command[]): readonly Diagnostic[] {
  const joins = commands.filter((command) => command.kind === 'join')
  const hint = 'join two groups, and look the rest up with filter FIELD in (QUERY)'
  const more = joins.slice(1).map((join) => problem('insights/join', join, `a query has one join, found ${joins.length}`, hint))
  const alike = joins.filter(({ left, right }) => left === right)
  return [
    ...more,
    ...alike.map(({ left, leftKey }) => problem('insights/join', leftKey, `both sides of the join are called "${left}"`, 'left=a right=b')),
  ]
}
