import {
  CloudWatchClient,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  InvalidParameterCombinationException,
  ListMetricsCommand,
  paginateGetMetricData,
  PutMetricDataCommand,
  type CloudWatchClientConfig,
} from '@aws-sdk/client-cloudwatch'
import { AwsJson1_0Protocol, AwsQueryProtocol, AwsSmithyRpcV2CborProtocol } from '@aws-sdk/core/protocols'
import { describe, expect, test } from 'vitest'
import type { Server } from 'node:http'
import { afterAll, beforeAll } from 'vitest'
import { createHttpServer } from '../../../src/commands/serve.ts'
import { startCloudWatch, NOW } from './call-cloudwatch.ts'

let server: Server
let endpoint: string

beforeAll(async () => {
  server = createHttpServer(startCloudWatch().backend, { allowed: [] })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('cannot serve: no port')
  endpoint = `http://127.0.0.1:${address.port}`
})
afterAll(() => {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(resolve))
})

const protocols: readonly (readonly [string, string, CloudWatchClientConfig['protocol']])[] = [
  ['JSON 1.0', '111111111111', AwsJson1_0Protocol],
  ['Query', '222222222222', AwsQueryProtocol],
  ['CBOR', '333333333333', AwsSmithyRpcV2CborProtocol],
]

describe.each(protocols)('the AWS SDK for JavaScript over %s', (_, account, protocol) => {
  const client = () =>
    new CloudWatchClient({
      endpoint,
      region: 'eu-west-2',
      credentials: { accessKeyId: account, secretAccessKey: 'any' },
      ...(protocol && { protocol }),
    })
  const minute = (at: number): Date => new Date(NOW + at * 60_000)
  const Metric = { Namespace: 'Checkout', MetricName: 'Latency', Dimensions: [{ Name: 'Branch', Value: 'Leeds' }] }

  test('puts, lists and reads metrics', async () => {
    const cloudwatch = client()
    const datum = { MetricName: 'Latency', Dimensions: Metric.Dimensions, Unit: 'Milliseconds' as const }
    const MetricData = [
      { ...datum, Timestamp: minute(0), Values: [2, 10], Counts: [2, 3] },
      { ...datum, Timestamp: minute(1), Value: 12.5 },
      { ...datum, Timestamp: new Date(NOW + 121_500), StatisticValues: { SampleCount: 2, Sum: 9, Minimum: 4, Maximum: 5 } },
    ]
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'Checkout', MetricData }))
    const listed = await cloudwatch.send(new ListMetricsCommand({ Namespace: 'Checkout', RecentlyActive: 'PT3H' }))
    expect(listed.Metrics).toEqual([Metric])
    const read = await cloudwatch.send(
      new GetMetricDataCommand({
        StartTime: minute(0),
        EndTime: minute(5),
        ScanBy: 'TimestampAscending',
        MetricDataQueries: [
          { Id: 'p90', MetricStat: { Metric, Period: 60, Stat: 'p90' } },
          { Id: 'sum', Label: 'all', MetricStat: { Metric, Period: 60, Stat: 'Sum' } },
        ],
      }),
    )
    expect(read.MetricDataResults?.map(({ Id, Label, StatusCode }) => [Id, Label, StatusCode])).toEqual([
      ['p90', 'Latency', 'Complete'],
      ['sum', 'all', 'Complete'],
    ])
    expect(read.MetricDataResults?.[0]?.Timestamps).toEqual([minute(0), minute(1)])
    expect(read.MetricDataResults?.[0]?.Values?.[0]).toBeCloseTo(9.974797183077614, 9)
    expect(read.MetricDataResults?.[1]?.Values).toEqual([34, 12.5, 9])
  })

  test('reads statistics, extended ones as a map', async () => {
    const { Label, Datapoints } = await client().send(
      new GetMetricStatisticsCommand({
        ...Metric,
        StartTime: minute(0),
        EndTime: minute(1),
        Period: 60,
        Statistics: ['Average', 'SampleCount'],
        ExtendedStatistics: ['p100', 'tm90'],
      }),
    )
    expect(Label).toBe('Latency')
    const [datapoint] = Datapoints ?? []
    expect(datapoint).toMatchObject({ Timestamp: minute(0), Unit: 'Milliseconds', Average: 6.8, SampleCount: 5 })
    expect(datapoint?.ExtendedStatistics?.['p100']).toBe(10)
    expect(datapoint?.ExtendedStatistics?.['tm90']).toBeCloseTo(6.427655324937657, 9)
  })

  test('follows pages', async () => {
    const input = {
      StartTime: minute(0),
      EndTime: minute(5),
      MaxDatapoints: 1,
      MetricDataQueries: [{ Id: 'm1', MetricStat: { Metric, Period: 60, Stat: 'Maximum' } }],
    }
    const values: number[] = []
    for await (const page of paginateGetMetricData({ client: client() }, input))
      values.push(...(page.MetricDataResults ?? []).flatMap(({ Values = [] }) => Values))
    expect(values).toEqual([5, 12.5, 10])
  })

  test('throws what the model calls it', async () => {
    const failure: unknown = await client()
      .send(new PutMetricDataCommand({ Namespace: 'Checkout', MetricData: [{ MetricName: 'Latency', Value: 1, Values: [1] }] }))
      .catch((thrown: unknown) => thrown)
    expect(failure).toBeInstanceOf(InvalidParameterCombinationException)
    expect(failure).toMatchObject({
      message:
        'The parameters MetricData.member.1.Value and MetricData.member.1.Values are mutually exclusive and you have specified both.',
    })
  })

  // over CBOR the client keeps the length from before it compressed, and no server gets the rest of such a body
  const canPack = protocol !== AwsSmithyRpcV2CborProtocol
  if (!canPack)
    console.log('not run: a compressed request by the AWS SDK over CBOR (it announces the unpacked length and never ends the request)')
  test.runIf(canPack)('sends a large request compressed and has it understood', async () => {
    const cloudwatch = client()
    const MetricData = Array.from({ length: 300 }, (_unused, at) => ({
      MetricName: 'Many',
      Value: at,
      Dimensions: [{ Name: 'At', Value: String(at) }],
    }))
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'Large', MetricData }))
    expect((await cloudwatch.send(new ListMetricsCommand({ Namespace: 'Large' }))).Metrics?.length).toBe(300)
  })
})
