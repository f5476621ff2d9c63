import { describe, expect, test } from 'vitest'
import { NOW, NOW_SECONDS, startCloudWatch, type Reply } from './call-cloudwatch.ts'

type Result = {
  readonly Id: string
  readonly Label: string
  readonly Timestamps: readonly number[]
  readonly Values: readonly number[]
  readonly StatusCode: string
  readonly Messages?: readonly { readonly Code: string; readonly Value: string }[]
}
const resultsOf = ({ body }: Reply): readonly Result[] => {
  const results = body['MetricDataResults']
  if (!Array.isArray(results)) throw new Error(`there are no results in ${JSON.stringify(body)}`)
  return results
}

const stat = (more: object = {}) => ({ Metric: { Namespace: 'App', MetricName: 'Hits' }, Period: 60, Stat: 'Sum', ...more })
const query = (more: object = {}) => ({ Id: 'm1', MetricStat: stat(), ...more })
const range = { StartTime: NOW_SECONDS, EndTime: NOW_SECONDS + 300 }
const get = (...queries: readonly object[]) => ({ ...range, MetricDataQueries: queries })

/** Hits of five minutes: 1, 2, 4, 8, 16. */
async function startWithHits() {
  const cloud = startCloudWatch()
  const MetricData = [1, 2, 4, 8, 16].map((Value, minute) => ({ MetricName: 'Hits', Value, Timestamp: NOW_SECONDS + minute * 60 + 5 }))
  await cloud.json('PutMetricData', { Namespace: 'App', MetricData })
  return cloud
}

describe('GetMetricData', () => {
  test('gives the newest first, and the oldest where it is asked to', async () => {
    const { json } = await startWithHits()
    const [newest] = resultsOf(await json('GetMetricData', get(query())))
    expect(newest).toEqual({
      Id: 'm1',
      Label: 'Hits',
      Timestamps: [240, 180, 120, 60, 0].map((seconds) => NOW_SECONDS + seconds),
      Values: [16, 8, 4, 2, 1],
      StatusCode: 'Complete',
    })
    const [oldest] = resultsOf(await json('GetMetricData', { ...get(query()), ScanBy: 'TimestampAscending' }))
    expect(oldest?.Values).toEqual([1, 2, 4, 8, 16])
  })

  test('answers in the order of the queries, leaves out hidden ones and keeps what finds nothing', async () => {
    const { json } = await startWithHits()
    const nothing = { Id: 'none', MetricStat: stat({ Metric: { Namespace: 'App', MetricName: 'Misses' } }) }
    const results = resultsOf(await json('GetMetricData', get(nothing, query({ Id: 'hidden', ReturnData: false }), query())))
    expect(results.map(({ Id, Values, StatusCode, Label }) => [Id, Values.length, StatusCode, Label])).toEqual([
      ['none', 0, 'Complete', 'Misses'],
      ['m1', 5, 'Complete', 'Hits'],
    ])
  })

  test('gives one unit of several and says so; the one that is asked for without a word', async () => {
    const { json } = startCloudWatch()
    const MetricData = [
      { MetricName: 'Hits', Value: 1, Unit: 'Seconds' },
      { MetricName: 'Hits', Value: 5, Unit: 'Milliseconds' },
    ]
    await json('PutMetricData', { Namespace: 'App', MetricData })
    const [both, seconds] = resultsOf(await json('GetMetricData', get(query(), { Id: 'm2', MetricStat: stat({ Unit: 'Seconds' }) })))
    expect(both?.Values).toEqual([5])
    expect(both?.Messages).toEqual([{ Code: 'MultipleUnits', Value: "Multiple units returned: '[Milliseconds, Seconds]'" }])
    expect(seconds).toMatchObject({ Values: [1] })
    expect(seconds?.Messages).toBeUndefined()
  })

  test('fills in labels', async () => {
    const { json } = await startWithHits()
    const labelled = query({ Label: "${PROP('MetricName')} in ${PROP('Region')} of ${PROP('AccountId')}: ${MAX} at ${MAX_TIME}, ${LABEL}" })
    const answer = await json('GetMetricData', { ...get(labelled), LabelOptions: { Timezone: '+0130' } })
    expect(resultsOf(answer)[0]?.Label).toBe('Hits in eu-west-2 of 111122223333: 16 at 11-24 13:34, Hits')
  })

  test('has no data of other accounts', async () => {
    const { json } = await startWithHits()
    const results = resultsOf(
      await json('GetMetricData', get(query({ AccountId: '999999999999' }), query({ Id: 'own', AccountId: '111122223333' }))),
    )
    expect(results.map(({ StatusCode, Values }) => [StatusCode, Values.length])).toEqual([
      ['Forbidden', 0],
      ['Complete', 5],
    ])
  })

  test('gives its results out page by page, each datapoint once', async () => {
    const { json } = await startWithHits()
    const input = { ...get(query(), { Id: 'm2', MetricStat: stat({ Stat: 'Average' }) }), ScanBy: 'TimestampAscending', MaxDatapoints: 3 }
    const pages: string[] = []
    let NextToken: unknown
    do {
      const reply = await json('GetMetricData', NextToken === undefined ? input : { ...input, NextToken })
      pages.push(
        resultsOf(reply)
          .map(({ Id, Values, StatusCode }) => `${Id} ${Values.join(',')} ${StatusCode}`)
          .join('; '),
      )
      NextToken = reply.body['NextToken']
    } while (NextToken !== undefined && pages.length < 9)
    expect(pages).toEqual(['m1 1,2,4 PartialData', 'm1 8,16 Complete; m2 1 PartialData', 'm2 2,4,8 PartialData', 'm2 16 Complete'])
  })

  test('takes a token for the request that it was given to only', async () => {
    const { json, refusal } = await startWithHits()
    const first = await json('GetMetricData', { ...get(query()), MaxDatapoints: 2 })
    const NextToken = first.body['NextToken']
    expect(typeof NextToken).toBe('string')
    for (const token of [NextToken, 'nonsense'])
      expect(await refusal('GetMetricData', { ...get(query()), MaxDatapoints: 3, NextToken: token })).toEqual({
        status: 400,
        code: 'InvalidNextToken',
        message: '',
      })
  })

  test('reads nothing where the start lies too far back for the period', async () => {
    const { json, clock } = await startWithHits()
    clock.jump(NOW + 16 * 86_400_000)
    expect(resultsOf(await json('GetMetricData', get(query())))[0]?.Values).toEqual([])
    const coarse = query({ MetricStat: stat({ Period: 300 }) })
    expect(resultsOf(await json('GetMetricData', get(coarse)))[0]?.Values).toEqual([31])
  })
})

describe('GetMetricData refuses', () => {
  const exclusive = (left: string, right: string) =>
    `The parameters MetricDataQueries.member.1.${left} and MetricDataQueries.member.1.${right} are mutually exclusive and you have specified both.`
  const missing = (path: string) => `The parameter MetricDataQueries.member.1.MetricStat.${path} is required.`

  test.each([
    ['ids that are not unique', get(query(), query()), 'The values for parameter id in MetricDataQueries are not unique.'],
    [
      'an id with a capital',
      get(query(), query({ Id: 'M2' })),
      'The value for parameter MetricDataQueries.member.2.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.',
    ],
    ['Expression and MetricStat', get(query({ Expression: 'm1' })), exclusive('Expression', 'MetricStat')],
    ['Period and MetricStat', get(query({ Period: 60 })), exclusive('Period', 'MetricStat')],
    ['no namespace', get(query({ MetricStat: stat({ Metric: { MetricName: 'Hits' } }) })), missing('Metric.Namespace')],
    ['no name', get(query({ MetricStat: stat({ Metric: { Namespace: 'App' } }) })), missing('Metric.MetricName')],
    ['no statistic', get(query({ MetricStat: { Metric: { Namespace: 'App', MetricName: 'Hits' }, Period: 60 } })), missing('Stat')],
    ['no range', { MetricDataQueries: [query()] }, 'The parameter StartTime is required.'],
    ['no queries', range, 'The parameter MetricDataQueries is required.'],
    ['a start that is the end', { ...get(query()), EndTime: NOW_SECONDS }, 'The parameter StartTime must not equal parameter EndTime.'],
    ['a start after the end', { ...get(query()), EndTime: NOW_SECONDS - 1 }, 'The parameter EndTime must be greater than StartTime.'],
    [
      'a period of 45 seconds',
      get(query({ MetricStat: stat({ Period: 45 }) })),
      'The parameter Period must be a value in the set [ 1, 5, 10, 20, 30 ].',
    ],
    ['a period of 90 seconds', get(query({ MetricStat: stat({ Period: 90 }) })), 'The parameter Period must be a multiple of 60.'],
    [
      'a word that is no statistic',
      get(query({ MetricStat: stat({ Stat: 'Median' }) })),
      'The value Median for parameter MetricDataQueries.member.1.MetricStat.Stat is not supported.',
    ],
    [
      '501 queries',
      get(...Array.from({ length: 501 }, (_, at) => query({ Id: `m${at}` }))),
      'The collection MetricDataQueries must not have a size greater than 500.',
    ],
  ])('%s', async (_, input, message) => {
    expect(await startCloudWatch().refusal('GetMetricData', input)).toEqual({ status: 400, code: 'ValidationError', message })
  })

  test('an order that is none', async () => {
    const { code, message } = await startCloudWatch().refusal('GetMetricData', { ...get(query()), ScanBy: 'Newest' })
    expect([code, message]).toEqual([
      'ValidationError',
      "1 validation error detected: Value 'Newest' at 'scanBy' failed to satisfy constraint: Member must satisfy enum value set: [TimestampDescending, TimestampAscending]",
    ])
  })

  test('an expression, by name: math is not there yet', async () => {
    const { status, code, message } = await startCloudWatch().refusal('GetMetricData', get(query(), { Id: 'e1', Expression: 'm1 * 2' }))
    expect([status, code]).toEqual([501, 'NotImplemented'])
    expect(message).toContain('"e1"')
  })
})
