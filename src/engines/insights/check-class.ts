import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import type { Command, Query } from '#languages/insights/ast.ts'
import { expressionsOf } from '#languages/insights/command/index.ts'
import { problem } from '#languages/insights/diagnostics.ts'
import { callsIn } from '#languages/insights/walk.ts'
import type { LogGroup } from '#stores/log-store.ts'
import { MOST_STATS_INFREQUENT } from './limits.ts'

const refused: readonly Command['kind'][] = ['pattern', 'diff', 'anomaly', 'filterIndex']

/** AWS: CloudWatch_Logs_Log_Classes: what a query over an Infrequent Access group may not do. */
export function checkClass({ commands }: Query, groups: readonly LogGroup[]): readonly Diagnostic[] {
  const infrequent = groups.find(({ logGroupClass }) => logGroupClass === 'INFREQUENT_ACCESS')
  if (infrequent === undefined) return []
  const where = `over the Infrequent Access group "${infrequent.name}"`
  const third = commands.filter(({ kind }) => kind === 'stats')[MOST_STATS_INFREQUENT]
  const most = `${where} a query has at most ${MOST_STATS_INFREQUENT} stats`
  return [
    ...(third === undefined ? [] : [problem('insights/too-many-stats', third, most)]),
    ...commands.filter(({ kind }) => refused.includes(kind)).map((command) => notThere(command, command.kind, where)),
    ...commands.flatMap(unmasksOf).map((call) => notThere(call, 'unmask', where)),
  ]
}

const unmasksOf = (command: Command): readonly TextRange[] =>
  expressionsOf(command)
    .flatMap(([expression]) => callsIn(expression))
    .filter(({ name }) => name.toLowerCase() === 'unmask')

const notThere = (range: TextRange, name: string, where: string): Diagnostic =>
  problem('insights/log-class', range, `${where} there is no ${name}`, 'choose groups of the Standard class')
