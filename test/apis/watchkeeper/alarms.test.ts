import { describe, expect, it } from 'vitest'
import { createWatchkeeperClient, WatchkeeperError } from '#clients/watchkeeper.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import { DAY, HOUR, MINUTE } from '#lib/time.ts'
import { NOW, startCloud } from '../call.ts'

const account = '111122223333'

const alarm: MetricAlarm = {
  Namespace: 'Shop',
  MetricName: 'Duration',
  Dimensions: [{ Name: 'FunctionName', Value: 'load' }],
  Statistic: 'Average',
  Period: 60,
  EvaluationPeriods: 3,
  DatapointsToAlarm: 2,
  Threshold: 1000,
  ComparisonOperator: 'GreaterThanThreshold',
}

const START = NOW - 2 * HOUR

/** A cloud whose metric has a value a minute from START on, `null` for none. */
async function cloudWith(values: readonly (number | null)[]) {
  const { backend } = startCloud()
  const data = values.flatMap((Value, at) =>
    Value === null
      ? []
      : [{ MetricName: 'Duration', Dimensions: alarm.Dimensions, Unit: 'Milliseconds', Value, Timestamp: (START + at * MINUTE) / 1000 }],
  )
  const answer = await backend.fetch(
    new Request('http://127.0.0.1/', {
      method: 'POST',
      headers: {
        'x-amz-target': 'GraniteServiceVersion20100801.PutMetricData',
        'content-type': 'application/x-amz-json-1.0',
        authorization: `AWS4-HMAC-SHA256 Credential=${account}/20261124/eu-west-1/monitoring/aws4_request`,
      },
      body: JSON.stringify({ Namespace: 'Shop', MetricData: data }),
    }),
  )
  expect(answer.status).toBe(200)
  return { backend, watchkeeper: createWatchkeeperClient({ transport: backend.fetch, base: 'http://127.0.0.1/' }) }
}

const night = [400, 400, 1200, 400, 1300, 1300, 400, 400, 400, null, null, null, null, null, null, null, null]

describe('a replay', () => {
  it("says what the alarm would have done over the account's metric", async () => {
    const { watchkeeper } = await cloudWith(night)
    const { stretches, changes, totals } = await watchkeeper.replay({ account, alarm, start: START, end: START + 20 * MINUTE })
    expect(stretches.map(({ state, start, end }) => `${state} ${(start - START) / MINUTE}-${(end - START) / MINUTE}`)).toEqual([
      'INSUFFICIENT_DATA 0-1',
      'OK 1-5',
      'ALARM 5-8',
      'OK 8-14',
      'INSUFFICIENT_DATA 14-20',
    ])
    expect(totals.ALARM).toEqual({ times: 1, duration: 3 * MINUTE })
    expect(changes[1]?.reason).toBe(
      'Threshold Crossed: 2 out of the last 3 datapoints [1300.0 (24/11/26 10:04:00), 1200.0 (24/11/26 10:02:00)] were greater than the threshold (1000.0) (minimum 2 datapoints for OK -> ALARM transition).',
    )
  })

  it('of several days is read a day at a time and is one all the same', async () => {
    const { watchkeeper } = await cloudWith(night)
    const start = START + 6 * MINUTE - 2 * DAY
    const { stretches, totals, ...rest } = await watchkeeper.replay({ account, alarm, start, end: NOW })
    expect({ start: rest.start, end: rest.end }).toEqual({ start, end: NOW })
    expect(stretches.map(({ state }) => state)).toEqual(['INSUFFICIENT_DATA', 'OK', 'ALARM', 'OK', 'INSUFFICIENT_DATA'])
    expect(stretches[1]?.start).toBe(START + MINUTE)
    expect(totals.ALARM).toEqual({ times: 1, duration: 3 * MINUTE })
  })

  it('of a metric that is not there has insufficient data', async () => {
    const { watchkeeper } = await cloudWith(night)
    const other = { ...alarm, Unit: 'Seconds' }
    const { totals } = await watchkeeper.replay({ account, alarm: other, start: START, end: START + 20 * MINUTE })
    expect(totals.INSUFFICIENT_DATA).toEqual({ times: 0, duration: 20 * MINUTE })
  })

  it('begins in the state it is given', async () => {
    const { watchkeeper } = await cloudWith(night)
    const { changes } = await watchkeeper.replay({ account, alarm, start: START + 1, end: START + 20 * MINUTE, initialState: 'OK' })
    expect(changes.map(({ to }) => to)).toEqual(['ALARM', 'OK', 'INSUFFICIENT_DATA'])
  })

  it("refuses a bad alarm with AWS's words and ours at each member", async () => {
    const { backend } = await cloudWith(night)
    const bad = { ...alarm, Period: 45, DatapointsToAlarm: 4 }
    const response = await backend.fetch(post('replay', { account, alarm: bad, start: START, end: START + HOUR }))
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({
      message: '4 of 3 cannot be: at most 3 datapoints, or at least 4 evaluation periods',
      problems: [
        {
          member: 'DatapointsToAlarm',
          message: 'DatapointsToAlarm must be less than or equal to EvaluationPeriods',
          says: '4 of 3 cannot be: at most 3 datapoints, or at least 4 evaluation periods',
        },
        {
          member: 'Period',
          message: 'Period must be 10, 20, 30 or a multiple of 60',
          says: 'a period is 10, 20 or 30 seconds or whole minutes, found 45 seconds',
        },
      ],
    })
  })

  it.each([
    [{ start: START, end: START }, `"start" must be before "end", found ${START} and ${START}`],
    [{ start: START, end: START + 16 * DAY }, 'a replay is at most 15 days long, found 16 days'],
    [{ start: START }, '"start" and "end" must be times in milliseconds'],
    [{ start: START, end: START + HOUR, initialState: 'FINE' }, '"initialState" must be OK, ALARM or INSUFFICIENT_DATA'],
    [{ start: START, end: START + HOUR, alarm: 7 }, '"alarm" must be an object'],
  ])('refuses %j', async (members, message) => {
    const { backend } = await cloudWith(night)
    const response = await backend.fetch(post('replay', { account, alarm, ...members }))
    expect({ status: response.status, ...(await response.json()) }).toEqual({ status: 400, message })
  })

  it('of an expression is not there yet', async () => {
    const { watchkeeper } = await cloudWith(night)
    const { Namespace: _n, MetricName: _m, Statistic: _s, Period: _p, Dimensions: _d, ...rest } = alarm
    const asked = watchkeeper.replay({ account, alarm: { ...rest, Metrics: [{ Id: 'e1', Expression: '1' }] }, start: START, end: NOW })
    await expect(asked).rejects.toMatchObject({ status: 501 })
    await expect(asked).rejects.toBeInstanceOf(WatchkeeperError)
  })

  it('lets go when nobody waits for it any more', async () => {
    const { backend } = startCloud({ yieldTurn: async () => stop.abort() })
    const stop = new AbortController()
    const long = { account, alarm: { ...alarm, Period: 10 }, start: NOW - 10 * DAY, end: NOW }
    await expect(backend.fetch(post('replay', long, stop.signal))).rejects.toMatchObject({ name: 'AbortError' })
  })
})

const post = (path: string, body: object, signal?: AbortSignal): Request =>
  new Request(`http://127.0.0.1/_watchkeeper/${path}`, { method: 'POST', body: JSON.stringify(body), signal })

describe('an explanation', () => {
  it('shows every slot of the range, what counted, and when it would change', async () => {
    const { watchkeeper } = await cloudWith(night.slice(0, 6))
    const found = await watchkeeper.explainAlarm({ account, alarm, at: START + 6 * MINUTE })
    expect(found.slots.map(({ value, role, isBreaching }) => [value, role, isBreaching])).toEqual([
      [400, 'not used', false],
      [1200, 'not used', true],
      [400, 'counts', false],
      [1300, 'counts', true],
      [1300, 'counts', true],
    ])
    expect(found).toMatchObject({ at: START + 6 * MINUTE, rule: 'enough datapoints', before: 'ALARM', after: 'ALARM' })
    expect(found.says).toEqual(['The newest 3 datapoints are looked at; 2 of them are above 1\u2009000 ms, and 2 are enough.'])
    expect(found.next).toEqual({ at: START + 11 * MINUTE, to: 'INSUFFICIENT_DATA' })
  })

  it('gives a count of samples no unit, and a share per cent', async () => {
    const { watchkeeper } = await cloudWith(night.slice(0, 6))
    const saidOf = async (ExtendedStatistic: string): Promise<string | undefined> =>
      (await watchkeeper.explainAlarm({ account, alarm: { ...alarm, Statistic: undefined, ExtendedStatistic }, at: START + 6 * MINUTE }))
        .says[0]
    expect(await saidOf('TC(:2000)')).toContain('above 1\u2009000, ')
    expect(await saidOf('PR(:2000)')).toContain('above 1\u2009000%, ')
  })

  it('keeps the state it is told where the rule keeps it', async () => {
    const { watchkeeper } = await cloudWith([1200])
    const lone = { ...alarm, DatapointsToAlarm: 3 }
    const found = await watchkeeper.explainAlarm({ account, alarm: lone, at: START + MINUTE, before: 'OK' })
    expect(found).toMatchObject({ rule: 'premature', before: 'OK', after: 'OK', next: { at: START + 3 * MINUTE, to: 'ALARM' } })
    expect(found.reason).toBeUndefined()
  })

  it('at a moment between two evaluations is that of the one before', async () => {
    const { watchkeeper } = await cloudWith(night.slice(0, 6))
    expect((await watchkeeper.explainAlarm({ account, alarm, at: START + 6 * MINUTE + 51_290 })).at).toBe(START + 6 * MINUTE)
  })

  it.each([
    [{ Unit: 'Seconds' }, 'Duration has no datapoint in Seconds: it is measured in Milliseconds.'],
    [{ Dimensions: undefined }, 'There is no Duration without dimensions, but one with FunctionName load alone.'],
    [{ MetricName: 'Durations' }, 'Shop has no metric "Durations": did you mean "Duration"?'],
    [{ Namespace: 'Cafe' }, 'There is no metric in the namespace "Cafe".'],
    [{ Period: 30 }, 'Duration has one datapoint a minute, so a period of 30 seconds finds none.'],
  ])('says why nothing is there: %j', async (members, sentence) => {
    const { watchkeeper } = await cloudWith(night)
    const found = await watchkeeper.explainAlarm({ account, alarm: { ...alarm, ...members }, at: START + 6 * MINUTE })
    expect(found.says.at(-1)).toBe(sentence)
  })

  it('has nothing to add where the metric is only silent', async () => {
    const { watchkeeper } = await cloudWith(night)
    const found = await watchkeeper.explainAlarm({ account, alarm, at: START + 20 * MINUTE })
    expect(found.says).toEqual([
      'None of the 5 periods in the range has a datapoint.',
      'Missing data is treated as missing: the alarm has insufficient data.',
    ])
  })
})
