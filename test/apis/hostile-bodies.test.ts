import { describe, expect, it } from 'vitest'
import { createBackend } from '#backend/backend.ts'
import { encodeToken } from '#lib/operation/paging.ts'
import { DAY, standingClock } from '#lib/time.ts'
import { startCloudWatch } from './cloudwatch/call-cloudwatch.ts'

const NOW = Date.UTC(2026, 10, 24, 12)
const base = 'http://127.0.0.1/'
const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)

function startAll() {
  const backend = createBackend({ clock: standingClock(NOW) })
  const send = async (method: string, path: string, body?: unknown) => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const response = await backend.fetch(new Request(base + path, { method, body: text ?? null }))
    return { status: response.status, answer: JSON.parse(await response.text()) as Record<string, unknown> }
  }
  return { send }
}

describe('CloudWatch is sent too much', () => {
  it('a list of broken members is told of once, not a million times', async () => {
    const { status, text } = await startCloudWatch().json('DescribeAlarms', { AlarmNames: Array.from({ length: 200_000 }, () => 1) })
    expect(status).toBe(400)
    expect(text).toContain('1000 validation errors detected')
    expect(text.length).toBeLessThan(200_000)
  })

  it('so are broken data', async () => {
    const { status, text } = await startCloudWatch().json('PutMetricData', {
      Namespace: 'App',
      MetricData: Array.from({ length: 100_000 }, () => ({})),
    })
    expect(status).toBe(400)
    expect(text.length).toBeLessThan(100_000)
  })

  it('of too many dimensions and values only so many are looked at', async () => {
    const Dimensions = Array.from({ length: 60_000 }, (_, at) => ({ Name: `:${at}`, Value: 'v' }))
    const { text } = await startCloudWatch().json('PutMetricData', {
      Namespace: 'App',
      MetricData: [{ MetricName: 'Hits', Values: Array.from({ length: 60_000 }, () => 'NaN'), Dimensions }],
    })
    expect(text).toContain('The collection MetricData.member.1.Dimensions must not have a size greater than 30.')
    expect(text).toContain('MetricData.member.1.Dimensions.member.30.Name is invalid')
    expect(text).not.toContain('member.31.')
    expect(text).toContain('MetricData.member.1.Values.member.150 is invalid')
    expect(text).not.toContain('member.151')
  })

  it('a form of a hundred thousand and one parameters is not read', async () => {
    const { backend } = startCloudWatch()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const body = `Action=ListMetrics&Version=2010-08-01${'&a=1'.repeat(99_999)}`
    const response = await backend.fetch(new Request(base, { method: 'POST', headers, body }))
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('The request has 100001 parameters, at most 100000 are read')
  })

  it('a token that somebody wrote by hand is refused', async () => {
    for (const position of ['-1000000000000000000', 'x', '1.5', '']) {
      const NextToken = encodeToken(['ListMetrics', {}], position)
      const { status, text } = await startCloudWatch().json('ListMetrics', { NextToken })
      expect([position, status]).toEqual([position, 400])
      expect(text).toContain('for parameter NextToken is invalid.')
    }
  })
})

describe('our own paths are sent what nobody means', () => {
  const alarm = {
    Namespace: 'App',
    MetricName: 'Hits',
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanThreshold',
  }
  const account = '111122223333'

  it.each([-1, -1e300, 1e300, 8.64e15])('a time no calendar has is refused: %d', async (at) => {
    const { send } = startAll()
    const says = `"at" must be a time from 1970 to 9999 in milliseconds, found ${at}`
    expect(await send('POST', '_watchkeeper/explain', { what: 'alarm', account, alarm, at })).toEqual({
      status: 400,
      answer: { message: says },
    })
    const replayed = await send('POST', '_watchkeeper/replay', { account, alarm, start: at, end: at + DAY })
    expect(replayed.status).toBe(400)
  })

  it('what is no account is none', async () => {
    const { send } = startAll()
    const { status, answer } = await send('POST', '_watchkeeper/replay', { account: 'x', alarm, start: 0, end: DAY })
    expect([status, answer['message']]).toEqual([400, 'an account is twelve digits'])
  })

  it('a body that is too large is told so, not that it is no JSON', async () => {
    const { send } = startAll()
    const { status, answer } = await send('PUT', '_watchkeeper/made', `{"things":[]}${' '.repeat(33 * 1024 * 1024)}`)
    expect([status, answer['message']]).toEqual([413, 'a body holds at most 33554432 bytes'])
  })

  it('a world without end, at no time or nested without end is refused', async () => {
    const { send } = startAll()
    const company = { scenario: 'company', seed: 1 }
    for (const more of [{ window: 3650 * DAY }, { start: 8.64e15 }, { with: { rate: 1e9 } }]) {
      const { status } = await send('POST', '_watchkeeper/worlds', { spec: { ...company, ...more } })
      expect([more, status]).toEqual([more, 400])
    }
    const nested = await send('POST', '_watchkeeper/worlds', `{"spec":{"scenario":"company","seed":1,"more":${deep(50_000)}}}`)
    expect(nested).toEqual({ status: 400, answer: { message: "no world's spec is nested so deeply" } })
  })
})

describe('dashboards that could not be given back are not taken', () => {
  it('nested without end', async () => {
    const { send } = startAll()
    const saved = await send('POST', 'grafana/api/dashboards/db', `{"dashboard":{"title":"deep","uid":"deep","x":${deep(50_000)}}}`)
    expect(saved).toEqual({ status: 400, answer: { message: 'a dashboard is at most 100 levels deep' } })
    const value = `{"uid":"d","id":500,"version":1,"title":"d","createdAt":0,"updatedAt":0,"message":"","dashboard":{"x":${deep(50_000)}}}`
    const brought = await send('PUT', '_watchkeeper/made', `{"things":[{"kind":"dashboard","id":"d","value":${value}}]}`)
    expect(brought).toEqual({ status: 400, answer: { message: 'the dashboard "d" cannot be read' } })
    expect((await send('GET', '_watchkeeper/made')).answer['things']).toEqual([])
  })

  it.each([{ createdAt: 1e300 }, { id: 1e308 }, { version: 0.5 }, { uid: 'a/b' }])('with %j', async (more) => {
    const { send } = startAll()
    const whole = { uid: 'd', id: 500, version: 1, title: 'd', createdAt: 0, updatedAt: 0, message: '', dashboard: {} }
    const value = { ...whole, ...more }
    expect((await send('PUT', '_watchkeeper/made', { things: [{ kind: 'dashboard', id: value.uid, value }] })).status).toBe(400)
    expect((await send('PUT', '_watchkeeper/made', { things: [{ kind: 'dashboard', id: 'd', value: whole }] })).status).toBe(200)
  })

  it('a uid that is no text is refused', async () => {
    const { send } = startAll()
    expect(await send('GET', 'grafana/api/dashboards/uid/%zz')).toEqual({ status: 400, answer: { message: 'cannot read "%zz" as a uid' } })
  })

  it('a title of a million characters is refused', async () => {
    const { send } = startAll()
    expect((await send('POST', 'grafana/api/dashboards/db', { dashboard: { title: 'a'.repeat(1_000_000) } })).status).toBe(400)
  })
})

describe('alarms brought along', () => {
  const settings = {
    AlarmName: 'k',
    Namespace: 'A',
    MetricName: 'm',
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanThreshold',
  }
  const kept = (account: string, tags: object = {}) => ({
    arn: `arn:aws:cloudwatch:eu-west-1:${account}:alarm:k`,
    settings,
    tags,
    standing: { value: 'OK', reason: 'r', updatedAt: NOW, transitionedAt: NOW },
    createdAt: NOW,
    configuredAt: NOW,
    history: [],
  })
  const put = async (value: object) =>
    (await startAll().send('PUT', '_watchkeeper/made', { things: [{ kind: 'alarm', id: 'k', value }] })).status

  it('are those of this account, with no more tags than one can have', async () => {
    expect(await put(kept('123456789012', { team: 'orders' }))).toBe(200)
    expect(await put(kept('999999999999'))).toBe(400)
    expect(await put(kept('123456789012', Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`k${at}`, 'v']))))).toBe(400)
  })
})
