import { isDeeperThan } from '#lib/depth.ts'
import { invariant } from '#lib/invariant.ts'
import { DEEPEST_DASHBOARD, type DashboardJson, type StoredDashboard } from '#stores/dashboard-store.ts'
import type { GrafanaContext } from './context.ts'
import { notFound, Refusal } from './refusal.ts'

type Body = Readonly<Record<string, unknown>>

const LONGEST_UID = 40
const UID_SIZE = 14
/** As much as Grafana's database has room for, several times over. */
const LONGEST_TITLE = 1000

export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')

const urlOf = ({ uid, title }: StoredDashboard): string => `/d/${uid}/${slugOf(title)}`

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** One that came with the world, as if it had been saved at its beginning. */
function provisionedAt(dashboard: DashboardJson, at: number): StoredDashboard {
  const uid = textOf(dashboard.uid)
  invariant(uid !== '', `cannot provision a dashboard without uid: ${textOf(dashboard.title)}`)
  const version = 1
  const id = at + 1
  return {
    uid,
    id,
    version,
    title: textOf(dashboard.title),
    createdAt: 0,
    updatedAt: 0,
    message: '',
    dashboard: { ...dashboard, id, version },
  }
}

const provisionedOf = ({ provisioned = [], dashboards }: GrafanaContext): readonly StoredDashboard[] =>
  provisioned.map(provisionedAt).filter(({ uid }) => dashboards.find(uid) === undefined)

const allOf = (context: GrafanaContext): readonly StoredDashboard[] =>
  [...context.dashboards.all(), ...provisionedOf(context)].sort((left, right) =>
    left.title.toLowerCase() < right.title.toLowerCase() ? -1 : 1,
  )

const findOf = (context: GrafanaContext, uid: string): StoredDashboard | undefined =>
  context.dashboards.find(uid) ?? provisionedOf(context).find((one) => one.uid === uid)

/** GET /api/search: by a piece of the title and by tags, a page at a time. */
export function search(context: GrafanaContext, query: URLSearchParams): readonly object[] {
  const wanted = (query.get('query') ?? '').toLowerCase()
  const tags = query.getAll('tag')
  const uids = [...query.getAll('dashboardUIDs'), ...query.getAll('dashboardUID')]
  const type = query.get('type') ?? 'dash-db'
  const limit = Math.min(5000, Number(query.get('limit')) || 1000)
  const page = Math.max(1, Number(query.get('page')) || 1)
  const found = allOf(context).filter(
    (one) =>
      type === 'dash-db' &&
      one.title.toLowerCase().includes(wanted) &&
      tags.every((tag) => tagsOf(one).includes(tag)) &&
      (uids.length === 0 || uids.includes(one.uid)),
  )
  return found.slice((page - 1) * limit, page * limit).map((one) => ({
    id: one.id,
    uid: one.uid,
    orgId: 1,
    title: one.title,
    uri: `db/${slugOf(one.title)}`,
    url: urlOf(one),
    slug: '',
    type: 'dash-db',
    tags: tagsOf(one),
    isStarred: false,
    sortMeta: 0,
    isDeleted: false,
  }))
}

function tagsOf({ dashboard }: StoredDashboard): readonly string[] {
  const { tags } = dashboard
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : []
}

/** GET /api/dashboards/uid/:uid. */
export function dashboardByUid(context: GrafanaContext, uid: string): object {
  const found = findOf(context, uid)
  if (found === undefined) throw notFound()
  return { dashboard: found.dashboard, meta: metaOf(found, context.dashboards.find(uid) === undefined) }
}

const metaOf = (one: StoredDashboard, isProvisioned: boolean) => ({
  type: 'db',
  canSave: true,
  canEdit: true,
  canAdmin: true,
  canStar: false,
  canDelete: !isProvisioned,
  slug: slugOf(one.title),
  url: urlOf(one),
  expires: '0001-01-01T00:00:00Z',
  created: new Date(one.createdAt).toISOString(),
  updated: new Date(one.updatedAt).toISOString(),
  createdBy: 'learner',
  updatedBy: 'learner',
  version: one.version,
  hasAcl: false,
  isFolder: false,
  folderId: 0,
  folderUid: '',
  folderTitle: 'General',
  folderUrl: '',
  provisioned: isProvisioned,
  provisionedExternalId: isProvisioned ? `${one.uid}.json` : '',
})

/** POST /api/dashboards/db. */
export function saveDashboard(context: GrafanaContext, body: Body): object {
  const { dashboard, message, overwrite, folderUid } = body
  if (typeof dashboard !== 'object' || dashboard === null || Array.isArray(dashboard)) throw new Refusal(400, 'bad request data')
  if (typeof folderUid === 'string' && folderUid !== '' && folderUid !== 'general') throw new Refusal(404, 'Folder not found', 'not-found')
  if (isDeeperThan(dashboard, DEEPEST_DASHBOARD)) throw new Refusal(400, `a dashboard is at most ${DEEPEST_DASHBOARD} levels deep`)
  const given: DashboardJson = { ...dashboard }
  const title = textOf(given.title).trim()
  if (title === '') throw new Refusal(400, 'Dashboard title cannot be empty', 'empty-name')
  if (title.length > LONGEST_TITLE) throw new Refusal(400, `a dashboard's title has at most ${LONGEST_TITLE} characters`)
  const existing = existingOf(context, given)
  checkVersion(existing, given, overwrite === true)
  const uid = existing?.uid ?? (textOf(given.uid) || context.newId().replaceAll('-', '').slice(0, UID_SIZE))
  checkTitle(context, title, uid, overwrite === true)
  const now = context.clock.now()
  const id = existing?.id ?? context.dashboards.nextId
  const version = (existing?.version ?? 0) + 1
  const saved: StoredDashboard = {
    uid,
    id,
    version,
    title,
    createdAt: existing?.createdAt ?? now,
    updatedAt: now,
    message: textOf(message),
    dashboard: { ...given, id, uid, version },
  }
  context.dashboards.put(saved)
  return { folderUid: '', id, slug: slugOf(title), status: 'success', uid, url: urlOf(saved), version }
}

/** The dashboard that is saved over: by number, else by uid. */
function existingOf(context: GrafanaContext, { id, uid }: DashboardJson): StoredDashboard | undefined {
  const named = textOf(uid)
  if (named.length > LONGEST_UID) throw new Refusal(400, `uid too long, max ${LONGEST_UID} characters`)
  if (!/^[\w-]*$/.test(named)) throw new Refusal(400, 'uid contains illegal characters')
  const byUid = named === '' ? undefined : findOf(context, named)
  if (typeof id !== 'number' || id === 0) return byUid
  const byId = byUid?.id === id ? byUid : allOf(context).find((one) => one.id === id)
  if (byId === undefined) throw notFound()
  if (byUid !== undefined && byUid.uid !== byId.uid) throw new Refusal(400, 'A dashboard with the same uid already exists')
  return byId
}

function checkVersion(existing: StoredDashboard | undefined, { version }: DashboardJson, isOverwriting: boolean): void {
  if (existing === undefined || isOverwriting || version === existing.version) return
  throw new Refusal(412, 'The dashboard has been changed by someone else', 'version-mismatch')
}

function checkTitle(context: GrafanaContext, title: string, uid: string, isOverwriting: boolean): void {
  if (isOverwriting || !allOf(context).some((one) => one.title === title && one.uid !== uid)) return
  throw new Refusal(412, 'A dashboard with the same name in the folder already exists', 'name-exists')
}

/** DELETE /api/dashboards/uid/:uid. */
export function deleteDashboard(context: GrafanaContext, uid: string): object {
  const found = findOf(context, uid)
  if (found === undefined) throw notFound()
  if (!context.dashboards.delete(uid)) throw new Refusal(400, 'provisioned dashboard cannot be deleted')
  return { id: found.id, message: `Dashboard ${found.title} deleted`, title: found.title, uid }
}
