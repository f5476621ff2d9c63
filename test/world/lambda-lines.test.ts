import { describe, expect, test } from 'vitest'
import { MINUTE } from '#lib/time.ts'
import { captures, extractGroup, fulfilGroup, inGroup, ordersGroup, recordsOf, reportGroup } from './read-world.ts'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'
const time = '2026-03-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z'
const memory = 'Memory Size: \\d+ MB\tMax Memory Used: \\d+ MB\t'
const xray = `(\nXRAY TraceId: 1-[0-9a-f]{8}-[0-9a-f]{24}\tSegmentId: [0-9a-f]{16}\tSampled: true\t)?`

/** Every form a line of a text function may have, to the letter. */
const textForms = [
  `START RequestId: ${uuid} Version: \\$LATEST\n`,
  `END RequestId: ${uuid}\n`,
  `REPORT RequestId: ${uuid}\tDuration: \\d+\\.\\d\\d ms\tBilled Duration: \\d+ ms\t${memory}(Init Duration: \\d+\\.\\d\\d ms\t)?(Status: timeout\t)?(Status: error\tError Type: Runtime\\.ExitError\t)?${xray}\n`,
  `\\[(INFO|WARNING|ERROR)\\]\t${time}\t${uuid}\t[^\n]+\n`,
  `\\[ERROR\\] \\w+: [^\n]+\nTraceback \\(most recent call last\\):\n(\u00a0\u00a0File "/[^"]+", line \\d+, in \\w+\n\u00a0\u00a0\u00a0\u00a0[^\n]+\n)+`,
  `RequestId: ${uuid} Error: Runtime exited with error: signal: killed\nRuntime\\.ExitError\n`,
].map((form) => new RegExp(`^${form}$`))

const shop = recordsOf({
  scenario: 'shop',
  seed: 31,
  window: 6 * MINUTE,
  faults: { 'poison-message': { at: '+1m', strength: 2 }, 'slow-dependency': { at: '+4m' } },
})
const pipeline = recordsOf({ scenario: 'pipeline', seed: 31, window: 5 * 24 * 60 * MINUTE, faults: { 'function-leak': { strength: 30 } } })

describe('text format', () => {
  test('every line has one of the captured forms, and every form occurs', () => {
    const lines = [...inGroup(shop, fulfilGroup), ...pipeline].map(({ message }) => message)
    const seen = new Set<number>()
    const strangers = lines.filter((line) => {
      const form = textForms.findIndex((known) => known.test(line))
      seen.add(form)
      return form < 0
    })
    expect(strangers).toEqual([])
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('billed is init and duration together, raised to the millisecond', () => {
    const reports = pipeline.flatMap(({ message }) => {
      const found = /\tDuration: (\S+) ms\tBilled Duration: (\d+) ms\t.*?(?:Init Duration: (\S+) ms\t)?(?:Status|\n)/.exec(message)
      return found === null ? [] : [{ duration: Number(found[1]), billed: Number(found[2]), init: Number(found[3] ?? 0) }]
    })
    expect(reports.some(({ init }) => init > 0)).toBe(true)
    for (const { duration, billed, init } of reports) expect(billed).toBe(Math.ceil(Math.round((duration + init) * 100) / 100))
  })

  test('streams carry the day, the version and 32 digits', () => {
    for (const { stream } of pipeline) expect(stream).toMatch(/^2026\/03\/0\d\/\[\$LATEST\][0-9a-f]{32}$/)
  })

  test('an application line stands between the START and the END of its call', () => {
    const lines = inGroup(pipeline, extractGroup).map(({ message }) => message)
    const [start = '', work = '', end = '', report = ''] = lines
    expect([start, work, end, report].map((line) => line.split(/[ \t]/)[0])).toEqual(['START', '[INFO]', 'END', 'REPORT'])
    expect(work.split('\t')[2]).toBe(start.split(' ')[2])
  })

  test('report fails now and then, so that an error rate has something to count', () => {
    const errors = captures(pipeline, reportGroup, /^\[ERROR\] OperationalError/).length
    expect(errors).toBeGreaterThan(5)
    expect(errors).toBeLessThan(captures(pipeline, reportGroup, /^REPORT/).length / 20)
  })
})

describe('JSON format', () => {
  const lines = inGroup(shop, ordersGroup)

  test('every event is one JSON object without a line feed, but for what Lambda prints at a time-out', () => {
    const strangers = lines.filter(
      ({ message }) => !message.startsWith('{') || message.endsWith('\n') || typeof JSON.parse(message) !== 'object',
    )
    expect(strangers.length).toBeGreaterThan(20)
    for (const { message } of strangers) expect(message).toMatch(new RegExp(`^${time} ${uuid} Task timed out after 10\\.00 seconds\n\n$`))
  })

  test('platform records of a cold call come in Lambda’s order', () => {
    const cold = lines.filter(({ stream }) => stream === lines.find(({ message }) => message.includes('platform.initStart'))?.stream)
    expect(cold.slice(0, 4).map(({ message }) => JSON.parse(message).type)).toEqual([
      'platform.initStart',
      'platform.initRuntimeDone',
      'platform.initReport',
      'platform.start',
    ])
    const report = cold.map(({ message }) => message).find((message) => message.includes('platform.report'))
    const { metrics } = JSON.parse(report ?? '{}').record
    expect(metrics.billedDurationMs).toBe(Math.ceil(Math.round((metrics.durationMs + metrics.initDurationMs) * 100) / 100))
    expect(metrics).toMatchObject({ memorySizeMB: 512 })
  })

  test('application records carry level, message, requestId, order, branch and version', () => {
    const accepted = lines.map(({ message }) => message).filter((message) => message.includes('order accepted'))
    expect(accepted.length).toBeGreaterThan(1000)
    expect(JSON.parse(accepted[0] ?? '')).toMatchObject({
      level: 'INFO',
      message: 'order accepted',
      version: 'v41',
      requestId: expect.stringMatching(uuid),
      order: expect.stringMatching(/^o-[0-9a-f]{8}$/),
    })
  })

  test('the time of a record is the time of its event', () => {
    for (const { timestamp, message } of lines) {
      if (message.startsWith('{"time":')) expect(Date.parse(JSON.parse(message).time)).toBe(timestamp)
    }
  })
})

describe('web-1 and its network', () => {
  const group = (name: string): readonly string[] => inGroup(shop, name).map(({ message }) => message)

  test('the access log is the common log format', () => {
    const form = /^(\d+\.){3}\d+ - (-|[a-z]+) \[04\/Mar\/2026:14:0\d:\d\d \+0000\] "(GET|POST) \/\S* HTTP\/1\.1" \d{3} (-|\d+)$/
    expect(group('/brightside/web-1/access').filter((line) => !form.test(line))).toEqual([])
    expect(group('/brightside/web-1/access').length).toBeGreaterThan(400)
  })

  test('the application log is Python’s, tracebacks inside their event', () => {
    const form =
      /^2026-03-04 14:0\d:\d\d,\d{3} (DEBUG|INFO|WARNING|ERROR) shop\.\w+ \[[0-9a-f]{8}\] [^\n]+(\nTraceback \(most recent call last\):\n(.+\n)+[\w.]+: .+)?$/
    expect(group('/brightside/web-1/app').filter((line) => !form.test(line))).toEqual([])
    expect(group('/brightside/web-1/app').some((line) => line.includes('\nTraceback'))).toBe(true)
  })

  test('flow logs have the fourteen words of version 2', () => {
    const address = '(\\d+\\.){3}\\d+'
    const form = new RegExp(
      `^2 123456789012 eni-[0-9a-f]{17} ${address} ${address} \\d+ \\d+ (6|17) \\d+ \\d+ \\d{10} \\d{10} (ACCEPT|REJECT) OK$`,
    )
    const lines = group('/vpc/flow-logs')
    const none = lines.filter((line) => / - - - - - - - \d{10} \d{10} - NODATA$/.test(line))
    expect(lines.filter((line) => !form.test(line))).toEqual(none)
    expect(lines.every((line) => line.split(' ').length === 14)).toBe(true)
    expect(lines.some((line) => line.includes('REJECT'))).toBe(true)
  })
})
