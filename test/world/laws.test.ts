import { describe, expect, test } from 'vitest'
import { MINUTE } from '#lib/time.ts'
import {
  captures,
  extractGroup,
  fulfilGroup,
  groupBy,
  inGroup,
  loadGroup,
  missingFrom,
  ordersGroup,
  recordsOf,
  reportGroup,
} from './read-world.ts'

const shop = recordsOf({ scenario: 'shop', seed: 11, window: 10 * MINUTE })
const pipeline = recordsOf({ scenario: 'pipeline', seed: 11, window: 14 * 24 * 60 * MINUTE })

describe('a call leaves its lines', () => {
  test.each([
    [fulfilGroup, shop],
    [extractGroup, pipeline],
    [loadGroup, pipeline],
    [reportGroup, pipeline],
  ] as const)('START, END and REPORT of %s carry the same request ids', (group, log) => {
    const reports = captures(log, group, /^REPORT RequestId: (\S+)\t/)
    expect(reports.length).toBeGreaterThan(10)
    expect(new Set(reports).size).toBe(reports.length)
    expect(captures(log, group, /^END RequestId: (\S+)\n$/)).toEqual(reports)
    const starts = captures(log, group, /^START RequestId: (\S+) Version: \$LATEST\n$/)
    expect(missingFrom(starts, reports)).toEqual([])
    expect(starts.length - reports.length).toBeLessThan(4)
  })

  test('every application line of a text function carries the request id of a START', () => {
    const starts = new Set(captures(shop, fulfilGroup, /^START RequestId: (\S+)/))
    const written = captures(shop, fulfilGroup, /^\[INFO\]\t\S+Z\t(\S+)\t/)
    expect(written.length).toBeGreaterThan(1000)
    expect(written.filter((id) => !starts.has(id))).toEqual([])
  })

  test('platform records of orders-api: start, runtimeDone and report for every call that ended', () => {
    const of = (type: string): readonly string[] =>
      captures(shop, ordersGroup, new RegExp(`"type":"platform.${type}","record":{"requestId":"([^"]+)"`))
    expect(of('report')).toEqual(of('runtimeDone'))
    expect(missingFrom(of('start'), of('report'))).toEqual([])
    expect(of('start').length).toBeGreaterThan(3000)
  })

  test('an environment begins one stream and shows its init once', () => {
    const streams = new Map<string, number>()
    for (const { stream, message } of inGroup(shop, ordersGroup)) {
      if (message.includes('platform.initReport')) streams.set(stream, (streams.get(stream) ?? 0) + 1)
    }
    expect(streams.size).toBeGreaterThan(10)
    expect([...streams.values()].every((count) => count === 1)).toBe(true)
  })
})

describe('ids join', () => {
  test('a message sent by orders-api is fulfilled for the same order', () => {
    const sent = new Map(
      inGroup(shop, ordersGroup)
        .map(({ message }) => JSON.parse(message))
        .filter(({ message }) => message === 'order accepted')
        .map(({ messageId, order }) => [messageId, order]),
    )
    const fulfilled = inGroup(shop, fulfilGroup).flatMap(({ message }) => {
      const found = /order (\S+) of \w+ fulfilled, message (\S+)\n/.exec(message)
      return found === null ? [] : [[found[2], found[1]] as const]
    })
    expect(fulfilled.length).toBeGreaterThan(3000)
    expect(fulfilled.filter(([message, order]) => sent.get(message) !== order)).toEqual([])
  })

  test('every payment in the access log is in the application log, and the reverse', () => {
    const inAccess = captures(shop, '/brightside/web-1/access', /"POST \/checkout\/(\S+)\/pay HTTP/)
    const inApp = captures(shop, '/brightside/web-1/app', /order (W-\d+) (?:paid|declined|not paid)/)
    expect(inAccess.length).toBeGreaterThan(50)
    expect(inApp).toEqual(inAccess)
  })

  test('the trace id of a sampled call is in its start and its report', () => {
    const traced = (type: string) => captures(shop, ordersGroup, new RegExp(`platform.${type}".*"value":"Root=([^;]+);`))
    expect(traced('report').length).toBeGreaterThan(100)
    expect(missingFrom(traced('start'), traced('report'))).toEqual([])
    expect(traced('report').length / captures(shop, ordersGroup, /platform.report/).length).toBeCloseTo(0.05, 1)
  })
})

describe('the shop on an ordinary day', () => {
  const calls = captures(shop, ordersGroup, /platform.report".*"metrics":{"durationMs":([\d.]+)/)
    .map(Number)
    .sort((left, right) => left - right)

  test('eight orders a second', () => expect(calls.length / 600).toBeCloseTo(8, 0))

  test('half of the calls take less than about 159 ms, 95 of 100 less than about 312', () => {
    expect(calls[Math.floor(calls.length * 0.5)]).toBeGreaterThan(140)
    expect(calls[Math.floor(calls.length * 0.5)]).toBeLessThan(175)
    expect(calls[Math.floor(calls.length * 0.95)]).toBeGreaterThan(270)
    expect(calls[Math.floor(calls.length * 0.95)]).toBeLessThan(400)
  })

  test('no error, and 18 of 100 orders carry a discount code', () => {
    const orders = inGroup(shop, ordersGroup).filter(({ message }) => message.includes('"order":'))
    expect(captures(shop, ordersGroup, /ERROR/)).toEqual([])
    expect(orders.filter(({ message }) => message.includes('"discount":')).length / orders.length).toBeCloseTo(0.18, 1)
  })

  test('some payments on www leak the card, the token and the address together', () => {
    const leaks = captures(shop, '/brightside/web-1/app', /card \d{4} \d{4} \d{4} \d{4} of \S+@example\.\w+ with token tok_live_\w+/)
    const payments = captures(shop, '/brightside/web-1/access', /POST \/checkout/)
    expect(leaks.length).toBeGreaterThan(3)
    expect(leaks.length).toBeLessThan(payments.length / 2)
  })
})

describe('the pipeline on ordinary days', () => {
  test('three files a day of each of six branches, four events each, one line with the fragment', () => {
    expect(inGroup(pipeline, extractGroup)).toHaveLength(14 * 18 * 4)
    const fragments = captures(pipeline, extractGroup, / (\{.*\})\n$/).map((text) => JSON.parse(text))
    expect(fragments).toHaveLength(14 * 18)
    for (const fragment of fragments) expect(Object.keys(fragment)).toEqual(['level', 'branch', 'rows', 'durationMs'])
    const branches = groupBy(fragments, ({ branch }) => branch)
    expect([...branches.keys()].sort()).toEqual(['bradford', 'harrogate', 'hull', 'leeds', 'whitby', 'york'])
    expect([...branches.values()].every((files) => files.length === 42)).toBe(true)
  })

  test('York is heaviest and Leeds is not, as long as nothing is wrong', () => {
    const fragments = captures(pipeline, extractGroup, / (\{.*\})\n$/).map((text) => JSON.parse(text))
    const mean = (branch: string): number => {
      const files = fragments.filter((fragment) => fragment.branch === branch)
      return files.reduce((sum, { durationMs }) => sum + durationMs, 0) / files.length
    }
    for (const branch of ['leeds', 'hull', 'bradford', 'harrogate', 'whitby']) expect(mean(branch)).toBeLessThan(mean('york') * 0.9)
  })

  test('every file is loaded in the end, if need be after a time-out', () => {
    const extracted = captures(pipeline, extractGroup, /extracted (\S+) /)
    const loaded = captures(pipeline, loadGroup, /loaded (\S+) /)
    expect(new Set(loaded)).toEqual(new Set(extracted))
    const timeouts = captures(pipeline, loadGroup, /Duration: 30000\.00 ms.*\tStatus: timeout\t\n$/)
    expect(captures(pipeline, loadGroup, /retrying/)).toHaveLength(timeouts.length)
  })
})
