import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fetchGrafana } from '#apis/grafana/fetch.ts'
import { DashboardStore, readStoredDashboard } from '#stores/dashboard-store.ts'
import { standingClock } from '#lib/time.ts'

const NOW = Date.parse('2026-03-04T12:00:00Z')

function grafana(provisioned: readonly Record<string, unknown>[] = []) {
  const stores = new Map<string, DashboardStore>()
  let ids = 0
  const account = (id = '123456789012') => {
    const dashboards = stores.get(id) ?? new DashboardStore()
    stores.set(id, dashboards)
    return { dashboards, clock: standingClock(NOW), newId: () => `0000${ids++}-aaaa-bbbb-cccc-dddddddddddd`, provisioned }
  }
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const url = new URL(`http://localhost/grafana/${path}`)
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const request = new Request(url, { method, body: text ?? null, headers })
    const response = await fetchGrafana(request, url.pathname.slice('/grafana/'.length), { account })
    return {
      status: response.status,
      answer: (await response.json()) as Record<string, unknown> & { readonly [at: number]: Record<string, unknown> },
    }
  }
  const save = (dashboard: object, more: object = {}) => ask('POST', 'api/dashboards/db', { dashboard, ...more })
  return { ask, save, account }
}

describe('saving a dashboard', () => {
  it('numbers, names and versions a new one', async () => {
    const { save } = grafana()
    const { status, answer } = await save({ id: null, title: 'Production Overview' }, { message: 'first', overwrite: false })
    expect(status).toBe(200)
    expect(answer).toEqual({
      folderUid: '',
      id: 101,
      slug: 'production-overview',
      status: 'success',
      uid: '00000aaaabbbbc',
      url: '/d/00000aaaabbbbc/production-overview',
      version: 1,
    })
  })

  it('gives back every member it was given, known or not', async () => {
    const { save, ask } = grafana()
    const file = { title: 'T', uid: 'abc', panels: [{ type: 'polystat', any: { thing: [1, null] } }], x: { y: 1 } }
    await save(file)
    const { answer } = await ask('GET', 'api/dashboards/uid/abc')
    expect(answer.dashboard).toEqual({ ...file, id: 101, version: 1 })
    expect(answer.meta).toMatchObject({ slug: 't', version: 1, provisioned: false, created: '2026-03-04T12:00:00.000Z' })
  })

  it('counts versions up, and refuses one that somebody else has changed', async () => {
    const { save } = grafana()
    await save({ title: 'T', uid: 'abc' })
    expect((await save({ title: 'T', uid: 'abc', version: 1 })).answer.version).toBe(2)
    const late = await save({ title: 'T', uid: 'abc', version: 1 })
    expect(late.status).toBe(412)
    expect(late.answer).toEqual({ message: 'The dashboard has been changed by someone else', status: 'version-mismatch' })
    expect((await save({ title: 'T', uid: 'abc', version: 1 }, { overwrite: true })).answer.version).toBe(3)
  })

  it('refuses a second one of the same name', async () => {
    const { save } = grafana()
    await save({ title: 'T' })
    const second = await save({ title: 'T' })
    expect(second.status).toBe(412)
    expect(second.answer).toEqual({ message: 'A dashboard with the same name in the folder already exists', status: 'name-exists' })
  })

  it.each([
    [{ title: ' ' }, 400, { message: 'Dashboard title cannot be empty', status: 'empty-name' }],
    [{ title: 'T', id: 77 }, 404, { message: 'Dashboard not found', status: 'not-found' }],
    [{ title: 'T', uid: 'x'.repeat(41) }, 400, { message: 'uid too long, max 40 characters' }],
    [{ title: 'T', uid: 'a b' }, 400, { message: 'uid contains illegal characters' }],
  ])('refuses %j', async (dashboard, status, answer) => {
    const refused = await grafana().save(dashboard)
    expect(refused).toEqual({ status, answer })
  })

  it('refuses a body that is no dashboard, and one that is too large', async () => {
    const { ask } = grafana()
    for (const body of ['{', '[]', '{"dashboard": []}', '{}'])
      expect(await ask('POST', 'api/dashboards/db', body)).toEqual({ status: 400, answer: { message: 'bad request data' } })
    const large = JSON.stringify({ dashboard: { title: 'x'.repeat(9 * 1024 * 1024) } })
    expect((await ask('POST', 'api/dashboards/db', large)).status).toBe(413)
  })
})

describe('finding and deleting', () => {
  it('searches titles and tags', async () => {
    const { save, ask } = grafana()
    await save({ title: 'Lambda', tags: ['aws'] })
    await save({ title: 'Queues', tags: ['aws', 'sqs'] })
    const titles = async (query: string) =>
      Object.values((await ask('GET', `api/search?${query}`)).answer).map((one) => (one as { title: string }).title)
    expect(await titles('')).toEqual(['Lambda', 'Queues'])
    expect(await titles('query=QUE')).toEqual(['Queues'])
    expect(await titles('tag=aws&tag=sqs')).toEqual(['Queues'])
    expect(await titles('limit=1&page=2')).toEqual(['Queues'])
    expect(await titles('type=dash-folder')).toEqual([])
  })

  it('deletes once', async () => {
    const { save, ask } = grafana()
    await save({ title: 'T', uid: 'abc' })
    expect((await ask('DELETE', 'api/dashboards/uid/abc')).answer).toMatchObject({ message: 'Dashboard T deleted', title: 'T' })
    expect((await ask('DELETE', 'api/dashboards/uid/abc')).status).toBe(404)
    expect((await ask('GET', 'api/dashboards/uid/abc')).answer).toEqual({ message: 'Dashboard not found', status: 'not-found' })
  })

  it('keeps accounts apart, by header and by query', async () => {
    const { ask } = grafana()
    await ask('POST', 'api/dashboards/db?account=000000000001', { dashboard: { title: 'T', uid: 'abc' } })
    expect((await ask('GET', 'api/dashboards/uid/abc')).status).toBe(404)
    expect((await ask('GET', 'api/dashboards/uid/abc', undefined, { 'X-Watchkeeper-Account': '000000000001' })).status).toBe(200)
    expect((await ask('GET', 'api/search?account=12')).status).toBe(400)
  })

  it('has the dashboards that come with the world until one is saved over them', async () => {
    const { save, ask } = grafana([{ uid: 'overview', title: 'Overview', panels: [] }])
    expect((await ask('GET', 'api/dashboards/uid/overview')).answer.meta).toMatchObject({ provisioned: true })
    expect((await ask('DELETE', 'api/dashboards/uid/overview')).status).toBe(400)
    expect((await save({ uid: 'overview', title: 'Overview', version: 1, panels: [1] })).answer.version).toBe(2)
    expect((await ask('GET', 'api/dashboards/uid/overview')).answer.dashboard).toMatchObject({ panels: [1], version: 2 })
    await ask('DELETE', 'api/dashboards/uid/overview')
    expect((await ask('GET', 'api/dashboards/uid/overview')).answer.dashboard).toMatchObject({ panels: [], version: 1 })
  })

  it('saves one that came with the world as it was read, number, uid and all', async () => {
    const { save, ask } = grafana([{ uid: 'overview', title: 'Overview', panels: [] }])
    const read = (await ask('GET', 'api/dashboards/uid/overview')).answer.dashboard
    expect((await save({ ...Object(read), panels: [1] })).status).toBe(200)
    expect((await ask('GET', 'api/dashboards/uid/overview')).answer.meta).toMatchObject({ provisioned: false, version: 2 })
  })

  it('says that it is well, and that it has nothing else', async () => {
    const { ask } = grafana()
    expect((await ask('GET', 'api/health')).answer).toMatchObject({ database: 'ok' })
    expect(await ask('GET', 'api/folders')).toEqual({ status: 404, answer: { message: 'Not found' } })
  })
})

describe('the store', () => {
  it('tells what changed, and reads back what it told', async () => {
    const { save, ask, account } = grafana()
    const told: string[] = []
    account().dashboards.changes.listen((uid) => told.push(uid))
    await save({ title: 'T', uid: 'abc' })
    await ask('DELETE', 'api/dashboards/uid/abc')
    expect(told).toEqual(['abc', 'abc'])
    await save({ title: 'T', uid: 'abc' })
    const kept: unknown = JSON.parse(JSON.stringify(account().dashboards.find('abc')))
    expect(readStoredDashboard(kept)).toEqual(account().dashboards.find('abc'))
    expect(readStoredDashboard({ uid: 'abc', dashboard: {} })).toBeUndefined()
  })

  it.each(['aws-lambda', 'cloudwatch-ec2', 'percona-node-summary'])('keeps %s whole', async (name) => {
    let text: string
    try {
      text = readFileSync(new URL(`../../../../shared/dashboards/${name}.json`, import.meta.url), 'utf8')
    } catch {
      return
    }
    const { save, ask } = grafana()
    const file = JSON.parse(text) as Record<string, unknown>
    const { answer } = await save({ ...file, id: null, uid: 'real' })
    expect(answer.status).toBe('success')
    const opened = await ask('GET', 'api/dashboards/uid/real')
    expect(opened.answer.dashboard).toEqual({ ...file, id: 101, uid: 'real', version: 1 })
  })
})
