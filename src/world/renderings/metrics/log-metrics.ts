import type { Millis } from '#lib/time.ts'
import { companyGroups } from '../../company/services.ts'
import type { Emission } from '../../episode/emission.ts'
import { countLines, groupOf } from '../logs.ts'
import { measured, type Metric } from './metric.ts'
import type { Tally } from './tally.ts'

const events = new Map<string, Metric>(
  companyGroups.map((group) => [group, measured('AWS/Logs', [{ LogGroupName: group }], { IncomingLogEvents: 'Count' }).IncomingLogEvents]),
)

/** What CloudWatch Logs measures of these groups; bytes are left out, as they would cost the text of every line. */
export const logMetrics = (...groups: readonly string[]): readonly Metric[] => groups.flatMap((group) => events.get(group) ?? [])

export function measureLines(tally: Tally, at: Millis, emission: Emission): void {
  const metric = events.get(groupOf(emission) ?? '')
  const lines = metric === undefined ? 0 : countLines(emission)
  if (metric !== undefined && lines > 0) tally.sum(metric, at, lines)
}
