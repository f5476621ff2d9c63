import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLogsClient } from '#clients/cloudwatch-logs.ts'

type Started = { readonly address: string; readonly said: string; complaints(): string; stop(): void }

/** Starts the command as a person would, on a free port. */
function serve(...args: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/commands/serve.ts', '--port', '0', ...args])
  let said = ''
  let complaints = ''
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (data) => {
      said += String(data)
      complaints += String(data)
    })
    child.on('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)))
    child.stdout.on('data', (data) => {
      said += String(data)
      const address = /answers at (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1]
      if (address !== undefined && said.includes('describe-log-groups'))
        resolve({ address, said, complaints: () => complaints, stop: () => void child.kill() })
    })
  })
}

const run = (...args: readonly string[]): Promise<{ readonly code: number | null; readonly problem: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/commands/serve.ts', ...args])
    let problem = ''
    child.stderr.on('data', (data) => (problem += String(data)))
    child.on('close', (code) => resolve({ code, problem }))
  })

const own = join(mkdtempSync(join(tmpdir(), 'logs-')), 'my app.log')
writeFileSync(own, '2020-01-01T00:00:00Z hello\n  and more\nbad \u0000\n')

let started: Started
beforeAll(async () => {
  const now = ['--now', '2026-11-24T12:30:00Z', '--hours', '1', '--scenario', 'practice']
  started = await serve(...now, '--logs', own, '--account', '111122223333', '--allow-origin', 'https://course.example')
})
afterAll(() => started.stop())

/** A request with the Host a test chooses, which fetch does not allow. */
const raw = (path: string, headers: Readonly<Record<string, string>>, method = 'POST') =>
  new Promise<{ readonly status: number | undefined; readonly headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    const sent = request(started.address + path, { method, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers }))
    })
    sent.on('error', reject)
    sent.end(method === 'POST' ? '{}' : undefined)
  })

const target = { 'x-amz-target': 'Logs_20140328.DescribeLogGroups' }

describe('npm run serve', () => {
  it('prints its address and what to paste', () => {
    expect(started.said).toContain(`AWS_ENDPOINT_URL=${started.address}`)
    expect(started.said).toContain('AWS_ACCESS_KEY_ID=111122223333')
  })

  it('takes a person’s own log and says what was refused', async () => {
    expect(started.said).toContain('1 events of 3 lines in log group /own/my-app.log')
    expect(started.said).toContain('line 3 was refused: it holds bytes that are no text')
    const client = createLogsClient({ transport: fetch, base: `${started.address}/`, account: '111122223333' })
    const { events } = await client.filterLogEvents({ logGroupName: '/own/my-app.log' })
    expect(events.map(({ message }) => message)).toEqual(['2020-01-01T00:00:00Z hello\n  and more'])
  })

  it('is anchored to its time: an hour behind the last full one, nothing ahead', async () => {
    const client = createLogsClient({ transport: fetch, base: `${started.address}/`, account: '111122223333' })
    const times: number[] = []
    for await (const page of client.filterAll({ logGroupName: '/aws/lambda/practice' }))
      times.push(...page.map(({ timestamp }) => timestamp))
    expect(Math.min(...times)).toBeLessThan(Date.parse('2026-11-24T11:05:00Z'))
    expect(Math.min(...times)).toBeGreaterThanOrEqual(Date.parse('2026-11-24T11:00:00Z'))
    expect(Math.max(...times)).toBeGreaterThan(Date.parse('2026-11-24T12:28:00Z'))
    expect(Math.max(...times)).toBeLessThan(Date.parse('2026-11-24T12:40:00Z'))
  })

  it('dates its answers with the real time', async () => {
    const { headers } = await raw('/', target)
    expect(Math.abs(Date.parse(String(headers['date'])) - Date.now())).toBeLessThan(60_000)
  })

  it('answers below /aws/ as well', async () => expect((await raw('/aws/', target)).status).toBe(200))

  it.each(['evil.example', '127.0.0.1.evil.example:80', 'localhost.evil.example'])('refuses the host %s', async (host) => {
    expect((await raw('/', { ...target, host })).status).toBe(403)
  })

  it.each(['https://evil.example', 'null', 'http://127.0.0.1.evil.example'])('refuses pages of %s, reset included', async (origin) => {
    expect((await raw('/', { ...target, origin })).status).toBe(403)
    expect((await raw('/_watchkeeper/reset', { origin, 'content-type': 'text/plain' })).status).toBe(403)
    expect((await raw('/', { origin }, 'OPTIONS')).status).toBe(403)
  })

  it.each(['http://localhost:5173', 'http://127.0.0.1:4173', 'https://course.example'])(
    'lets pages of %s read its answers',
    async (origin) => {
      const { status, headers } = await raw('/', { ...target, origin })
      expect([status, headers['access-control-allow-origin']]).toEqual([200, origin])
      expect(headers['access-control-expose-headers']).toContain('x-amzn-RequestId')
      const asked = 'amz-sdk-invocation-id, authorization, content-type, x-amz-target'
      const preflight = await raw(
        '/',
        { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': asked },
        'OPTIONS',
      )
      expect([preflight.status, preflight.headers['access-control-allow-headers']]).toEqual([204, asked])
      expect(preflight.headers['access-control-allow-methods']).toContain('POST')
    },
  )

  it.each([25, 28])('refuses a body of %d MiB in the client’s protocol', async (size) => {
    const response = await fetch(started.address, { method: 'POST', headers: target, body: 'x'.repeat(size * 1024 * 1024) })
    expect([response.status, await response.json()]).toMatchObject([413, { __type: 'RequestEntityTooLargeException' }])
  })

  it('answers what nobody should send, and a client that leaves, without a fault of its own', async () => {
    const socket = connect(Number(new URL(started.address).port), '127.0.0.1')
    socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{')
    await new Promise<void>((resolve) => socket.end(() => resolve()))
    socket.destroy()
    expect((await raw('/', target, 'TRACE')).status).toBe(405)
    expect((await raw('/_watchkeeper/worlds/%ff', {}, 'GET')).status).toBe(404)
    expect((await raw('/', target)).status).toBe(200)
    expect(started.complaints()).toBe('')
  })

  it('starts afresh on reset', async () => {
    const client = createLogsClient({ transport: fetch, base: `${started.address}/`, account: '999900001111' })
    await client.createLogGroup({ logGroupName: '/mine' })
    expect((await raw('/_watchkeeper/reset', {})).status).toBe(200)
    expect((await client.describeLogGroups({})).logGroups).toEqual([])
  })

  it.each([
    [['--port', 'ninety'], '--port takes a number, not "ninety"'],
    [['--now', 'yesterday'], '--now takes a time like 2026-11-24T12:00:00Z, not "yesterday"'],
    [['--now', '1'], '--now takes a time like 2026-11-24T12:00:00Z, not "1"'],
    [['--now', '0001-01-01T00:00:00Z'], '--now takes a time from 1971 on'],
    [['--account', '12'], '--account takes twelve digits, not "12"'],
    [['--allow-origin', 'example.org/x'], '--allow-origin takes an origin'],
    [['--scenario', 'practise'], 'practice'],
    [['--prot', '1'], '--prot'],
    [['--logs', '/nowhere/x.log'], '--logs cannot read /nowhere/x.log'],
    [['--logs', tmpdir()], '--logs cannot read'],
  ])('refuses %j with a sentence', async (args, sentence) => {
    const { code, problem } = await run('--port', '0', '--hours', '0', ...args)
    expect(code).toBe(2)
    expect(problem).toContain(sentence)
    expect(problem).not.toContain('    at ')
  })
})
