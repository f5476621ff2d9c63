import { readMetricFilter } from '#apis/cloudwatch-logs/operations/filters/metric-filters.ts'
import type { LogStore } from '#stores/log-store.ts'
import { filterId, type MetricFilter, type ResourceStore } from '#stores/resource-store.ts'
import type { Shelf } from './shelf.ts'

/** Metric filters of log groups that are there. */
export const filterShelf = (resources: ResourceStore, logs: LogStore): Shelf => ({
  kind: 'metric-filter',
  changes: [resources.filterChanges],
  ids: () => resources.metricFilters().map(filterId),
  write: (id) => resources.metricFilter(...placeOf(id)),
  isReadable: (id, value) => readFilter(id, value) !== undefined,
  take(id, value) {
    const filter = readFilter(id, value)
    if (filter === undefined || logs.group(filter.logGroupName) === undefined) return false
    resources.putMetricFilter(filter)
    return true
  },
  remove: (id) => void resources.deleteMetricFilter(...placeOf(id)),
})

function readFilter(id: string, value: unknown): MetricFilter | undefined {
  const filter = readMetricFilter(value)
  return filter !== undefined && filterId(filter) === id ? filter : undefined
}

function placeOf(id: string): [group: string, name: string] {
  const colon = id.indexOf(':')
  return [id.slice(0, colon), id.slice(colon + 1)]
}
