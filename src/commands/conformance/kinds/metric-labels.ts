import { isDeepStrictEqual } from 'node:util'
import { ApiError } from '#lib/operation/api-error.ts'
import { HOUR } from '#lib/time.ts'
import { listOf, recordOf, recordsOf, type Given } from '../case-values.ts'
import { answerOrRefusal, dimensionsOf, resultsOf, startCloudWatch } from '../cloudwatch-call.ts'
import type { CaseResult, NeutralCase } from '../neutral-case.ts'

const AT = Date.UTC(2024, 0, 3, 12)
const range = { StartTime: AT - HOUR, EndTime: AT }

/** Kind "metric-default-label": what each result is called. */
export async function runDefaultLabelCase(testCase: NeutralCase): Promise<CaseResult> {
  const expected = recordOf(recordOf(testCase['expect'])['labels'])
  const MetricDataQueries = recordsOf(testCase['queries']).map(({ id, namespace, metricName, dimensions, stat, period }) => ({
    Id: id,
    MetricStat: {
      Metric: { Namespace: namespace, MetricName: metricName, Dimensions: dimensionsOf(dimensions) },
      Stat: stat,
      Period: period,
    },
  }))
  const answer = await startCloudWatch(AT).call('GetMetricData', { ...range, MetricDataQueries })
  const actual = Object.fromEntries(resultsOf(answer).map(({ id, label }) => [String(id), label]))
  return { passed: isDeepStrictEqual(actual, expected), expected, actual }
}

/** Kind "metric-dynamic-label": a label with its placeholders filled in. */
export async function runDynamicLabelCase(testCase: NeutralCase): Promise<CaseResult> {
  const { Namespace, MetricName, Dimensions, Stat, Period, Region, AccountId } = recordOf(testCase['metric'])
  const query: Given = {
    Id: 'q',
    Label: testCase['label'],
    MetricStat: { Metric: { Namespace, MetricName, Dimensions: dimensionsOf(Dimensions) }, Stat, Period },
  }
  const cloud = startCloudWatch(
    AT,
    AccountId === undefined ? undefined : String(AccountId),
    Region === undefined ? undefined : String(Region),
  )
  const actual = resultsOf(await cloud.call('GetMetricData', { ...range, MetricDataQueries: [query] }))[0]?.label
  const expected = recordOf(testCase['expect'])['text']
  return { passed: actual === expected, expected, actual }
}

/** Kind "metric-query-id": which texts may be the Id of a query. */
export async function runQueryIdCase(testCase: NeutralCase): Promise<CaseResult> {
  const taken: string[] = []
  const refused: string[] = []
  for (const id of [...listOf(testCase['valid']), ...listOf(testCase['invalid'])].map(String)) {
    const query = { Id: id, MetricStat: { Metric: { Namespace: 'N', MetricName: 'M' }, Stat: 'Sum', Period: 60 } }
    const answer = await answerOrRefusal(startCloudWatch(AT).call('GetMetricData', { ...range, MetricDataQueries: [query] }))
    if (answer instanceof ApiError) refused.push(id)
    else taken.push(id)
  }
  const expected = { taken: listOf(testCase['valid']), refused: listOf(testCase['invalid']) }
  return { passed: isDeepStrictEqual({ taken, refused }, expected), expected, actual: { taken, refused } }
}
