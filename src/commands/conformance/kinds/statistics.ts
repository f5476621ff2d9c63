import { parseStatistic } from '#lib/metric/statistic.ts'
import { MINUTE } from '#lib/time.ts'
import { isExpected, listOf, numbersOf, recordOf, recordsOf, type Given } from '../case-values.ts'
import { resultsOf, startCloudWatch } from '../cloudwatch-call.ts'
import type { CaseResult, NeutralCase } from '../neutral-case.ts'

const AT = Date.UTC(2024, 0, 3, 12)
const VALUES_A_DATUM = 150
const DATA_A_CALL = 1000

/** Kind "statistic": samples of one period, put and read through the api. */
export async function runStatisticCase(testCase: NeutralCase): Promise<CaseResult> {
  const expected = recordOf(testCase['expect'])
  const actual = await statisticsOf(testCase['samples'], Object.keys(expected))
  const passed = Object.entries(expected).every(([name, value]) => isExpected(value, actual[name], testCase['tolerance']))
  return { passed, expected, actual }
}

/** Kind "statistic-equivalence": two statistics, or one and the product of two. */
export async function runStatisticEquivalenceCase(testCase: NeutralCase): Promise<CaseResult> {
  const left = String(testCase['a'])
  const right = testCase['bProduct'] === undefined ? [String(testCase['b'])] : listOf(testCase['bProduct']).map(String)
  const actual = await statisticsOf(testCase['samples'], [left, ...right])
  const expected = right.reduce((product, name) => product * (actual[name] ?? NaN), 1)
  return { passed: isExpected(expected, actual[left], testCase['tolerance']), expected, actual }
}

/** Kind "statistic-syntax": which texts name a statistic. */
export function runStatisticSyntaxCase(testCase: NeutralCase): CaseResult {
  const taken = (texts: unknown): readonly string[] =>
    listOf(texts)
      .map(String)
      .filter((text) => parseStatistic(text) !== undefined)
  const expected = { valid: listOf(testCase['valid']), invalid: [] }
  const actual = { valid: taken(testCase['valid']), invalid: taken(testCase['invalid']) }
  return { passed: actual.valid.length === expected.valid.length && actual.invalid.length === 0, expected, actual }
}

async function statisticsOf(samples: unknown, names: readonly string[]): Promise<Readonly<Record<string, number | undefined>>> {
  const { call } = startCloudWatch(AT + MINUTE)
  const data = recordsOf(samples).flatMap(dataOf)
  for (let at = 0; at < data.length; at += DATA_A_CALL)
    await call('PutMetricData', { Namespace: 'Cases', MetricData: data.slice(at, at + DATA_A_CALL) })
  const MetricDataQueries = names.map((Stat, at) => ({
    Id: `q${at}`,
    MetricStat: { Metric: { Namespace: 'Cases', MetricName: 'Value' }, Period: 60, Stat },
  }))
  const results = resultsOf(await call('GetMetricData', { StartTime: AT, EndTime: AT + MINUTE, MetricDataQueries }))
  return Object.fromEntries(names.map((name, at) => [name, results[at]?.values[0]]))
}

function dataOf(sample: Given): readonly Given[] {
  const common = { MetricName: 'Value', Timestamp: AT }
  if (sample['statisticSet'] !== undefined) return [{ ...common, StatisticValues: sample['statisticSet'] }]
  if (sample['value'] !== undefined) return [{ ...common, Value: sample['value'] }]
  const values = numbersOf(sample['values'])
  const counts = sample['counts'] === undefined ? undefined : numbersOf(sample['counts'])
  const data: Given[] = []
  for (let at = 0; at < values.length; at += VALUES_A_DATUM) {
    const part = { Values: values.slice(at, at + VALUES_A_DATUM) }
    data.push({ ...common, ...part, ...(counts === undefined ? {} : { Counts: counts.slice(at, at + VALUES_A_DATUM) }) })
  }
  return data
}
