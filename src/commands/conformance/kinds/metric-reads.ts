import { isDeepStrictEqual } from 'node:util'
import { roundStart } from '#engines/metrics/index.ts'
import { isExtendedStatistic } from '#lib/metric/statistic.ts'
import { ApiError } from '#lib/operation/api-error.ts'
import { DAY, SECOND, type Millis } from '#lib/time.ts'
import { isExpected, listOf, recordOf, recordsOf, type Given } from '../case-values.ts'
import { answerOrRefusal, dimensionsOf, resultsOf, startCloudWatch, type CloudWatchCalls } from '../cloudwatch-call.ts'
import type { CaseResult, NeutralCase } from '../neutral-case.ts'

const HOUR_START = Date.UTC(2023, 10, 14, 12)

const timeOf = (value: unknown): Millis => (typeof value === 'number' ? value * SECOND : Date.parse(String(value)))

/** Kind "metric-round-start": where a read begins. */
export function runRoundStartCase(testCase: NeutralCase): CaseResult {
  const start = timeOf(testCase['start'])
  const actual = roundStart(start, Number(testCase['period']), start + Number(testCase['ageDays']) * DAY)
  const expected = recordOf(testCase['expect'])['start']
  return { passed: actual === timeOf(expected), expected, actual: new Date(actual).toISOString() }
}

/** Kind "metric-retention": a datapoint is put, time goes by, and it is read. */
export async function runRetentionCase(testCase: NeutralCase): Promise<CaseResult> {
  const cloud = startCloudWatch(HOUR_START)
  const period = Number(testCase['period'])
  await cloud.call('PutMetricData', {
    Namespace: 'Cases',
    MetricData: [{ MetricName: 'Value', Value: 1, StorageResolution: testCase['storageResolution'] }],
  })
  cloud.clock.advance(Number(testCase['ageSeconds']) * SECOND)
  const answer = await cloud.call('GetMetricData', {
    StartTime: HOUR_START,
    EndTime: HOUR_START + 2 * period * SECOND,
    MetricDataQueries: [{ Id: 'q', MetricStat: { Metric: { Namespace: 'Cases', MetricName: 'Value' }, Period: period, Stat: 'Sum' } }],
  })
  const available = resultsOf(answer)[0]?.values.length === 1
  return { passed: available === recordOf(testCase['expect'])['available'], expected: testCase['expect'], actual: { available } }
}

/** Kind "metric-query": points in the store, one request. */
export async function runMetricQueryCase(testCase: NeutralCase): Promise<CaseResult> {
  const request = recordOf(testCase['request'])
  const expected = recordOf(testCase['expect'])
  const answer = await answerOrRefusal(ask(loadStore(testCase, request), request))
  if (answer instanceof ApiError) {
    const actual = { error: answer.queryCode, message: answer.message }
    const isAsked = expected['error'] === true || expected['error'] === actual.error
    const isSame = isAsked && (expected['message'] === undefined || expected['message'] === actual.message)
    return { passed: isSame, expected, actual }
  }
  if (expected['error'] !== undefined) return { passed: false, expected, actual: answer }
  if (expected['results'] !== undefined) return compareResults(recordsOf(expected['results']), answer, testCase['tolerance'])
  return compareDatapoints(recordsOf(expected['datapoints']), answer, testCase['tolerance'])
}

function loadStore(testCase: NeutralCase, request: Given): CloudWatchCalls {
  const metrics = recordsOf(testCase['store'])
  const times = metrics.flatMap(({ points }) => recordsOf(points).map(({ timestamp }) => timeOf(timestamp)))
  const cloud = startCloudWatch(times.length === 0 ? timeOf(request['end']) : Math.max(...times))
  const periods = [request, ...recordsOf(request['queries'])].map(({ period }) => Number(period ?? 60))
  const resolution = Math.min(...periods) < 60 ? 1 : 60
  for (const { namespace, metricName, dimensions, points } of metrics) {
    const named = dimensionsOf(dimensions).map(({ Name, Value }) => [Name, String(Value)] as const)
    const identity = { namespace: String(namespace), metricName: String(metricName), dimensions: Object.fromEntries(named) }
    for (const { timestamp, value, unit } of recordsOf(points))
      cloud.metrics.put(identity, { timestamp: timeOf(timestamp), values: [Number(value)], unit: String(unit ?? 'None'), resolution })
  }
  return cloud
}

const withUnit = ({ unit }: Given): Given => (unit === undefined ? {} : { Unit: unit })

const metricOf = ({ namespace, metricName, dimensions }: Given) => ({
  Namespace: namespace,
  MetricName: metricName,
  Dimensions: dimensionsOf(dimensions),
})

/** The api takes the five and all others apart; what is no statistic goes where it is refused. */
function statisticsOf(request: Given): Given {
  const names = [...listOf(request['statistics']), ...listOf(request['extendedStatistics'])].map(String)
  const [basic, extended] = [names.filter((name) => !isExtendedStatistic(name)), names.filter(isExtendedStatistic)]
  return { ...(basic.length > 0 && { Statistics: basic }), ...(extended.length > 0 && { ExtendedStatistics: extended }) }
}

function ask({ call }: CloudWatchCalls, request: Given): Promise<Given> {
  const range = { StartTime: timeOf(request['start']), EndTime: timeOf(request['end']) }
  if (request['operation'] === 'GetMetricStatistics') {
    const asked = { ...metricOf(request), ...range, Period: request['period'] }
    return call('GetMetricStatistics', { ...asked, ...statisticsOf(request), ...withUnit(request) })
  }
  const MetricDataQueries = recordsOf(request['queries']).map((query) => ({
    Id: query['id'],
    MetricStat: { Metric: metricOf(query), Period: query['period'], Stat: query['stat'], ...withUnit(query) },
  }))
  return call('GetMetricData', { ...range, MetricDataQueries, ...(request['scanBy'] === undefined ? {} : { ScanBy: request['scanBy'] }) })
}

function compareResults(expected: readonly Given[], answer: Given, tolerance: unknown): CaseResult {
  const actual = resultsOf(answer)
  const passed =
    actual.length === expected.length &&
    expected.every(({ id, timestamps, values }, at) => {
      const result = actual[at]
      const wanted = listOf(values)
      return (
        result?.id === id &&
        isDeepStrictEqual(result?.timestamps, timestamps) &&
        wanted.length === result?.values.length &&
        wanted.every((value, place) => isExpected(value, result.values[place], tolerance))
      )
    })
  return { passed, expected, actual }
}

function compareDatapoints(expected: readonly Given[], answer: Given, tolerance: unknown): CaseResult {
  const actual = recordsOf(answer['Datapoints']).map(flatDatapoint)
  const left = [...actual]
  for (const wanted of expected) {
    const found = left.findIndex((candidate) => isSameDatapoint(wanted, candidate, tolerance))
    if (found < 0) return { passed: false, expected, actual }
    left.splice(found, 1)
  }
  return { passed: left.length === 0, expected, actual }
}

function flatDatapoint({ Timestamp, Unit, ExtendedStatistics, ...statistics }: Given): Given {
  const time = Timestamp instanceof Date ? Timestamp.getTime() / 1000 : NaN
  const extended = ExtendedStatistics instanceof Map ? Object.fromEntries(ExtendedStatistics) : {}
  const present = Object.entries({ ...statistics, ...extended }).filter(([, value]) => value !== undefined)
  return { timestamp: time, unit: Unit, ...Object.fromEntries(present) }
}

function isSameDatapoint(wanted: Given, { timestamp, unit, ...statistics }: Given, tolerance: unknown): boolean {
  const { timestamp: wantedTime, unit: wantedUnit, ...values } = wanted
  return (
    timestamp === wantedTime &&
    unit === wantedUnit &&
    Object.keys(values).length === Object.keys(statistics).length &&
    Object.entries(values).every(([name, value]) => isExpected(value, numberOf(statistics[name]), tolerance))
  )
}

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
