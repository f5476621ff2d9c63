import { describe, expect, it } from 'vitest'
import { AwsError, createLogsClient } from '#clients/cloudwatch-logs.ts'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import { createBackend } from '#backend/backend.ts'
import { DrivenClock, MINUTE } from '#lib/time.ts'
import { createWorld } from '#world/index.ts'

const base = 'http://here/sub/path/'
const practice = { scenario: 'practice', seed: 7 }
const { range } = createWorld(practice)

function start() {
  const real = new DrivenClock(Date.UTC(2026, 10, 24))
  const { fetch } = createBackend({ clock: real, base: '/sub/path/' })
  const requests: string[] = []
  const transport = (request: Request) => {
    requests.push(`${request.method} ${new URL(request.url).pathname}`)
    return fetch(request)
  }
  return { real, requests, transport, watchkeeper: createWatchkeeperClient({ transport, base }) }
}

const count = async (transport: (request: Request) => Promise<Response>, account: string, logGroupName = '/aws/lambda/practice') => {
  let events = 0
  for await (const page of createLogsClient({ transport, base, account }).filterAll({ logGroupName })) events += page.length
  return events
}

describe('a world', () => {
  it('is an account that holds every event, in one request when it is small', async () => {
    const { transport, watchkeeper, requests } = start()
    const world = await watchkeeper.openWorld(practice)
    const wanted = [...createWorld(practice).records()]
    expect(world).toMatchObject({ range, groups: ['/aws/lambda/practice'], events: wanted.length, now: range.end })
    expect(world.account).toMatch(/^\d{12}$/)
    expect(requests).toEqual(['POST /sub/path/_watchkeeper/worlds'])
    expect(await count(transport, world.account)).toBe(wanted.length)
  })

  it('is the same account for the same spec, made once, and another for another', async () => {
    const { transport, watchkeeper } = start()
    const first = await watchkeeper.openWorld({ seed: 7, scenario: 'practice' })
    await createLogsClient({ transport, base, account: first.account }).createLogGroup({ logGroupName: '/kept' })
    const again = await watchkeeper.openWorld(practice)
    const other = await watchkeeper.openWorld({ ...practice, seed: 8 })
    expect(again.account).toBe(first.account)
    expect(await count(transport, again.account, '/kept')).toBe(0)
    expect(other.account).not.toBe(first.account)
  })

  it.each([
    [null, '"spec" must be a world'],
    [{ scenario: 'shop', seed: 1, with: 5 }, '"with" of a world must be'],
    [{ scenario: 'shop', seed: 1, faults: { 'bad-deploy': null } }, '"faults" of a world must be'],
    [{ scenario: 'shop', seed: 1, mutators: [{ toString: {} }] }, '"mutators" of a world must be'],
    [{ scenario: 'shop', seed: 1, lines: ['x'] }, '"lines" of a world must be'],
    [{ scenario: 'constructor', seed: 1 }, 'unknown scenario "constructor"'],
    [{ scenario: 'shop', seed: 1, faults: { constructor: {} } }, 'unknown fault "constructor"'],
    [JSON.parse('{"scenario":"shop","seed":1,"with":{"__proto__":1}}'), 'unknown parameter "__proto__"'],
  ])('of a spec that is none, %j, is refused with a sentence', async (spec, sentence) => {
    const { transport } = start()
    const body = JSON.stringify({ spec })
    const response = await transport(new Request(`${base}_watchkeeper/worlds`, { method: 'POST', body }))
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(JSON.stringify(sentence).slice(1, -1))])
  })

  it('comes in parts when it is large, tells how far it is, and can be given up', async () => {
    const { watchkeeper } = start()
    const shop = { scenario: 'shop', seed: 1, window: 10 * MINUTE }
    const seen: number[] = []
    const world = await watchkeeper.openWorld(shop, { onProgress: ({ done, total }) => seen.push(done / total) })
    expect(seen.length).toBeGreaterThan(0)
    expect(seen).toEqual([...seen].sort((left, right) => left - right))
    expect(world.events).toBeGreaterThan(20_000)
    const controller = new AbortController()
    const given = watchkeeper.openWorld(
      { ...shop, seed: 2 },
      { signal: controller.signal, onProgress: () => controller.abort(new Error('enough')) },
    )
    await expect(given).rejects.toThrow('enough')
  })

  it('is made again when it was put away for others', async () => {
    const { transport, watchkeeper } = start()
    const { account, events } = await watchkeeper.openWorld(practice)
    for (let seed = 100; seed < 130; seed++) await watchkeeper.openWorld({ scenario: 'practice', seed })
    expect(await count(transport, account)).toBe(events)
  })

  it('plays, stands and jumps forward; what happens is recorded as time passes', async () => {
    const { real, transport, watchkeeper } = start()
    const { account, events } = await watchkeeper.openWorld(practice, { at: range.start + 2 * MINUTE, isRunning: true })
    const early = await count(transport, account)
    expect(early).toBe(events)
    real.advance(3 * MINUTE)
    const later = await count(transport, account)
    expect(later).toBeGreaterThan(early)
    await watchkeeper.changeClock(account, { action: 'pause' })
    real.advance(MINUTE)
    expect(await count(transport, account)).toBe(later)
    const jumped = await watchkeeper.changeClock(account, { action: 'jump', to: range.start + 8 * MINUTE })
    expect(jumped.now).toBe(range.start + 8 * MINUTE)
    expect((await watchkeeper.changeClock(account, { action: 'jump', to: range.start })).now).toBe(range.start + 8 * MINUTE)
    await watchkeeper.changeClock(account, { action: 'play' })
    real.advance(60 * MINUTE)
    expect((await watchkeeper.world(account)).now).toBe(range.end)
    expect(await count(transport, account)).toBe([...createWorld(practice).records()].length)
  })

  it.each([
    [{ scenario: 'practise', seed: 1 }, 'practice'],
    [{ scenario: 'shop', seed: 1, faults: { 'bad-deplo': {} } }, 'bad-deploy'],
  ])('of a wrong spec is refused with what was meant: %j', async (spec, meant) => {
    await expect(start().watchkeeper.openWorld(spec)).rejects.toThrow(meant)
  })

  it('is gone after a reset', async () => {
    const { transport, watchkeeper } = start()
    const { account } = await watchkeeper.openWorld(practice)
    await watchkeeper.reset()
    await expect(count(transport, account)).rejects.toThrow('The specified log group does not exist.')
  })
})

describe('explain', () => {
  it('says of each message why it matches and where', async () => {
    const { watchkeeper } = start()
    const [hit, miss] = await watchkeeper.explain({ language: 'filter-pattern', text: 'ERROR', messages: ['an ERROR here', 'fine'] })
    expect(hit).toMatchObject({ matched: true, ranges: [{ from: 3, to: 8 }] })
    expect(miss).toMatchObject({ matched: false, ranges: [] })
    expect(miss?.reason).toContain('ERROR')
  })

  it('of a broken pattern is an error with its place', async () => {
    const failure = await start()
      .watchkeeper.explain({ language: 'filter-pattern', text: 'ERR*', messages: [] })
      .catch((problem: unknown) => problem)
    expect(failure).toMatchObject({
      name: 'WatchkeeperError',
      message: "Invalid character(s) in term '*'",
      diagnostics: [{ from: 3, to: 4 }],
    })
  })
})

it('fields come with samples', async () => {
  const { watchkeeper } = start()
  const world = await watchkeeper.openWorld(practice)
  const fields = await watchkeeper.fields(world.account, world.groups[0] ?? '', world.range)
  expect(fields.find(({ name }) => name === 'level')).toMatchObject({ samples: expect.arrayContaining(['INFO', 'ERROR']) })
})

describe('the client of CloudWatch Logs', () => {
  it('runs a query with progress and gives the whole result', async () => {
    const { transport, watchkeeper } = start()
    const { account, groups } = await watchkeeper.openWorld({ scenario: 'shop', seed: 1, window: 5 * MINUTE })
    const client = createLogsClient({ transport, base, account })
    const seen: string[] = []
    const world = await watchkeeper.world(account)
    const outcome = await client.runQuery({
      query: 'stats count(*) as n by @log',
      groups,
      start: world.range.start,
      end: world.range.end,
      onProgress: ({ status }) => seen.push(status),
    })
    expect(outcome.status).toBe('Complete')
    expect(new Set(seen)).toEqual(new Set(['Running']))
    expect(outcome.statistics).toMatchObject({ recordsScanned: world.events, recordsTotal: world.events })
  })

  it('stops the query on the other side when nobody waits', async () => {
    const { transport, watchkeeper } = start()
    const { account, groups, range: whole } = await watchkeeper.openWorld({ scenario: 'shop', seed: 1, window: 10 * MINUTE })
    const client = createLogsClient({ transport, base, account })
    const controller = new AbortController()
    const running = client.runQuery({
      query: 'fields @message | sort @message desc',
      groups,
      ...whole,
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    })
    await expect(running).rejects.toThrow('enough')
    const { queries } = (await client.call('DescribeQueries', {})) as { readonly queries: readonly { readonly status: string }[] }
    expect(queries.map(({ status }) => status)).toEqual(['Cancelled'])
  })

  it('throws what the service said, with the place where a query is wrong', async () => {
    const { transport, watchkeeper } = start()
    const { account, groups, range: whole } = await watchkeeper.openWorld(practice)
    const client = createLogsClient({ transport, base, account })
    const failure = await client.runQuery({ query: 'filer x', groups, ...whole }).catch((problem: unknown) => problem)
    expect(failure).toBeInstanceOf(AwsError)
    expect(failure).toMatchObject({ type: 'MalformedQueryException', status: 400, location: { startCharOffset: 0, endCharOffset: 5 } })
  })
})
