import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#lib/time.ts'
import { NOW, NOW_SECONDS, startCloudWatch } from './call-cloudwatch.ts'

const latency = { Namespace: 'App', MetricName: 'Latency' }
const alarm = {
  AlarmName: 'slow',
  ...latency,
  Statistic: 'Average',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 20,
  ComparisonOperator: 'GreaterThanThreshold',
}
const region = 'eu-west-2'
const topic = `arn:aws:sns:${region}:111122223333:pager`
const lambda = `arn:aws:lambda:${region}:111122223333:function:page`

type Cloud = ReturnType<typeof startCloudWatch>
type Item = { readonly HistoryItemType: string; readonly HistorySummary: string; readonly HistoryData: string; readonly Timestamp: number }

const put = (cloud: Cloud, value: number) =>
  cloud.json('PutMetricData', { Namespace: 'App', MetricData: [{ MetricName: 'Latency', Value: value }] })

async function described(cloud: Cloud, input: Record<string, unknown> = {}) {
  const { body } = await cloud.json('DescribeAlarms', input)
  return body['MetricAlarms'] as readonly Readonly<Record<string, unknown>>[]
}

async function history(cloud: Cloud, input: Record<string, unknown> = {}): Promise<readonly Item[]> {
  return (await cloud.json('DescribeAlarmHistory', input)).body['AlarmHistoryItems'] as readonly Item[]
}

const summaries = async (cloud: Cloud, input?: Record<string, unknown>) =>
  (await history(cloud, input)).map(({ HistorySummary }) => HistorySummary)

describe('PutMetricAlarm', () => {
  it('begins with no data, and says so as AWS does', async () => {
    const cloud = startCloudWatch()
    await cloud.json('PutMetricAlarm', { ...alarm, Tags: [{ Key: 'team', Value: 'a' }] })
    expect(await described(cloud)).toEqual([
      {
        ...alarm,
        ActionsEnabled: true,
        AlarmArn: `arn:aws:cloudwatch:${region}:111122223333:alarm:slow`,
        AlarmConfigurationUpdatedTimestamp: NOW_SECONDS,
        OKActions: [],
        AlarmActions: [],
        InsufficientDataActions: [],
        StateValue: 'INSUFFICIENT_DATA',
        StateReason: 'Unchecked: Initial alarm creation',
        StateUpdatedTimestamp: NOW_SECONDS,
        StateTransitionedTimestamp: NOW_SECONDS,
        Dimensions: [],
      },
    ])
  })

  it('replaces every setting, and leaves the state and the tags', async () => {
    const cloud = startCloudWatch()
    await cloud.json('PutMetricAlarm', { ...alarm, AlarmDescription: 'old', Tags: [{ Key: 'team', Value: 'a' }] })
    await cloud.json('SetAlarmState', { AlarmName: 'slow', StateValue: 'ALARM', StateReason: 'tried' })
    cloud.clock.advance(SECOND)
    await cloud.json('PutMetricAlarm', { ...alarm, Threshold: 30, Tags: [{ Key: 'team', Value: 'b' }] })
    const [found] = await described(cloud)
    expect(found).toMatchObject({
      Threshold: 30,
      StateValue: 'ALARM',
      StateUpdatedTimestamp: NOW_SECONDS,
      AlarmConfigurationUpdatedTimestamp: NOW_SECONDS + 1,
    })
    expect(found).not.toHaveProperty('AlarmDescription')
    const { body } = await cloud.json('ListTagsForResource', { ResourceARN: found?.['AlarmArn'] })
    expect(body['Tags']).toEqual([{ Key: 'team', Value: 'a' }])
    const [item] = await history(cloud, { HistoryItemType: 'ConfigurationUpdate' })
    expect(JSON.parse(item?.HistoryData ?? '')).toMatchObject({
      type: 'Update',
      updatedAlarm: { threshold: 30 },
      originalUpdatedFields: { threshold: 20, alarmDescription: 'old' },
    })
  })

  const refusals: readonly (readonly [string, Record<string, unknown>, string, string])[] = [
    ['M greater than N', { DatapointsToAlarm: 2 }, 'ValidationError', 'DatapointsToAlarm must be less than or equal to EvaluationPeriods'],
    ['a period of 61 seconds', { Period: 61 }, 'ValidationError', 'Period must be 10, 20, 30 or a multiple of 60'],
    [
      'no periods at all',
      { EvaluationPeriods: 0 },
      'ValidationError',
      "1 validation error detected: Value '0' at 'evaluationPeriods' failed to satisfy constraint: Member must have value greater than or equal to 1",
    ],
    [
      'both statistics',
      { ExtendedStatistic: 'p99' },
      'ValidationError',
      'PutMetricAlarm request can not be made with both Statistic and ExtendedStatistic parameters. Only one of them should be present',
    ],
    [
      'no such percentile',
      { Statistic: undefined, ExtendedStatistic: 'p101' },
      'InvalidParameterValue',
      'The value p101 for parameter ExtendedStatistic is not supported.',
    ],
    ['an action that is no ARN', { OKActions: ['not-an-arn'] }, 'ValidationError', 'Invalid arn syntax: not-an-arn'],
    [
      'an action elsewhere',
      { AlarmActions: [topic.replace(region, 'eu-central-1')] },
      'ValidationError',
      'Invalid region eu-central-1 specified. Only eu-west-2 is supported.',
    ],
  ]
  it.each(refusals)('refuses %s in both protocols alike', async (_, change, code, message) => {
    const cloud = startCloudWatch()
    const input = Object.fromEntries(Object.entries({ ...alarm, ...change }).filter(([, value]) => value !== undefined))
    expect(await cloud.refusal('PutMetricAlarm', input)).toEqual({ status: 400, code, message })
    expect(await described(cloud)).toEqual([])
  })

  it('says of an alarm on an expression that it is not simulated, and still holds it to the model', async () => {
    const cloud = startCloudWatch()
    const stat = { Metric: latency, Period: 60, Stat: 'Sum' }
    const math = {
      AlarmName: 'rate',
      Metrics: [
        { Id: 'm1', MetricStat: stat, ReturnData: false },
        { Id: 'e1', Expression: 'm1 * 2' },
      ],
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold',
    }
    expect((await cloud.json('PutMetricAlarm', math)).status).toBe(501)
    expect((await cloud.json('PutMetricAlarm', { ...math, EvaluationPeriods: 0 })).status).toBe(400)
    const criteria = { AlarmName: 'prom', EvaluationCriteria: { PromQLCriteria: { Query: 'up == 0' } } }
    expect((await cloud.json('PutMetricAlarm', criteria)).status).toBe(501)
    const odd = await cloud.refusal('PutMetricAlarm', { ...criteria, EvaluationInterval: 15 })
    expect(odd).toEqual({ status: 400, code: 'ValidationError', message: 'EvaluationInterval must be 10, 20, 30 or a multiple of 60' })
    expect((await cloud.json('PutMetricAlarm', { ...criteria, ...latency })).status).toBe(400)
    expect((await cloud.json('PutMetricAlarm', { ...alarm, EvaluationInterval: 60 })).status).toBe(400)
    expect((await cloud.json('PutMetricAlarm', { ...math, Metrics: [{ Id: 'm1', MetricStat: stat }] })).status).toBe(200)
  })
})

describe('time', () => {
  it('evaluates an alarm in its own second of each minute, with what was stored then', async () => {
    const cloud = startCloudWatch()
    await cloud.json('PutMetricAlarm', alarm)
    await put(cloud, 25)
    cloud.clock.advance(MINUTE)
    await put(cloud, 10)
    cloud.clock.advance(MINUTE)
    cloud.clock.advance(30 * MINUTE)
    const changes = await history(cloud, { HistoryItemType: 'StateUpdate', ScanBy: 'TimestampAscending' })
    expect(changes.map(({ HistorySummary }) => HistorySummary)).toEqual([
      'Alarm updated from INSUFFICIENT_DATA to ALARM',
      'Alarm updated from ALARM to OK',
      'Alarm updated from OK to INSUFFICIENT_DATA',
    ])
    const seconds = changes.map(({ Timestamp }) => Math.round((Timestamp * 1000) % MINUTE))
    expect(new Set(seconds).size).toBe(1)
    // the point of 12:01 is in the range of three slots until the evaluation after 12:05
    expect(changes.map(({ Timestamp }) => Math.floor((Timestamp * 1000 - NOW) / MINUTE))).toEqual([1, 2, 5])
  })

  it('does not decide again what came too late', async () => {
    const cloud = startCloudWatch()
    await cloud.json('PutMetricAlarm', { ...alarm, TreatMissingData: 'notBreaching' })
    cloud.clock.advance(10 * MINUTE)
    await described(cloud)
    const MetricData = [{ MetricName: 'Latency', Value: 99, Timestamp: NOW_SECONDS + 60 }]
    await cloud.json('PutMetricData', { Namespace: 'App', MetricData })
    cloud.clock.advance(10 * MINUTE)
    expect(await summaries(cloud, { HistoryItemType: 'StateUpdate' })).toEqual(['Alarm updated from INSUFFICIENT_DATA to OK'])
  })

  it('runs the actions of the new state in their order, and says which failed', async () => {
    const cloud = startCloudWatch()
    await cloud.json('PutMetricAlarm', { ...alarm, AlarmActions: [topic, lambda] })
    await put(cloud, 25)
    cloud.clock.advance(2 * MINUTE)
    const items = await history(cloud, { HistoryItemType: 'Action', ScanBy: 'TimestampAscending' })
    expect(items.map(({ HistorySummary }) => HistorySummary)).toEqual([
      `Failed to execute action ${topic}. Received error: "Topic does not exist"`,
      `Successfully executed action ${lambda}`,
    ])
    const data = JSON.parse(items[0]?.HistoryData ?? '')
    expect(data).toMatchObject({ actionState: 'Failed', notificationResource: topic, error: 'Topic does not exist' })
    const message = JSON.parse(data.publishedMessage)
    expect(message.sms).toBe('ALARM: "slow" in EU (London)')
    expect(JSON.parse(message.default)).toMatchObject({
      AlarmName: 'slow',
      OldStateValue: 'INSUFFICIENT_DATA',
      Trigger: { Statistic: 'AVERAGE' },
    })
  })

  it('runs none while actions are disabled, nor when they are enabled again', async () => {
    const cloud = startCloudWatch()
    await cloud.json('PutMetricAlarm', { ...alarm, AlarmActions: [topic] })
    await cloud.json('DisableAlarmActions', { AlarmNames: ['slow', 'nobody'] })
    await put(cloud, 25)
    cloud.clock.advance(2 * MINUTE)
    await cloud.json('EnableAlarmActions', { AlarmNames: ['slow'] })
    expect(await summaries(cloud, { HistoryItemType: 'Action' })).toEqual([])
    expect((await described(cloud))[0]).toMatchObject({ StateValue: 'ALARM', ActionsEnabled: true })
  })
})

describe('SetAlarmState', () => {
  it('changes the state until the next evaluation', async () => {
    const cloud = startCloudWatch()
    await cloud.json('PutMetricAlarm', { ...alarm, TreatMissingData: 'notBreaching' })
    const StateReasonData = '{"by": "hand"}'
    await cloud.json('SetAlarmState', { AlarmName: 'slow', StateValue: 'ALARM', StateReason: 'drill', StateReasonData })
    const [item] = await history(cloud)
    expect(JSON.parse(item?.HistoryData ?? '').newState).toEqual({
      stateValue: 'ALARM',
      stateReason: 'drill',
      stateReasonData: { by: 'hand' },
    })
    expect((await described(cloud))[0]).toMatchObject({ StateValue: 'ALARM', StateReasonData })
    cloud.clock.advance(MINUTE)
    expect((await described(cloud))[0]).toMatchObject({ StateValue: 'OK' })
  })

  it('to the state it has leaves no trace', async () => {
    const cloud = startCloudWatch()
    await cloud.json('PutMetricAlarm', alarm)
    await cloud.json('SetAlarmState', { AlarmName: 'slow', StateValue: 'INSUFFICIENT_DATA', StateReason: '' })
    expect(await summaries(cloud)).toEqual(['Alarm "slow" created'])
  })

  it('refuses an alarm nobody has, and data that is no JSON, without words', async () => {
    const cloud = startCloudWatch()
    const state = { AlarmName: 'nobody', StateValue: 'OK', StateReason: 'x' }
    expect(await cloud.refusal('SetAlarmState', state)).toEqual({ status: 404, code: 'ResourceNotFound', message: '' })
    await cloud.json('PutMetricAlarm', alarm)
    const broken = { ...state, AlarmName: 'slow', StateReasonData: 'no' }
    expect(await cloud.refusal('SetAlarmState', broken)).toEqual({ status: 400, code: 'InvalidFormat', message: '' })
  })
})

describe('DescribeAlarms', () => {
  const many = async () => {
    const cloud = startCloudWatch()
    for (const AlarmName of ['c', 'a*1', 'b', 'a*2']) await cloud.json('PutMetricAlarm', { ...alarm, AlarmName, AlarmActions: [topic] })
    await cloud.json('SetAlarmState', { AlarmName: 'b', StateValue: 'OK', StateReason: 'x' })
    return cloud
  }
  const names = async (cloud: Cloud, input: Record<string, unknown>) => (await described(cloud, input)).map(({ AlarmName }) => AlarmName)

  it('sorts by name, answers a name once, and leaves out those nobody has', async () => {
    const cloud = await many()
    expect(await names(cloud, {})).toEqual(['a*1', 'a*2', 'b', 'c'])
    expect(await names(cloud, { AlarmNames: ['c', 'b', 'c', 'x'] })).toEqual(['b', 'c'])
    expect(await names(cloud, { AlarmNamePrefix: 'a' })).toEqual(['a*1', 'a*2'])
    expect(await names(cloud, { StateValue: 'OK' })).toEqual(['b'])
    expect(await names(cloud, { ActionPrefix: 'arn:aws:lambda' })).toEqual([])
    expect(await names(cloud, { AlarmTypes: ['CompositeAlarm'] })).toEqual([])
    expect((await cloud.json('DescribeAlarms', { AlarmNames: ['a'], AlarmNamePrefix: 'a' })).status).toBe(400)
  })

  it('pages with tokens that only its own request understands', async () => {
    const cloud = await many()
    const first = await cloud.json('DescribeAlarms', { MaxRecords: 3 })
    const NextToken = first.body['NextToken']
    await cloud.json('DeleteAlarms', { AlarmNames: ['b'] })
    expect(await names(cloud, { MaxRecords: 3, NextToken })).toEqual(['c'])
    expect(await cloud.refusal('DescribeAlarms', { StateValue: 'OK', NextToken })).toEqual({
      status: 400,
      code: 'InvalidNextToken',
      message: '',
    })
  })

  it('finds the alarms of a metric by its exact set of dimensions', async () => {
    const cloud = startCloudWatch()
    const Dimensions = [
      { Name: 'A', Value: '1' },
      { Name: 'B', Value: '2' },
    ]
    await cloud.json('PutMetricAlarm', { ...alarm, Dimensions })
    const found = async (input: Record<string, unknown>) =>
      ((await cloud.json('DescribeAlarmsForMetric', { ...latency, ...input })).body['MetricAlarms'] as readonly unknown[]).length
    expect(await found({ Dimensions: Dimensions.toReversed() })).toBe(1)
    expect(await found({})).toBe(0)
    expect(await found({ Dimensions, Period: 300 })).toBe(0)
    expect(await found({ Dimensions, Statistic: 'Average', Period: 60 })).toBe(1)
  })
})

describe('DescribeAlarmHistory', () => {
  it('outlives the alarm, newest first, page by page', async () => {
    const cloud = startCloudWatch()
    await cloud.json('PutMetricAlarm', alarm)
    await cloud.json('SetAlarmState', { AlarmName: 'slow', StateValue: 'OK', StateReason: 'x' })
    await cloud.json('DeleteAlarms', { AlarmNames: ['slow', 'nobody'] })
    const first = await cloud.json('DescribeAlarmHistory', { AlarmName: 'slow', MaxRecords: 2 })
    const rest = await cloud.json('DescribeAlarmHistory', { AlarmName: 'slow', MaxRecords: 2, NextToken: first.body['NextToken'] })
    const items = [first, rest].flatMap(({ body }) => body['AlarmHistoryItems'] as readonly Item[])
    expect(items.map(({ HistorySummary }) => HistorySummary)).toEqual([
      'Alarm "slow" deleted',
      'Alarm updated from INSUFFICIENT_DATA to OK',
      'Alarm "slow" created',
    ])
    expect(rest.body).not.toHaveProperty('NextToken')
    expect(await summaries(cloud, { EndDate: NOW_SECONDS - 1 })).toEqual([])
    expect(await summaries(cloud, { AlarmTypes: ['CompositeAlarm'] })).toEqual([])
  })
})

describe('tags', () => {
  it('are put, listed and taken off; those of AWS are refused', async () => {
    const cloud = startCloudWatch()
    await cloud.json('PutMetricAlarm', { ...alarm, AlarmName: 'with: colon' })
    const ResourceARN = `arn:aws:cloudwatch:${region}:111122223333:alarm:with: colon`
    await cloud.json('TagResource', {
      ResourceARN,
      Tags: [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '' },
      ],
    })
    await cloud.json('UntagResource', { ResourceARN, TagKeys: ['a'] })
    expect((await cloud.json('ListTagsForResource', { ResourceARN })).body['Tags']).toEqual([{ Key: 'b', Value: '' }])
    const reserved = await cloud.refusal('TagResource', { ResourceARN, Tags: [{ Key: 'AWS:x', Value: '' }] })
    expect(reserved).toEqual({ status: 403, code: 'AccessDenied', message: 'The provided tag keys must not start with any case of "aws:"' })
    const none = await cloud.refusal('ListTagsForResource', { ResourceARN: `${ResourceARN}x` })
    expect(none).toEqual({ status: 404, code: 'ResourceNotFoundException', message: '' })
  })
})
