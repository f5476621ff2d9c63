import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { describe, expect, it } from 'vitest'
import { createBackend } from '#backend/backend.ts'
import { openBrowserKept } from '#backend/kept/browser-kept.ts'
import { createCloudWatchClient } from '#clients/cloudwatch.ts'
import { onMadeChange } from '#clients/made-changes.ts'
import { createLogsClient } from '#clients/cloudwatch-logs.ts'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import { madeKey } from '#lib/made.ts'
import { MINUTE, standingClock } from '#lib/time.ts'

const account = '123456789012'
const base = 'http://127.0.0.1/'
const never = new Promise(() => undefined)

/** A tab: a cloud of its own over the browser's one database. */
function openTab(path: string, kept = openBrowserKept(path, never)) {
  const { fetch: transport } = createBackend({
    clock: standingClock(0),
    openWorld: { spec: { scenario: 'practice', seed: 1 }, after: 45 * MINUTE },
    kept,
  })
  return {
    cloudwatch: createCloudWatchClient({ transport, base, account }),
    logs: createLogsClient({ transport, base, account }),
    watchkeeper: createWatchkeeperClient({ transport, base }),
  }
}

const alarm = (AlarmName: string, Threshold = 1) => ({
  AlarmName,
  Namespace: 'AWS/Lambda',
  MetricName: 'Errors',
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold,
  ComparisonOperator: 'GreaterThanThreshold' as const,
  TreatMissingData: 'notBreaching' as const,
})

const names = async ({ cloudwatch }: ReturnType<typeof openTab>) => (await cloudwatch.allAlarms()).map(({ AlarmName }) => AlarmName)

/** Messages between tabs take a turn or two. */
async function until<T>(ask: () => Promise<T>, isDone: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await ask()
    if (isDone(value)) return value
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function stored(path: string, isDone: (count: number) => boolean): Promise<void> {
  const database = await openDB(madeKey(path))
  await until(() => database.count('things'), isDone)
  database.close()
}

describe('what is made in the open account', () => {
  it('comes back in a new cloud, with its state and its past', async () => {
    const first = openTab('/back/')
    await first.cloudwatch.putMetricAlarm(alarm('a'))
    await first.cloudwatch.setAlarmState({ AlarmName: 'a', StateValue: 'ALARM', StateReason: 'tried' })
    const [found] = await until(
      () => openTab('/back/').cloudwatch.allAlarms(),
      ([again]) => again?.StateReason === 'tried',
    )
    expect(found).toMatchObject({ AlarmName: 'a', StateValue: 'ALARM', StateReason: 'tried' })
    const second = openTab('/back/')
    const history = await second.cloudwatch.allHistory({ AlarmName: 'a' })
    expect(history.map(({ HistorySummary }) => HistorySummary)).toEqual([
      'Alarm updated from OK to ALARM',
      'Alarm updated from INSUFFICIENT_DATA to OK',
      'Alarm "a" created',
    ])
  })

  it('shows in another tab, changed and deleted too', async () => {
    const [left, right] = [openTab('/two/'), openTab('/two/')]
    expect(await names(right)).toEqual([])
    await left.cloudwatch.putMetricAlarm(alarm('shared'))
    await until(
      () => names(right),
      (all) => all.includes('shared'),
    )
    await right.cloudwatch.putMetricAlarm(alarm('shared', 7))
    await until(
      () => left.cloudwatch.allAlarms(),
      ([found]) => found?.Threshold === 7,
    )
    await left.cloudwatch.deleteAlarms({ AlarmNames: ['shared'] })
    await until(
      () => names(right),
      (all) => all.length === 0,
    )
  })

  it('is told to the page, which may look again', async () => {
    const kinds: string[] = []
    const stop = onMadeChange('http://127.0.0.1/told/', (kind) => kinds.push(kind))
    const tab = openTab('/told/')
    await tab.cloudwatch.putMetricAlarm(alarm('a'))
    await until(
      async () => kinds.length,
      (count) => count > 0,
    )
    stop()
    expect(kinds).toContain('alarm')
  })

  it('passes over records that are broken', async () => {
    const first = openTab('/broken/')
    await first.cloudwatch.putMetricAlarm(alarm('whole'))
    await stored('/broken/', (count) => count === 1)
    const database = await openDB(madeKey('/broken/'))
    await database.put('things', { arn: 'nonsense' }, ['alarm', 'b'])
    await database.put('things', 7, ['dashboard', 'c'])
    await database.put('things', {}, ['ghost', 'd'])
    database.close()
    expect(await names(openTab('/broken/'))).toEqual(['whole'])
  })

  it('does without where the browser keeps nothing', async () => {
    const tab = openTab('/private/', openBrowserKept('/private/', Promise.resolve()))
    await tab.cloudwatch.putMetricAlarm(alarm('a'))
    expect(await names(tab)).toEqual(['a'])
  })

  it('is not kept for another account', async () => {
    const { fetch: transport } = createBackend({ clock: standingClock(0), kept: openBrowserKept('/other/', never) })
    await createCloudWatchClient({ transport, base, account: '111122223333' }).putMetricAlarm(alarm('mine'))
    expect(await names(openTab('/other/'))).toEqual([])
  })
})

describe('an export', () => {
  it('holds alarms, saved queries, metric filters and lookup tables, and is taken in elsewhere', async () => {
    const from = openTab('/from/')
    await from.cloudwatch.putMetricAlarm(alarm('a'))
    await from.logs.call('PutQueryDefinition', { name: 'q', queryString: 'fields @message' })
    await from.logs.call('PutMetricFilter', {
      logGroupName: '/aws/lambda/practice',
      filterName: 'f',
      filterPattern: 'ERROR',
      metricTransformations: [{ metricName: 'm', metricNamespace: 'n', metricValue: '1' }],
    })
    await from.logs.call('CreateLookupTable', { lookupTableName: 't', tableBody: 'id,name\n1,Ana\n' })
    const { things } = await from.watchkeeper.made()
    expect(things.map(({ kind }) => kind)).toEqual(['alarm', 'saved-query', 'metric-filter', 'lookup-table'])
    const into = openTab('/into/')
    expect(await into.watchkeeper.putMade(JSON.parse(JSON.stringify(things)))).toEqual({ taken: 4 })
    expect((await into.watchkeeper.made()).things.map(({ kind, id }) => [kind, id])).toEqual(things.map(({ kind, id }) => [kind, id]))
    expect(await names(into)).toEqual(['a'])
  })

  it.each([
    [[{ kind: 'alarm', id: 'a', value: { arn: 'x' } }], 'the alarm "a" cannot be read'],
    [[{ kind: 'ghost', id: 'a', value: {} }], 'thing 1 must be one of alarm, dashboard, saved-query, metric-filter, lookup-table'],
    [[{ kind: 'dashboard', id: 'a' }], 'thing 1 must have a "value"'],
  ])('that is broken is refused with a sentence', async (things, sentence) => {
    const tab = openTab('/hostile/')
    await expect(tab.watchkeeper.putMade(things as never)).rejects.toThrow(sentence)
    expect((await tab.watchkeeper.made()).things).toEqual([])
  })
})
