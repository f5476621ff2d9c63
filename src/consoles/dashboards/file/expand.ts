import type { MetricIdentity } from '#lib/metric/metric.ts'
import type { PanelTarget } from '#lib/panel.ts'
import type { TimeRange } from '#lib/time.ts'
import { valuesOf, type JsonTarget } from './target-json.ts'

/** As many as a SEARCH of CloudWatch's finds. */
const MOST = 100

/** The metrics a target stands for: its own, or every one that its wildcards and lists take in. */
export function expandTarget(target: JsonTarget, metrics: readonly MetricIdentity[]): readonly PanelTarget[] {
  const { json, read: _, ...plain } = target
  const wanted = Object.entries(target.dimensions).map(([name, value]) => [name, valuesOf(value)] as const)
  const isExact = json === undefined || json.matchExact !== false
  if (isExact && wanted.every(([, values]) => values?.length === 1)) return [plain]
  const isMeant = ({ namespace, metricName, dimensions }: MetricIdentity) =>
    namespace === target.namespace &&
    metricName === target.metricName &&
    (!isExact || Object.keys(dimensions).length === wanted.length) &&
    wanted.every(([name, values]) => name in dimensions && (values === undefined || values.includes(dimensions[name] ?? '')))
  return metrics
    .filter(isMeant)
    .slice(0, MOST)
    .map(({ dimensions }) => ({ ...plain, dimensions }))
}

const AUTO_PERIODS = [60, 300, 900, 3600, 21_600, 86_400]
const MOST_POINTS = 2000

/** The period Grafana takes where a query leaves it to the time range. */
export function autoPeriod({ start, end }: TimeRange): number {
  const wanted = (end - start) / 1000 / MOST_POINTS
  return AUTO_PERIODS.find((period) => period >= wanted) ?? 86_400
}
