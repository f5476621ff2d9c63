import { isDeeperThan } from '#lib/depth.ts'
import type { Millis } from '#lib/time.ts'
import { Changes } from './changes.ts'

export type DashboardJson = Readonly<Record<string, unknown>>

export type StoredDashboard = {
  readonly uid: string
  /** The number of the row, as older clients name it. */
  readonly id: number
  readonly version: number
  readonly title: string
  readonly createdAt: Millis
  readonly updatedAt: Millis
  /** What was said when it was saved last. */
  readonly message: string
  /** The whole file, members nobody here knows included. */
  readonly dashboard: DashboardJson
}

/** Several times as deep as Grafana's own: what is deeper cannot be written down again. */
export const DEEPEST_DASHBOARD = 100

/** The numbers below are those of dashboards that come with the world. */
const FIRST_ID = 101

/** The dashboards of one account that somebody saved. */
export class DashboardStore {
  private readonly dashboards = new Map<string, StoredDashboard>()
  /** Tells the uid of a dashboard that changed, came or went. */
  readonly changes = new Changes()

  /** By title, then by uid. */
  all(): readonly StoredDashboard[] {
    return [...this.dashboards.values()].sort((left, right) =>
      left.title === right.title ? (left.uid < right.uid ? -1 : 1) : left.title < right.title ? -1 : 1,
    )
  }

  find(uid: string): StoredDashboard | undefined {
    return this.dashboards.get(uid)
  }

  /** A number that no dashboard has yet. */
  get nextId(): number {
    return Math.max(FIRST_ID - 1, ...this.all().map(({ id }) => id)) + 1
  }

  put(dashboard: StoredDashboard): void {
    this.dashboards.set(dashboard.uid, dashboard)
    this.changes.tell(dashboard.uid)
  }

  delete(uid: string): boolean {
    const isGone = this.dashboards.delete(uid)
    if (isGone) this.changes.tell(uid)
    return isGone
  }
}

const isObject = (value: unknown): value is DashboardJson => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A number of a row, a version, or milliseconds that a date can be made of. */
const isWhole = (value: unknown): value is number => Number.isInteger(value) && Math.abs(Number(value)) <= 8.64e15

/** A dashboard as it was kept or exported, if it is one. */
export function readStoredDashboard(value: unknown): StoredDashboard | undefined {
  if (!isObject(value) || !isObject(value.dashboard)) return undefined
  const { uid, title, message = '', dashboard } = value
  const numbers = [value.id, value.version, value.createdAt, value.updatedAt]
  const [id = 0, version = 0, createdAt = 0, updatedAt = 0] = numbers.filter(isWhole)
  if (typeof uid !== 'string' || !/^[\w-]{1,40}$/.test(uid) || typeof title !== 'string' || typeof message !== 'string') return undefined
  if (!numbers.every(isWhole) || isDeeperThan(dashboard, DEEPEST_DASHBOARD)) return undefined
  return { uid, id, version, title, createdAt, updatedAt, message, dashboard }
}
