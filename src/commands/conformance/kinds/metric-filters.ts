import { isDeepStrictEqual } from 'node:util'
import { readingOf } from '#apis/cloudwatch-logs/metric-filter/samples.ts'
import { createBackend, type Backend } from '#backend/backend.ts'
import { createCloudWatchClient } from '#clients/cloudwatch.ts'
import { dimensionList } from '#lib/metric/dimensions.ts'
import { AwsError, createLogsClient } from '#clients/cloudwatch-logs.ts'
import { DrivenClock } from '#lib/time.ts'
import type { MetricTransformation } from '#stores/resource-store.ts'
import type { CaseResult, NeutralCase } from '../neutral-case.ts'

const account = '111122223333'
const group = '/g'
const stream = 's'

type Filter = { readonly filterPattern: string; readonly transformation: MetricTransformation }

/** A cloud with one group and the filter on it, or the refusal. */
async function withFilter(filter: Filter, at: number): Promise<Backend | AwsError> {
  const backend = createBackend({ clock: new DrivenClock(at) })
  const logs = createLogsClient({ transport: backend.fetch, base: 'http://127.0.0.1/', account })
  await logs.createLogGroup({ logGroupName: group })
  await logs.createLogStream({ logGroupName: group, logStreamName: stream })
  const metricTransformations = [filter.transformation]
  const input = { logGroupName: group, filterName: 'f', filterPattern: filter.filterPattern, metricTransformations }
  const refusal = await logs.call('PutMetricFilter', input).then(
    () => undefined,
    (failure: unknown) => failure,
  )
  if (refusal instanceof AwsError) return refusal
  if (refusal !== undefined) throw refusal
  return backend
}

/** Kind "metric-filter": what each message of one minute publishes. */
export async function runMetricFilterCase(testCase: NeutralCase): Promise<CaseResult> {
  const filterPattern = String(testCase['pattern'])
  const transformation = testCase['transformation'] as MetricTransformation
  const expected = testCase['expect'] as {
    readonly error?: boolean
    readonly matched?: unknown
    readonly reported?: boolean
    readonly sum?: number
  }
  const made = await withFilter({ filterPattern, transformation }, 0)
  if (made instanceof AwsError || expected.error === true)
    return {
      passed: made instanceof AwsError && expected.error === true,
      expected,
      actual: made instanceof AwsError ? made.message : 'taken',
    }
  const filter = {
    filterName: 'f',
    filterPattern,
    logGroupName: group,
    creationTime: 0,
    metricTransformations: [transformation],
    applyOnTransformedLogs: false,
  }
  const reading = readingOf(filter, { accountId: account, region: 'eu-west-1', group })
  const samples = (testCase['messages'] as readonly string[]).flatMap((message) => reading(message) ?? [])
  const matched = samples
    .filter(({ isDefault }) => !isDefault)
    .map(({ value, dimensions }) => ({
      value,
      ...(transformation.unit && { unit: transformation.unit }),
      ...(Object.keys(dimensions).length > 0 && { dimensions }),
    }))
  const sum = samples.reduce((total, { value }) => total + value, 0)
  const actual = { matched, reported: samples.length > 0, ...(samples.length > 0 && { sum }) }
  return { passed: isDeepStrictEqual(actual, expected), expected, actual }
}

type Datapoint = { readonly t: number; readonly sum: number; readonly dimensions?: Readonly<Record<string, string>> }

/** Kind "metric-filter-datapoints": logs put over the wire, the metric read over the wire. */
export async function runMetricFilterDatapointsCase(testCase: NeutralCase): Promise<CaseResult> {
  const { filterPattern, ...transformation } = testCase['filter'] as Record<string, unknown> & { readonly filterPattern: string }
  const { metricNamespace, metricName } = transformation as MetricTransformation
  const logs = testCase['logs'] as readonly { readonly t: number; readonly message: string }[]
  const { datapoints: expected } = testCase['expect'] as { readonly datapoints: readonly Datapoint[] }
  const [start = 0, end = 0] = [logs[0]?.t, logs.at(-1)?.t]
  const made = await withFilter({ filterPattern, transformation: transformation as MetricTransformation }, end * 1000)
  if (made instanceof AwsError) return { passed: false, expected, actual: made.message }
  const client = { transport: made.fetch, base: 'http://127.0.0.1/', account }
  const logEvents = logs.map(({ t, message }) => ({ timestamp: t * 1000, message }))
  await createLogsClient(client).putLogEvents({ logGroupName: group, logStreamName: stream, logEvents })
  const cloudwatch = createCloudWatchClient(client)
  const dimensions = [...new Map(expected.map((datapoint) => [JSON.stringify(datapoint.dimensions ?? {}), datapoint.dimensions])).values()]
  const actual: Datapoint[] = []
  for (const set of dimensions) {
    const { Datapoints } = await cloudwatch.getMetricStatistics({
      Namespace: metricNamespace,
      MetricName: metricName,
      Dimensions: dimensionList(set ?? {}),
      StartTime: Math.floor(start / 60) * 60,
      EndTime: Math.floor(end / 60) * 60 + 60,
      Period: 60,
      Statistics: ['Sum'],
    })
    for (const { Timestamp, Sum = Number.NaN } of Datapoints.toSorted((left, right) => left.Timestamp - right.Timestamp))
      actual.push({ t: Timestamp, sum: Sum, ...(set && { dimensions: set }) })
  }
  const listed = await cloudwatch.allMetrics({ Namespace: metricNamespace })
  const passed = isDeepStrictEqual(actual, expected) && listed.length === dimensions.length
  return { passed, expected, actual }
}
