import { readStoredDashboard, type DashboardStore } from '#stores/dashboard-store.ts'
import type { Shelf } from './shelf.ts'

/** Dashboards as Grafana JSON. */
export const dashboardShelf = (dashboards: DashboardStore): Shelf => ({
  kind: 'dashboard',
  changes: [dashboards.changes],
  ids: () => dashboards.all().map(({ uid }) => uid),
  write: (id) => dashboards.find(id),
  isReadable: (id, value) => readStoredDashboard(value)?.uid === id,
  take(id, value) {
    const dashboard = readStoredDashboard(value)
    if (dashboard?.uid !== id) return false
    dashboards.put(dashboard)
    return true
  },
  remove: (id) => void dashboards.delete(id),
})
