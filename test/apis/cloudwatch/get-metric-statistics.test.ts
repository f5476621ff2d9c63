import { describe, expect, test } from 'vitest'
import { NOW_SECONDS, startCloudWatch } from './call-cloudwatch.ts'

const ask = (more: object = {}) => ({
  Namespace: 'App',
  MetricName: 'Hits',
  StartTime: NOW_SECONDS,
  EndTime: NOW_SECONDS + 120,
  Period: 60,
  Statistics: ['Sum'],
  ...more,
})

async function startWithUnits() {
  const cloud = startCloudWatch()
  const MetricData = [
    { MetricName: 'Hits', Values: [1, 3], Unit: 'Seconds' },
    { MetricName: 'Hits', Value: 8, Timestamp: NOW_SECONDS + 60 },
    { MetricName: 'Hits', Value: -8, Timestamp: NOW_SECONDS + 60 },
  ]
  await cloud.json('PutMetricData', { Namespace: 'App', MetricData })
  return cloud
}

describe('GetMetricStatistics', () => {
  test('gives a datapoint for each unit and leaves out what a datapoint cannot say', async () => {
    const { json } = await startWithUnits()
    const { body } = await json('GetMetricStatistics', ask({ Statistics: ['Sum', 'SampleCount'], ExtendedStatistics: ['p100', 'p50'] }))
    expect(body['Label']).toBe('Hits')
    expect(body['Datapoints']).toEqual([
      { Timestamp: NOW_SECONDS, Unit: 'Seconds', Sum: 4, SampleCount: 2, ExtendedStatistics: { p100: 3, p50: 1.1 } },
      { Timestamp: NOW_SECONDS + 60, Unit: 'None', Sum: 0, SampleCount: 2, ExtendedStatistics: { p100: 8 } },
    ])
  })

  test('gives only the unit that is asked for', async () => {
    const { json } = await startWithUnits()
    const { body } = await json('GetMetricStatistics', ask({ Unit: 'Seconds' }))
    expect(body['Datapoints']).toEqual([{ Timestamp: NOW_SECONDS, Unit: 'Seconds', Sum: 4 }])
  })

  test('prints extended statistics as a map in XML', async () => {
    const { query } = await startWithUnits()
    const { text } = await query('GetMetricStatistics', ask({ Statistics: [], ExtendedStatistics: ['p100'], Unit: 'Seconds' }))
    expect(text).toContain(
      '<Datapoints><member><Timestamp>2026-11-24T12:00:00.000Z</Timestamp><Unit>Seconds</Unit>' +
        '<ExtendedStatistics><entry><key>p100</key><value>3</value></entry></ExtendedStatistics></member></Datapoints>',
    )
  })

  test('of a metric that is not there has a label and no datapoints', async () => {
    const { json, query } = startCloudWatch()
    expect((await json('GetMetricStatistics', ask())).body).toMatchObject({ Label: 'Hits', Datapoints: [] })
    expect((await query('GetMetricStatistics', ask())).text).toContain(
      '<GetMetricStatisticsResult><Label>Hits</Label><Datapoints/></GetMetricStatisticsResult>',
    )
  })

  test('takes exactly 1,440 datapoints', async () => {
    const { json } = startCloudWatch()
    expect((await json('GetMetricStatistics', ask({ EndTime: NOW_SECONDS + 1440 * 60 }))).status).toBe(200)
  })
})

describe('GetMetricStatistics refuses', () => {
  test.each([
    [
      '1,441 datapoints',
      ask({ EndTime: NOW_SECONDS + 1440 * 60 + 1 }),
      'InvalidParameterCombination',
      'You have requested up to 1441 datapoints, which exceeds the limit of 1440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.',
    ],
    [
      'a start that is the end',
      ask({ EndTime: NOW_SECONDS }),
      'InvalidParameterValue',
      'The parameter StartTime must be less than the parameter EndTime.',
    ],
    [
      'a start after the end',
      ask({ EndTime: NOW_SECONDS - 60 }),
      'InvalidParameterValue',
      'The parameter StartTime must be less than the parameter EndTime.',
    ],
    [
      'a period of 7 seconds',
      ask({ Period: 7 }),
      'InvalidParameterValue',
      'The parameter Period must be a value in the set [ 1, 5, 10, 20, 30 ].',
    ],
    ['a period of 100 seconds', ask({ Period: 100 }), 'InvalidParameterValue', 'The parameter Period must be a multiple of 60.'],
    [
      'no statistic',
      ask({ Statistics: [] }),
      'InvalidParameterCombination',
      'At least one of the parameters Statistics and ExtendedStatistics must be specified.',
    ],
    [
      'an extended statistic that is none',
      ask({ ExtendedStatistics: ['p90', 'p101'] }),
      'InvalidParameterValue',
      'The value p101 for parameter ExtendedStatistics.member.2 is not supported.',
    ],
    ['no name', { ...ask(), MetricName: undefined }, 'MissingParameter', 'The parameter MetricName is required.'],
    [
      'a basic statistic that is none',
      ask({ Statistics: ['p90'] }),
      'ValidationError',
      "1 validation error detected: Value 'p90' at 'statistics.1.member' failed to satisfy constraint: Member must satisfy enum value set: [SampleCount, Average, Sum, Minimum, Maximum]",
    ],
  ])('%s', async (_, input, code, message) => {
    const { MetricName, ...others } = input
    const sent = MetricName === undefined ? others : input
    expect(await startCloudWatch().refusal('GetMetricStatistics', sent)).toEqual({ status: 400, code, message })
  })
})
