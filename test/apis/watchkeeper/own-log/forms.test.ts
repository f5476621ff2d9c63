import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { OwnLog } from '#apis/watchkeeper/own-log/own-log.ts'
import { standingClock } from '#lib/time.ts'
import { LogGroup } from '#stores/log-store.ts'

const NOW = Date.UTC(2026, 10, 24, 12)

type Taken = { readonly report: ReturnType<OwnLog['finish']>; readonly events: readonly string[] }

/** A file in pieces of so many bytes; events as `time stream message`. */
function take(file: string | Uint8Array, { name = 'app.log', piece = Infinity, room = Infinity } = {}): Taken {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const group = new LogGroup('/own/app.log', NOW)
  const log = new OwnLog({ account: '111122223333', stream: 's', name, group, clock: standingClock(NOW), room })
  const step = Math.min(piece, Math.max(1, bytes.length))
  for (let at = 0; at < bytes.length; at += step) log.push(bytes.slice(at, at + step))
  const report = log.finish()
  const rows = Array.from({ length: group.size }, (_, row) => row)
  return { report, events: rows.map((row) => `${group.timestamp(row)} ${group.stream(row)} ${group.message(row)}`) }
}

const packed = (text: string): Uint8Array => new Uint8Array(gzipSync(text))
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(parts.flatMap((part) => [...part]))

const DAY = Date.UTC(2026, 0, 1)
const lines = '2026-01-01T00:00:01Z one\n2026-01-01T00:00:02Z two\n'
const expected = [`${DAY + 1000} s 2026-01-01T00:00:01Z one`, `${DAY + 2000} s 2026-01-01T00:00:02Z two`]

describe('a packed file', () => {
  it.each([1, 7, 64, Infinity])('is unpacked as it comes, %d bytes at a time', (piece) => {
    expect(take(packed(lines), { piece }).events).toEqual(expected)
  })

  it.each([1, 13, Infinity])('may hold several members, one behind the other, read %d bytes at a time', (piece) => {
    const [first = '', second = ''] = lines.split(/(?<=\n)/)
    const { report, events } = take(joined(packed(first), packed(second)), { piece })
    expect(events).toEqual(expected)
    expect(report.refusal).toBeUndefined()
  })

  it('that is cut off keeps what stood before', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `2026-01-01T00:00:01Z line ${at} ${(at * 7919) % 10_007}`).join('\n')
    const whole = packed(many)
    const { report, events } = take(whole.slice(0, whole.length / 2), { piece: 4096 })
    expect(events.length).toBeGreaterThan(100)
    expect(events.length).toBeLessThan(20_000)
    expect(report.refusal).toContain('cut off')
  })

  it('stops where there is no more room, however much is packed into it', () => {
    const bomb = packed('2026-01-01T00:00:01Z aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n'.repeat(200_000))
    const { report, events } = take(bomb, { room: 100_000 })
    expect(events.length).toBe(Math.ceil(100_000 / 63))
    expect(report.refusal).toContain('only the beginning of it was taken')
  })
})

const answer = {
  events: [
    { logStreamName: 'a', timestamp: DAY, message: 'one "quoted" {brace', ingestionTime: DAY, eventId: '1' },
    { logStreamName: 'b', timestamp: DAY + 5, message: 'two\n\tmore ü', ingestionTime: DAY, eventId: '2' },
  ],
  searchedLogStreams: [{ logStreamName: 'a', searchedCompletely: true }],
}
const answered = [`${DAY} a one "quoted" {brace`, `${DAY + 5} b two\n\tmore ü`]

describe('an answer of the AWS CLI', () => {
  it.each([0, 4])('is read as its events, indented by %d', (indent) => {
    for (const piece of [1, 10, Infinity]) expect(take(JSON.stringify(answer, undefined, indent), { piece }).events).toEqual(answered)
  })

  it('of get-log-events has no streams', () => {
    const events = [{ timestamp: DAY, message: 'x', ingestionTime: DAY }]
    const text = JSON.stringify({ nextForwardToken: 'f/1', events, nextBackwardToken: 'b/1' })
    expect(take(text).events).toEqual([`${DAY} s x`])
  })

  it('that is cut off keeps the events before, and says so', () => {
    const text = JSON.stringify(answer, undefined, 2)
    const { report, events } = take(text.slice(0, text.indexOf('"two') + 2))
    expect(events).toEqual(answered.slice(0, 1))
    expect(report.notes.map((note) => note.text)).toEqual(['the file ends in the middle of its JSON: what stands before is kept'])
  })

  it('may be a list of objects of any kind: each is an event', () => {
    const text = '[\n {"time": "2026-01-01T00:00:01Z", "a": [1, {"b": 2}]},\n {"time": "2026-01-01T00:00:02Z"}\n]'
    expect(take(text).events).toEqual([
      `${DAY + 1000} s {"time":"2026-01-01T00:00:01Z","a":[1,{"b":2}]}`,
      `${DAY + 2000} s {"time":"2026-01-01T00:00:02Z"}`,
    ])
  })

  it('refuses an object that is no JSON, with its line, and takes the others', () => {
    const { report, events } = take('{"events": [\n{"timestamp": 1, "message": x},\n{"timestamp": 1767225600000, "message": "y"}\n]}')
    expect(report.refused).toEqual([{ line: 2, text: 'is no JSON that can be read' }])
    expect(events).toEqual([`${DAY} s y`])
  })

  it('is not what a line of text in brackets, or one JSON object a line, is', () => {
    expect(take('[ERROR] 2026-01-01T00:00:01Z x\n').events).toEqual([`${DAY + 1000} s [ERROR] 2026-01-01T00:00:01Z x`])
    expect(take('{"events": 3, "time": "2026-01-01T00:00:01Z"}\n').events).toHaveLength(1)
  })
})

describe('a CSV file', () => {
  it('of the console is its times and messages, quotes, commas and line breaks in them', () => {
    const text = 'timestamp,message\r\n1767225601000,"a, ""b""\nsecond line"\r\n1767225602000,plain\r\n'
    for (const piece of [1, 5, Infinity])
      expect(take(text, { piece }).events).toEqual([`${DAY + 1000} s a, "b"\nsecond line`, `${DAY + 2000} s plain`])
  })

  it('of a query has its streams', () => {
    expect(take('@timestamp,@message,@logStream\n2026-01-01 00:00:01.500,x,blue\n').events).toEqual([`${DAY + 1500} blue x`])
  })

  it('without a message is one JSON object a row, with numbers as numbers', () => {
    const text = 'time;branch;total;code\n2026-01-01T00:00:01Z;leeds;4.20;007\n'
    expect(take(text, { name: 'sales.csv' }).events).toEqual([
      `${DAY + 1000} s {"time":"2026-01-01T00:00:01Z","branch":"leeds","total":4.2,"code":"007"}`,
    ])
  })

  it('says which rows have other columns than the header, and where a quote is never closed', () => {
    const { report, events } = take('timestamp,message\n1767225601000,a\n1767225602000\n1767225603000,"open\n', { name: 'x.csv' })
    expect(events).toHaveLength(1)
    expect(report.refused).toEqual([
      { line: 3, text: 'has 1 column, the header has 2' },
      { line: 4, text: 'has a quote that is never closed' },
    ])
  })
})

describe('what CloudWatch exports to S3', () => {
  it('loses the time that stands before each event, and keeps lines that belong together', () => {
    const text = '2026-01-01T00:00:01.000Z START RequestId: 1\n2026-01-01T00:00:02.000Z Traceback\nFile "a.py"\n\n'
    expect(take(packed(text), { name: '000000.gz' }).events.map((event) => event.trimEnd())).toEqual([
      `${DAY + 1000} s START RequestId: 1`,
      `${DAY + 2000} s Traceback\nFile "a.py"`,
    ])
  })

  it('is told by its name: another file keeps its own times', () => {
    expect(take('2026-01-01T00:00:01.000Z a\n', { name: 'app.log' }).events).toEqual([`${DAY + 1000} s 2026-01-01T00:00:01.000Z a`])
  })
})
