import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { Command, Stats } from '../ast.ts'
import { problem } from '../diagnostics.ts'
import { findFunction } from '../functions/index.ts'
import { callsIn } from '../walk.ts'

const MAX_STATS = 10
const MAX_TOPK = 10_000

/** Which command may stand behind which. AWS: CWL_QuerySyntax-Stats, -Dedup. */
export function checkOrder(commands: readonly Command[]): readonly Diagnostic[] {
  const stats = commands.filter((command) => command.kind === 'stats')
  return [...checkStats(commands, stats), ...stats.flatMap(checkTopk), ...checkDedup(commands)]
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

function checkDedup(commands: readonly Command[]): readonly Diagnostic[] {
  const at = commands.findIndex((command) => command.kind === 'dedup')
  const after = at < 0 ? undefined : commands.slice(at + 1).find((command) => command.kind !== 'limit' && command.kind !== 'broken')
  if (after === undefined) return []
  return [problem('insights/after-dedup', after, 'only limit may follow dedup', 'move it before dedup')]
}
