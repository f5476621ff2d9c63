import { expect, it } from 'vitest'
import { createBackend } from '#backend/backend.ts'
import { createCloudWatchClient } from '#clients/cloudwatch.ts'
import { createLogsClient } from '#clients/cloudwatch-logs.ts'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import { DrivenClock, MINUTE } from '#lib/time.ts'

const account = '123456789012'

/** The open world with four minutes of its ten behind it. */
function open() {
  const real = new DrivenClock(Date.UTC(2030, 0))
  const { fetch: transport } = createBackend({ clock: real, openWorld: { spec: { scenario: 'practice', seed: 1 }, after: 4 * MINUTE } })
  const client = { transport, base: 'http://127.0.0.1/', account }
  return { real, watchkeeper: createWatchkeeperClient(client), cloudwatch: createCloudWatchClient(client), logs: createLogsClient(client) }
}

const alarm = {
  AlarmName: 'quiet',
  Namespace: 'AWS/Lambda',
  MetricName: 'Errors',
  Dimensions: [{ Name: 'FunctionName', Value: 'nobody' }],
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 0,
  ComparisonOperator: 'GreaterThanThreshold' as const,
  TreatMissingData: 'notBreaching' as const,
}

it('is made by the first who asks, stands where it was told to, and nobody cancels it', async () => {
  const { watchkeeper, logs } = open()
  expect(await logs.allLogGroups()).not.toEqual([])
  const world = await watchkeeper.world(account)
  expect([world.now - world.range.start, world.isRunning]).toEqual([4 * MINUTE, false])
  expect(world.events).toBeGreaterThan(0)
})

it('plays as time goes by, and stops at its end', async () => {
  const { real, watchkeeper } = open()
  const { events, range } = await watchkeeper.world(account)
  await watchkeeper.changeClock(account, { action: 'play' })
  real.advance(2 * MINUTE)
  const later = await watchkeeper.worldState(account)
  expect([later.now - range.start, later.isRunning]).toEqual([6 * MINUTE, true])
  expect(later.events).toBeGreaterThan(events)
  real.advance(60 * MINUTE)
  expect(await watchkeeper.worldState(account)).toMatchObject({ now: range.end, isRunning: false })
})

it('evaluates a new alarm at once while it stands, and in its own seconds when it is moved on', async () => {
  const { watchkeeper, cloudwatch } = open()
  const { range } = await watchkeeper.world(account)
  await cloudwatch.putMetricAlarm(alarm)
  const [found] = await cloudwatch.allAlarms()
  expect(found).toMatchObject({ StateValue: 'OK', StateUpdatedTimestamp: (range.start + 4 * MINUTE) / 1000 })
  await cloudwatch.setAlarmState({ AlarmName: 'quiet', StateValue: 'ALARM', StateReason: 'drill' })
  await watchkeeper.changeClock(account, { action: 'jump', to: range.start + 5 * MINUTE })
  const [item] = await cloudwatch.allHistory({ AlarmName: 'quiet', HistoryItemType: 'StateUpdate' })
  expect(item?.HistorySummary).toBe('Alarm updated from ALARM to OK')
  const at = (item?.Timestamp ?? 0) * 1000 - range.start
  expect(at > 4 * MINUTE && at <= 5 * MINUTE).toBe(true)
})

it('has the metrics of what it logs, and those of metric filters', async () => {
  const { watchkeeper, cloudwatch, logs } = open()
  const { range } = await watchkeeper.world(account)
  const metricTransformations = [{ metricName: 'lines', metricNamespace: 'Mine', metricValue: '1' }]
  const filter = { logGroupName: '/aws/lambda/practice', filterName: 'f', filterPattern: '', metricTransformations }
  await logs.call('PutMetricFilter', filter)
  await watchkeeper.changeClock(account, { action: 'jump', to: range.end })
  const lines = { namespace: 'Mine', metricName: 'lines', dimensions: {}, statistic: 'Sum', period: 60 }
  const [series] = await cloudwatch.readSeries([lines], range)
  expect(series?.label).toBe('lines')
  expect(series?.points.length).toBeGreaterThan(3)
  expect(series?.points.every(({ x }) => x >= range.start + 4 * MINUTE)).toBe(true)
})
