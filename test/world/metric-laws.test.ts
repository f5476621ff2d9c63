import { describe, expect, test } from 'vitest'
import { metricKey } from '#lib/metric/metric.ts'
import { DAY, HOUR, MINUTE, type Millis } from '#lib/time.ts'
import { createWorld, type WorldRecord, type WorldSample } from '#world/index.ts'
import { average, between, maximum, readerOf, sampleCount, samplesOf, sum, type Minutes } from './read-metrics.ts'
import { captures, inGroup } from './read-world.ts'

/** Ten minutes in which nearly everything goes wrong. */
const rough = createWorld({
  scenario: 'company',
  seed: 23,
  window: 10 * MINUTE,
  faults: {
    'bad-deploy': { at: '+2m', for: '2m' },
    'poison-message': { at: '+0m', strength: 1 },
    throttling: { at: '+4m', for: '2m' },
    'slow-dependency': { at: '+6m', for: '2m' },
  },
  with: { every: '20s', report: '1m' },
})
const happenings = [...rough.happenings()]
const isRecord = (happening: WorldRecord | WorldSample): happening is WorldRecord => 'message' in happening
const log = happenings.filter(isRecord)
const samples = happenings.filter((happening): happening is WorldSample => !isRecord(happening))
const read = readerOf(samples)
const lambda = (metricName: string, name: string): Minutes => read('AWS/Lambda', metricName, { FunctionName: name })
const sqs = (metricName: string, name: string): Minutes => read('AWS/SQS', metricName, { QueueName: name })
const minuteOf = (at: Millis): Millis => at - (at % MINUTE)
const minutes = Array.from({ length: 10 }, (_, index) => rough.range.start + index * MINUTE)

type Call = { start: Millis; end?: Millis; isError: boolean; durationMs: number }

/** The calls of a function as its log tells them, by request id. */
function callsIn(name: string): readonly Call[] {
  const calls = new Map<string, Call>()
  const failed = new Set<string>()
  for (const { timestamp, message } of inGroup(log, `/aws/lambda/${name}`)) {
    const id = /^(?:START|REPORT) RequestId: (\S+)|"requestId":"([^"]+)"|^\[ERROR\]\t\S+\t(\S+)\t/.exec(message)
    const requestId = id?.[1] ?? id?.[2] ?? id?.[3] ?? ''
    if (/^START|"type":"platform.start"/.test(message)) calls.set(requestId, { start: timestamp, isError: false, durationMs: 0 })
    if (message.startsWith('[ERROR]\t')) failed.add(requestId)
    const report = /^REPORT.*?\tDuration: ([\d.]+) ms|"platform.report".*?"durationMs":([\d.]+)/.exec(message)
    const call = calls.get(requestId)
    if (report === null || call === undefined) continue
    call.end = timestamp
    call.durationMs = Number(report[1] ?? report[2])
    call.isError = failed.has(requestId) || /"status":"(?:error|timeout)"|\tStatus: (?:error|timeout)/.test(message)
  }
  return [...calls.values()]
}

describe.each(['orders-api', 'fulfil', 'extract', 'load'])('the log and the metrics of %s say the same', (name) => {
  const ended = callsIn(name).filter(({ end }) => end !== undefined)
  const startedIn = (minute: Millis): readonly Call[] => ended.filter(({ start }) => minuteOf(start) === minute)

  test('a call is one START, one REPORT and one invocation, in the minute of its start', () => {
    expect(ended.length).toBeGreaterThan(20)
    for (const minute of minutes) expect(sum(lambda('Invocations', name).get(minute))).toBe(startedIn(minute).length)
  })

  test('an error is counted in the minute whose lines show it, and every other call as a zero', () => {
    for (const minute of minutes) {
      const errors = lambda('Errors', name).get(minute)
      expect(sum(errors)).toBe(startedIn(minute).filter(({ isError }) => isError).length)
      expect(sampleCount(errors)).toBe(startedIn(minute).length)
    }
    expect(sum(between(lambda('Errors', name), 0)) > 0).toBe(name === 'orders-api' || name === 'fulfil')
  })

  test('the durations are those of the REPORT lines, to the hundredth', () => {
    for (const minute of minutes) {
      const reported = startedIn(minute).map(({ durationMs }) => durationMs)
      const measured = (lambda('Duration', name).get(minute) ?? []).map(({ value }) => value)
      expect(measured.toSorted((left, right) => left - right)).toEqual(reported.toSorted((left, right) => left - right))
    }
  })

  test('calls running at once are throughput times duration (Little)', () => {
    const area = ended.reduce((total, { start, end = start }) => total + end - start, 0)
    const busy = sum(between(lambda('Invocations', name), 0)) * average(between(lambda('Duration', name), 0))
    expect(Math.abs(area / busy - 1)).toBeLessThan(0.03)
  })
})

describe('requests are conserved', () => {
  const api = (metricName: string): number => sum(between(read('AWS/ApiGateway', metricName, { ApiName: 'brightside' }), 0))

  test('a request is a call of orders-api that ended or was throttled', () => {
    const calls = sum(between(lambda('Invocations', 'orders-api'), 0))
    const throttles = sum(between(lambda('Throttles', 'orders-api'), 0))
    expect(throttles).toBeGreaterThan(100)
    expect(api('Count')).toBe(calls + throttles)
  })

  test('failures of the function are 5XX; throttled calls and declined payments are 4XX', () => {
    const declined = captures(log, '/aws/lambda/orders-api', /"message":"payment declined"/).length
    expect(api('5XXError')).toBe(sum(between(lambda('Errors', 'orders-api'), 0)))
    expect(api('4XXError')).toBe(sum(between(lambda('Throttles', 'orders-api'), 0)) + declined)
  })

  test('customers wait longer than the function works', () => {
    expect(api('Latency')).toBeGreaterThan(api('IntegrationLatency'))
    expect(api('IntegrationLatency')).toBeGreaterThan(sum(between(lambda('Duration', 'orders-api'), 0)))
  })
})

describe('queues keep their books at the end of every minute', () => {
  test.each([
    ['orders', 'orders-dlq'],
    ['load', undefined],
  ] as const)('%s: sent = deleted + visible + in flight + buried', (name, dlq) => {
    let sent = 0
    let deleted = 0
    for (const minute of minutes) {
      sent += sum(sqs('NumberOfMessagesSent', name).get(minute))
      deleted += sum(sqs('NumberOfMessagesDeleted', name).get(minute))
      const level = (metricName: string, queue: string): number => sum(sqs(metricName, queue).get(minute))
      const waiting = level('ApproximateNumberOfMessagesVisible', name) + level('ApproximateNumberOfMessagesNotVisible', name)
      expect(sent).toBe(deleted + waiting + (dlq === undefined ? 0 : level('ApproximateNumberOfMessagesVisible', dlq)))
    }
    expect(sent).toBeGreaterThan(25)
  })

  test('the DLQ measures nothing before it is used, and never counts as sent what was moved there', () => {
    const visible = sqs('ApproximateNumberOfMessagesVisible', 'orders-dlq')
    expect(Math.min(...visible.keys())).toBeGreaterThanOrEqual(rough.range.start + 4 * MINUTE)
    expect(maximum(between(visible, 0))).toBeGreaterThan(0)
    expect(sum(between(sqs('NumberOfMessagesSent', 'orders-dlq'), 0))).toBe(0)
  })
})

describe('other renderings of the same emissions', () => {
  test('log events are counted as they are written', () => {
    for (const group of rough.groups) {
      const counted = read('AWS/Logs', 'IncomingLogEvents', { LogGroupName: group })
      for (const minute of minutes) {
        const written = inGroup(log, group).filter(({ timestamp }) => minuteOf(timestamp) === minute)
        expect(sum(counted.get(minute))).toBe(written.length)
      }
    }
  })

  test('the network is what the flow logs let through', () => {
    const lines = inGroup(log, '/vpc/flow-logs').map(({ message }) => message.split(' '))
    for (const minute of minutes.slice(0, -1)) {
      const accepted = lines.filter((fields) => fields[12] === 'ACCEPT' && Number(fields[10]) * 1000 === minute)
      const bytes = (isIn: boolean): number =>
        accepted.reduce((total, fields) => total + (isIn === (fields[4] === '10.0.1.20') ? Number(fields[9]) : 0), 0)
      expect(sum(read('AWS/EC2', 'NetworkIn', { InstanceId: 'i-0b7c41d92e6f8a350' }).get(minute))).toBe(bytes(true))
      expect(sum(read('AWS/EC2', 'NetworkOut', { InstanceId: 'i-0b7c41d92e6f8a350' }).get(minute))).toBe(bytes(false))
    }
  })

  test('the shop counts the orders it logs, and takes what they cost, by branch and in all', () => {
    const orders = inGroup(log, '/aws/lambda/orders-api')
      .filter(({ message }) => message.includes('"message":"order accepted"'))
      .map(({ message }) => JSON.parse(message))
    const total = (metricName: string, branch?: string): number =>
      sum(between(read('Brightside', metricName, branch === undefined ? {} : { Branch: branch }), 0))
    for (const branch of ['york', 'whitby', undefined]) {
      const of = orders.filter((order) => branch === undefined || order.branch === branch)
      expect(total('OrdersAccepted', branch)).toBe(of.length)
      const pounds = of.reduce((sold, order) => sold + order.total, 0)
      expect(total('Revenue', branch)).toBeCloseTo(pounds, 4)
      expect(total('BasketValue', branch)).toBeCloseTo(pounds, 4)
    }
  })

  test('Lambda sums up all functions, and repeats each under its resource', () => {
    const names = ['practice', 'orders-api', 'fulfil', 'extract', 'load', 'report']
    for (const metricName of ['Invocations', 'Errors', 'Throttles', 'Duration']) {
      const all = sum(between(read('AWS/Lambda', metricName, {}), 0))
      const each = names.map((name) => sum(between(lambda(metricName, name), 0)))
      expect(all).toBeCloseTo(
        each.reduce((total, value) => total + value, 0),
        4,
      )
      for (const name of names)
        expect(read('AWS/Lambda', metricName, { FunctionName: name, Resource: name })).toEqual(lambda(metricName, name))
    }
  })
})

describe('Lambda of the account', () => {
  const peak = (metricName: string): number => maximum(between(read('AWS/Lambda', metricName, {}), 0))

  test('the forty copies kept for orders-api are claimed, used or not, and not counted as unreserved', () => {
    expect(maximum(between(lambda('ConcurrentExecutions', 'orders-api'), 0))).toBe(40)
    expect(peak('ConcurrentExecutions')).toBeGreaterThan(40)
    expect(peak('UnreservedConcurrentExecutions')).toBeLessThan(12)
    expect(peak('ClaimedAccountConcurrency')).toBe(40 + peak('UnreservedConcurrentExecutions'))
  })

  test('an upload and a schedule are events, a request and a message are not', () => {
    for (const name of ['extract', 'report']) {
      const received = sum(between(lambda('AsyncEventsReceived', name), 0))
      expect(received - sum(between(lambda('Invocations', name), 0))).toBeGreaterThanOrEqual(0)
      expect(received).toBeGreaterThan(8)
    }
    for (const name of ['orders-api', 'fulfil', 'load']) expect(lambda('AsyncEventsReceived', name).size).toBe(0)
  })
})

describe('samples', () => {
  test('come in the order in which they are known, after they were measured, within the range', () => {
    let last = 0
    for (const happening of happenings) {
      const at = isRecord(happening) ? happening.timestamp : happening.knownAt
      expect(at).toBeGreaterThanOrEqual(last)
      last = at
    }
    const { start, end } = rough.range
    const wrong = samples.filter(({ timestamp, knownAt }) => timestamp < start || timestamp > knownAt || knownAt >= end)
    expect(wrong).toEqual([])
  })

  test('are of metrics that the world names, each in one unit', () => {
    const named = new Set(rough.metrics.map(metricKey))
    expect(named.size).toBe(rough.metrics.length)
    const units = new Map<string, Set<string>>()
    for (const sample of samples) {
      expect(named.has(metricKey(sample))).toBe(true)
      units.set(metricKey(sample), (units.get(metricKey(sample)) ?? new Set()).add(sample.unit))
    }
    expect([...units.values()].every((of) => of.size === 1)).toBe(true)
    expect(new Set(rough.metrics.map(({ namespace }) => namespace))).toEqual(
      new Set(['AWS/Lambda', 'AWS/SQS', 'AWS/ApiGateway', 'AWS/EC2', 'CWAgent', 'AWS/S3', 'AWS/Logs', 'Brightside']),
    )
  })

  test('are the same whether the log is read beside them or not', () => {
    expect([...rough.samples()]).toEqual(samples)
    const quiet = { scenario: 'company', seed: 3, window: 2 * MINUTE } as const
    expect(samplesOf(quiet)).toEqual([...createWorld(quiet).samples()])
    expect([...createWorld({ ...quiet, groups: [] }).records()]).toEqual([])
    const records = [...createWorld(quiet).happenings()].filter(isRecord)
    expect(records).toEqual([...createWorld(quiet).records()])
  })

  test('a part that does not run measures nothing, and the others what they always do', () => {
    const quiet = { scenario: 'company', seed: 3, window: 2 * MINUTE } as const
    const fewer = createWorld({ ...quiet, groups: ['/aws/lambda/fulfil'] })
    expect(fewer.metrics.some(({ namespace }) => namespace === 'AWS/EC2')).toBe(false)
    const whole = readerOf(samplesOf(quiet))
    const part = readerOf([...fewer.samples()])
    for (const metricName of ['Invocations', 'Duration'])
      expect(part('AWS/Lambda', metricName, { FunctionName: 'orders-api' })).toEqual(
        whole('AWS/Lambda', metricName, { FunctionName: 'orders-api' }),
      )
  })

  test('leave gaps where nothing happens: no zero of a function that is not called', () => {
    const days = readerOf(samplesOf({ scenario: 'pipeline', seed: 5, window: DAY }))
    for (const metricName of ['Invocations', 'Errors', 'Throttles', 'Duration', 'ConcurrentExecutions']) {
      const called = days('AWS/Lambda', metricName, { FunctionName: 'extract' })
      expect(called.size).toBeGreaterThan(10)
      expect(called.size).toBeLessThanOrEqual(18)
    }
    // a queue is active, and counts zeros, for six hours after its last message
    const active = days('AWS/SQS', 'ApproximateNumberOfMessagesVisible', { QueueName: 'load' })
    expect(active.size).toBeGreaterThan(6 * 60)
    expect(active.size).toBeLessThan(8 * 60)
    expect(days('AWS/SQS', 'ApproximateAgeOfOldestMessage', { QueueName: 'load' }).size).toBeLessThan(60)
  })

  test('an hour of web-1: a minute each, five minutes for what is basic, a health check always', () => {
    const hour = readerOf(samplesOf({ scenario: 'shop', seed: 5, window: HOUR, with: { rate: 0.5 } }))
    const host = (metricName: string): Minutes => hour('AWS/EC2', metricName, { InstanceId: 'i-0b7c41d92e6f8a350' })
    expect(host('CPUUtilization').size).toBe(60)
    expect(host('CPUCreditBalance').size).toBe(12)
    expect(host('NetworkPacketsIn').size).toBe(12)
    expect(between(host('StatusCheckFailed'), 0)).toEqual(Array.from({ length: 60 }, () => ({ value: 0, count: 1 })))
    const memory = hour('CWAgent', 'mem_used_percent', { InstanceId: 'i-0b7c41d92e6f8a350' })
    expect(average(between(memory, 0))).toBeCloseTo(21, 0)
  })
})
