import { describe, expect, test } from 'vitest'
import { NOW_SECONDS, startCloudWatch } from './call-cloudwatch.ts'

const DAY = 86_400
const put = (datum: object, more: object = {}) => ({ Namespace: 'App', MetricData: [{ MetricName: 'Hits', ...datum }], ...more })
const datum = (value: number, more: object = {}) => ({ MetricName: 'Hits', Value: value, ...more })
const exclusive = (left: string, right: string) =>
  `The parameters MetricData.member.1.${left} and MetricData.member.1.${right} are mutually exclusive and you have specified both.`
const of = (path: string, says: string) => `The parameter MetricData.member.1.${path} ${says}`
const set = (more: object) => ({ StatisticValues: { SampleCount: 2, Sum: 4, Minimum: 1, Maximum: 3, ...more } })
const many = <T>(count: number, one: (at: number) => T): readonly T[] => Array.from({ length: count }, (_, at) => one(at))

const refusals: readonly (readonly [title: string, input: Record<string, unknown>, code: string, message: string])[] = [
  ['no data', { Namespace: 'App' }, 'MissingParameter', 'At least one MetricDatum object must be present in the request.'],
  [
    'an empty list',
    { Namespace: 'App', MetricData: [] },
    'MissingParameter',
    'At least one MetricDatum object must be present in the request.',
  ],
  ['no namespace', { MetricData: [datum(1)] }, 'MissingParameter', 'The parameter Namespace is required.'],
  [
    'no name',
    { Namespace: 'App', MetricData: [{ Value: 1 }] },
    'MissingParameter',
    'The parameter MetricData.member.1.MetricName is required.',
  ],
  [
    '1001 data',
    { Namespace: 'App', MetricData: many(1001, datum) },
    'InvalidParameterValue',
    'The collection MetricData must not have a size greater than 1000.',
  ],
  [
    "AWS's namespace",
    { ...put({ Value: 1 }), Namespace: 'AWS/Lambda' },
    'InvalidParameterValue',
    'The value AWS/ for parameter Namespace is invalid.',
  ],
  [
    'a blank namespace',
    { ...put({ Value: 1 }), Namespace: '  ' },
    'InvalidParameterValue',
    'The value    for parameter Namespace is invalid.',
  ],
  ['no value form', put({}), 'InvalidParameterCombination', 'At least one of the parameters must be specified.'],
  ['Value and Values', put({ Value: 1, Values: [1] }), 'InvalidParameterCombination', exclusive('Value', 'Values')],
  ['Value and StatisticValues', put({ Value: 1, ...set({}) }), 'InvalidParameterCombination', exclusive('Value', 'StatisticValues')],
  [
    'Counts without Values',
    put({ Counts: [1] }),
    'InvalidParameterCombination',
    'The parameter values must appears when the counts parameter is specified.',
  ],
  [
    'lengths that differ',
    put({ Values: [1, 2], Counts: [1] }),
    'InvalidParameterValue',
    'The parameters MetricData.member.1.Values and MetricData.member.1.Counts must be of the same size.',
  ],
  [
    'values and counts of nothing',
    put({ Values: [], Counts: [] }),
    'InvalidParameterCombination',
    'At least one of the parameters must be specified.',
  ],
  [
    'counts of no value beside a value set',
    put({ ...set({}), Values: [], Counts: [1] }),
    'InvalidParameterValue',
    'The parameters MetricData.member.1.Values and MetricData.member.1.Counts must be of the same size.',
  ],
  [
    'a negative count',
    put({ Values: [1], Counts: [-1] }),
    'InvalidParameterValue',
    of('Counts', 'must contain only values greater than 0.'),
  ],
  [
    '151 values',
    put({ Values: many(151, (at) => at) }),
    'InvalidParameterValue',
    'The collection MetricData.member.1.Values must not have a size greater than 150.',
  ],
  ['a set of nothing', put(set({ SampleCount: 0 })), 'InvalidParameterValue', of('StatisticValues.SampleCount', 'must be greater than 0.')],
  [
    'a set upside down',
    put(set({ Maximum: 0 })),
    'InvalidParameterValue',
    of('StatisticValues.Maximum', 'must be greater than MetricData.member.1.StatisticValues.Minimum.'),
  ],
  [
    'a set without its sum',
    put({ StatisticValues: { SampleCount: 1, Minimum: 1, Maximum: 1 } }),
    'MissingParameter',
    of('StatisticValues.Sum', 'is required.'),
  ],
  [
    'a resolution of ten seconds',
    put({ Value: 1, StorageResolution: 10 }),
    'InvalidParameterValue',
    of('StorageResolution', 'must be a value in the set [ 1, 60 ].'),
  ],
  ['NaN', put({ Value: 'NaN' }), 'InvalidParameterValue', 'The value NaN for parameter MetricData.member.1.Value is invalid.'],
  [
    'infinity',
    put({ Value: '-Infinity' }),
    'InvalidParameterValue',
    'The value -Infinity for parameter MetricData.member.1.Value is invalid.',
  ],
  [
    'twice the largest',
    put({ Value: 2 ** 361 }),
    'InvalidParameterValue',
    'The value 4.6970851655476665E108 for parameter MetricData.member.1.Value is invalid.',
  ],
  [
    'NaN among values',
    put({ Values: [1, 'NaN'] }),
    'InvalidParameterValue',
    'The value NaN for parameter MetricData.member.1.Values.member.2 is invalid.',
  ],
  [
    'a dimension twice',
    put({
      Value: 1,
      Dimensions: [
        { Name: 'A', Value: '1' },
        { Name: 'A', Value: '2' },
      ],
    }),
    'InvalidParameterValue',
    'No metric may specify the same dimension name twice.',
  ],
  [
    '31 dimensions',
    put({ Value: 1, Dimensions: many(31, (at) => ({ Name: `d${at}`, Value: 'x' })) }),
    'InvalidParameterValue',
    'The collection MetricData.member.1.Dimensions must not have a size greater than 30.',
  ],
  [
    'a dimension without a value',
    put({ Value: 1, Dimensions: [{ Name: 'A' }] }),
    'MissingParameter',
    'The parameter MetricData.member.1.Dimensions.member.1.Value is required.',
  ],
  [
    'two weeks and a second ago',
    put({ Value: 1, Timestamp: NOW_SECONDS - 14 * DAY - 1 }),
    'InvalidParameterValue',
    of('Timestamp', 'must specify a time within the past two weeks.'),
  ],
  [
    'in more than two hours',
    put({ Value: 1, Timestamp: NOW_SECONDS + 7201 }),
    'InvalidParameterValue',
    of('Timestamp', 'must specify a time no more than two hours in the future.'),
  ],
  [
    'an entity without a word on validation',
    { Namespace: 'App', EntityMetricData: [{ MetricData: [datum(1)] }] },
    'InvalidParameterCombination',
    'Field StrictEntityValidation is required when setting EntityMetricData',
  ],
  [
    'NaN in an entity',
    {
      Namespace: 'App',
      StrictEntityValidation: true,
      EntityMetricData: [{ MetricData: [datum(1), { MetricName: 'Hits', Value: 'NaN' }] }],
    },
    'InvalidParameterValue',
    'The value NaN for parameter EntityMetricData.member.1.MetricData.member.2.Value is invalid.',
  ],
  [
    'several faults of one kind',
    { Namespace: 'App', MetricData: [datum(1, { Timestamp: 0 }), datum(1), { MetricName: 'Hits', Value: 'NaN' }] },
    'InvalidParameterValue',
    `${of('Timestamp', 'must specify a time within the past two weeks.')}\nThe value NaN for parameter MetricData.member.3.Value is invalid.`,
  ],
]

describe('PutMetricData refuses', () => {
  test.each(refusals)('%s, in JSON and in Query', async (_, input, code, message) => {
    expect(await startCloudWatch().refusal('PutMetricData', input)).toEqual({ status: 400, code, message })
  })

  test('a unit that is none', async () => {
    const { code, message } = await startCloudWatch().refusal('PutMetricData', put({ Value: 1, Unit: 'Furlongs' }))
    expect(code).toBe('ValidationError')
    expect(message).toMatch(
      /^1 validation error detected: Value 'Furlongs' at 'metricData\.1\.member\.unit' failed .* \[Seconds, .*None\]$/,
    )
  })

  test('more than a megabyte', async () => {
    const { json } = startCloudWatch()
    const Dimensions = many(30, (at) => ({ Name: `d${at}`, Value: 'x'.repeat(1000) }))
    const MetricData = many(40, () => ({ MetricName: 'Hits', Value: 1, Dimensions }))
    expect((await json('PutMetricData', { Namespace: 'App', MetricData })).status).toBe(413)
    expect((await json('PutMetricData', { Namespace: 'App', MetricData: MetricData.slice(0, 30) })).status).toBe(200)
  })

  test('a whole request for one bad datum', async () => {
    const { json } = startCloudWatch()
    await json('PutMetricData', { Namespace: 'App', MetricData: [datum(1), datum(1, { StorageResolution: 7 })] })
    expect((await json('ListMetrics', {})).body['Metrics']).toEqual([])
  })
})

describe('PutMetricData takes', () => {
  const read = async ({ json }: ReturnType<typeof startCloudWatch>, statistics: readonly string[]) => {
    const MetricDataQueries = statistics.map((Stat, at) => ({
      Id: `q${at}`,
      MetricStat: { Metric: { Namespace: 'App', MetricName: 'Hits' }, Period: 60, Stat },
    }))
    const answer = await json('GetMetricData', { StartTime: NOW_SECONDS, EndTime: NOW_SECONDS + 60, MetricDataQueries })
    const results = answer.body['MetricDataResults']
    return Array.isArray(results) ? results.map(({ Values }: { readonly Values: readonly number[] }) => Values[0]) : answer.text
  }

  test.each([
    ['a value', put({ Value: 3 }), [1, 3, 3, 3]],
    ['values with counts, fractions and zeros among them', put({ Values: [1, 10, 40], Counts: [2, 0.5, 0] }), [2.5, 7, 1, 40]],
    ['a value listed twice', put({ Values: [4, 4] }), [2, 8, 4, 4]],
    ['a statistic set whose sum fits nothing', put(set({ Sum: 1000 })), [2, 1000, 1, 3]],
    ['a statistic set in place of values', put({ Values: [100], ...set({}) }), [2, 4, 1, 3]],
    ['a leading colon in the namespace', put({ Value: 3 }, { Namespace: 'App' }), [1, 3, 3, 3]],
    [
      'an entity',
      { Namespace: 'App', StrictEntityValidation: false, EntityMetricData: [{ Entity: {}, MetricData: [datum(3)] }] },
      [1, 3, 3, 3],
    ],
  ])('%s', async (_, input, expected) => {
    for (const protocol of ['json', 'query'] as const) {
      const cloud = startCloudWatch()
      const reply = await cloud[protocol]('PutMetricData', input)
      expect(reply.status, reply.text).toBe(200)
      expect(await read(cloud, ['SampleCount', 'Sum', 'Minimum', 'Maximum'])).toEqual(expected)
    }
  })

  test('a namespace with a leading colon', async () => {
    const { json } = startCloudWatch()
    expect((await json('PutMetricData', put({ Value: 1 }, { Namespace: ':App' }))).status).toBe(200)
  })

  test('the same again as a second time', async () => {
    const cloud = startCloudWatch()
    for (let time = 0; time < 2; time++) await cloud.json('PutMetricData', put({ Value: 3, Timestamp: NOW_SECONDS + 20 }))
    expect(await read(cloud, ['SampleCount', 'Sum'])).toEqual([2, 6])
  })

  test('exactly two weeks ago and two hours ahead', async () => {
    const { json } = startCloudWatch()
    for (const Timestamp of [NOW_SECONDS - 14 * DAY, NOW_SECONDS + 7200])
      expect((await json('PutMetricData', put({ Value: 1, Timestamp }))).status).toBe(200)
  })

  test('and answers nothing: an empty body in JSON, no result in XML', async () => {
    const cloud = startCloudWatch()
    expect((await cloud.json('PutMetricData', put({ Value: 1 }))).text).toBe('')
    const { text } = await cloud.query('PutMetricData', put({ Value: 1 }))
    expect(text).toMatch(/^<PutMetricDataResponse xmlns="[^"]+"><ResponseMetadata>/)
  })
})
