import { describe, expect, it } from 'vitest'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import { createLogsClient } from '#clients/cloudwatch-logs.ts'
import { NOW, startCloud } from '../../call.ts'

const base = 'http://here/sub/'

function start() {
  const { backend } = startCloud({ base: '/sub/' })
  return { transport: backend.fetch, watchkeeper: createWatchkeeperClient({ transport: backend.fetch, base }) }
}

async function take(log: Blob | string, name = 'app.log') {
  const { transport, watchkeeper } = start()
  const report = await watchkeeper.importLog({ log, name })
  const events: { readonly timestamp: number; readonly message: string }[] = []
  if (report.events === 0) return { report, events }
  for await (const page of createLogsClient({ transport, base, account: report.account }).filterAll({ logGroupName: report.group }))
    events.push(...page)
  return { report, events }
}

describe('a dropped text', () => {
  it('is one event a line, in the order of time, blank lines left out', async () => {
    const { report, events } = await take('2026-01-01T00:00:02Z b\r\n\r\n2026-01-01T00:00:01Z a\r\n')
    expect(events.map(({ message }) => message)).toEqual(['2026-01-01T00:00:01Z a', '2026-01-01T00:00:02Z b'])
    expect(report).toMatchObject({ group: '/own/app.log', stream: 'app.log', events: 2, lines: 3, refusedCount: 0, isTimeless: false })
    expect(report.range).toEqual({ start: Date.UTC(2026, 0, 1, 0, 0, 1), end: Date.UTC(2026, 0, 1, 0, 0, 2) + 1 })
  })

  it('is a group of its own, another file of its name too, and none where it was refused', async () => {
    const { transport, watchkeeper } = start()
    const account = '111122223333'
    const names: string[] = []
    for (const log of ['a', 'b', new Blob([new Uint8Array([0x1f, 0x8b, 8, 0, 0])]), '', 'c'])
      names.push((await watchkeeper.importLog({ log, name: 'app.log', account })).group)
    expect(names).toEqual(['/own/app.log', '/own/app.log-2', '/own/app.log-3', '/own/app.log-3', '/own/app.log-3'])
    const { logGroups } = await createLogsClient({ transport, base, account }).describeLogGroups({})
    expect(logGroups.map(({ logGroupName }) => logGroupName)).toEqual(['/own/app.log', '/own/app.log-2', '/own/app.log-3'])
  })

  it('continues an event on lines that begin with white space', async () => {
    const { events } = await take('2026-01-01T00:00:01Z Traceback\n  File "a.py"\n\tline 2\n2026-01-01T00:00:02Z next')
    expect(events.map(({ message }) => message)).toEqual([
      '2026-01-01T00:00:01Z Traceback\n  File "a.py"\n\tline 2',
      '2026-01-01T00:00:02Z next',
    ])
  })

  it('gives a line without a time the one before, and the first lines the first time there is', async () => {
    const { events } = await take('banner\n2026-01-01T00:00:01Z one\nno time\n2026-01-01T00:00:02Z two')
    expect(events.map(({ timestamp }) => timestamp - Date.UTC(2026, 0, 1))).toEqual([1000, 1000, 1000, 2000])
  })

  it('lies one millisecond apart, up to the account’s clock, when it has no time at all', async () => {
    const { report, events } = await take('a\nb\nc')
    expect(events.map(({ timestamp }) => timestamp - NOW)).toEqual([-2, -1, 0])
    expect(report.isTimeless).toBe(true)
  })

  it('may be older than CloudWatch would take', async () => {
    const { events } = await take('{"time":"2001-02-03T04:05:06Z"}')
    expect(events[0]?.timestamp).toBe(Date.UTC(2001, 1, 3, 4, 5, 6))
  })

  it('comes in pieces that may cut a character or a line', async () => {
    const line = `2026-01-01T00:00:01Z ${'käse '.repeat(300_000)}`.trim().slice(0, 700_001)
    const { report, events } = await take(new Blob([`${line}\n${line}\n${line}\n`]))
    expect(report).toMatchObject({ events: 3, lines: 3, refusedCount: 0 })
    expect(new Set(events.map(({ message }) => message))).toEqual(new Set([line]))
  })

  it('may be UTF-16, as Windows writes it', async () => {
    const bytes = new Uint8Array(new Uint16Array([...'\uFEFF2026-01-01T00:00:01Z ü\n'].map((each) => each.charCodeAt(0))).buffer)
    expect((await take(new Blob([bytes]))).events[0]?.message).toBe('2026-01-01T00:00:01Z ü')
  })

  it('that vanishes while it is read is told apart from a cloud that fails', async () => {
    const { watchkeeper } = start()
    const gone = Object.assign(new Blob(['a']), {
      slice: (): Blob => {
        throw new DOMException('not found', 'NotFoundError')
      },
    })
    await expect(watchkeeper.importLog({ log: gone, name: 'gone.log' })).rejects.toThrow('a folder, or was moved or changed')
  })

  it('loses a byte order mark', async () => {
    expect((await take('\uFEFF{"time":1700000000}')).events[0]?.message).toBe('{"time":1700000000}')
  })

  it.each([
    ['a broken archive', [0x1f, 0x8b, 8, 0, 0, 0, 0, 0], 'this gzip archive is broken'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], 'this is a PNG picture'],
    ['raw bytes', Array.from({ length: 256 }, (_, at) => at % 32), 'control codes'],
    ['nothing', [], 'the text is empty'],
  ])('is refused when it is %s', async (_name, bytes, reason) => {
    const { report, events } = await take(new Blob([new Uint8Array(bytes)]))
    expect(report.refusal).toContain(reason)
    expect(events).toEqual([])
  })

  it('says which lines were refused and why, and takes the others', async () => {
    const { report, events } = await take(`2026-01-01T00:00:01Z ok\nbad \u0000 byte\n${'x'.repeat(1_048_600)}\n2026-01-01T00:00:02Z ok too`)
    expect(report.refused).toEqual([
      { line: 2, text: 'holds bytes that are no text' },
      { line: 3, text: 'is 1048600 characters long; an event holds 1048550 bytes' },
    ])
    expect(events).toHaveLength(2)
  })

  it('says where JSON is cut off and where text stands among it', async () => {
    const { report, events } = await take('{"time":1700000000}\nplain\n{"time":1700000001}\n{"time":1700000002}\n{"time":17000')
    expect(report.notes).toEqual([
      { line: 5, text: 'begins like JSON and is none (cut off?): kept as text' },
      { line: 2, text: 'is no JSON, unlike most lines: kept as text' },
    ])
    expect(events).toHaveLength(5)
  })

  it('tells how far it is and stops when nobody waits', async () => {
    const { watchkeeper } = start()
    const controller = new AbortController()
    const seen: number[] = []
    const log = new Blob([new Uint8Array(3 * 1024 * 1024).fill(0x61)])
    const taken = watchkeeper.importLog({
      log,
      name: 'x',
      signal: controller.signal,
      onProgress: ({ done }) => {
        seen.push(done)
        if (seen.length === 2) controller.abort(new Error('enough'))
      },
    })
    await expect(taken).rejects.toThrow('enough')
    expect(seen).toEqual([0, 1024 * 1024])
  })
})
