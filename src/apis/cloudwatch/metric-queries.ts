import { periodProblem } from '#engines/metrics/index.ts'
import { parseStatistic } from '#lib/metric/statistic.ts'
import type { InputOf } from '#lib/operation/shape.ts'
import type { Millis } from '#lib/time.ts'
import { notSimulated, validationError } from './api-error.ts'
import { boolean, dimensions, metricName, namespace, period, text, unit } from './members.ts'

const idPattern = /^[a-z][a-zA-Z0-9_]*$/

/** One query of GetMetricData; what is missing or does not go together is said in CloudWatch's own words. */
export const metricDataQuery = {
  Id: text,
  MetricStat: {
    type: 'structure',
    members: {
      Metric: { type: 'structure', members: { Namespace: namespace, MetricName: metricName, Dimensions: dimensions } },
      Period: period,
      Stat: text,
      Unit: unit,
    },
  },
  Expression: { type: 'string', min: 1, max: 2048 },
  Label: text,
  ReturnData: boolean,
  Period: period,
  AccountId: text,
} as const
export type MetricDataQuery = InputOf<typeof metricDataQuery>

export type QueriesInput = {
  readonly StartTime?: Millis
  readonly EndTime?: Millis
  readonly MetricDataQueries?: readonly MetricDataQuery[]
  readonly MaxDatapoints?: number
}

export const MOST_DATAPOINTS = 100_800
const MOST_QUERIES = 500

/** Refuses what GetMetricData refuses; of several faults the first is said. */
export function checkQueries(input: QueriesInput): void {
  const problem = requestProblem(input) ?? idProblem(input.MetricDataQueries ?? []) ?? queriesProblem(input.MetricDataQueries ?? [])
  if (problem !== undefined) throw validationError(problem)
  const expression = input.MetricDataQueries?.find((query) => query.Expression !== undefined)
  if (expression !== undefined)
    throw notSimulated(
      `the expression of query "${expression.Id}"`,
      'metric math, SEARCH and Metrics Insights are not there yet, queries with MetricStat are',
    )
}

const isRequired = (path: string): string => `The parameter ${path} is required.`

function requestProblem({ StartTime, EndTime, MetricDataQueries, MaxDatapoints }: QueriesInput): string | undefined {
  if (MetricDataQueries === undefined || MetricDataQueries.length === 0) return isRequired('MetricDataQueries')
  if (StartTime === undefined) return isRequired('StartTime')
  if (EndTime === undefined) return isRequired('EndTime')
  if (StartTime === EndTime) return 'The parameter StartTime must not equal parameter EndTime.'
  if (StartTime > EndTime) return 'The parameter EndTime must be greater than StartTime.'
  if (MetricDataQueries.length > MOST_QUERIES) return `The collection MetricDataQueries must not have a size greater than ${MOST_QUERIES}.`
  const isGood = MaxDatapoints === undefined || (MaxDatapoints >= 1 && MaxDatapoints <= MOST_DATAPOINTS)
  return isGood ? undefined : `The parameter MaxDatapoints must be between 1 and ${MOST_DATAPOINTS}.`
}

function idProblem(queries: readonly MetricDataQuery[]): string | undefined {
  for (const [at, { Id }] of queries.entries()) {
    const path = `MetricDataQueries.member.${at + 1}.Id`
    if (Id === undefined) return isRequired(path)
    if (!idPattern.test(Id) || Id.length > 255)
      return `The value for parameter ${path} is not matching the expected pattern ${idPattern.source}.`
  }
  const isUnique = new Set(queries.map(({ Id }) => Id)).size === queries.length
  return isUnique ? undefined : 'The values for parameter id in MetricDataQueries are not unique.'
}

function queriesProblem(queries: readonly MetricDataQuery[]): string | undefined {
  for (const [at, query] of queries.entries()) {
    const problem = queryProblem(query, `MetricDataQueries.member.${at + 1}`)
    if (problem !== undefined) return problem
  }
  return undefined
}

function queryProblem(query: MetricDataQuery, path: string): string | undefined {
  const both = (left: string, right: string): string =>
    `The parameters ${path}.${left} and ${path}.${right} are mutually exclusive and you have specified both.`
  const { MetricStat, Expression, Period } = query
  if (Expression !== undefined && MetricStat !== undefined) return both('Expression', 'MetricStat')
  if (Period !== undefined && MetricStat !== undefined) return both('Period', 'MetricStat')
  if (Expression !== undefined) return undefined
  return MetricStat === undefined
    ? `At least one of the parameters ${path}.Expression and ${path}.MetricStat must be specified.`
    : metricStatProblem(MetricStat, `${path}.MetricStat`)
}

function metricStatProblem({ Metric, Period, Stat }: NonNullable<MetricDataQuery['MetricStat']>, path: string): string | undefined {
  if (Metric === undefined) return isRequired(`${path}.Metric`)
  if (Metric.Namespace === undefined) return isRequired(`${path}.Metric.Namespace`)
  if (Metric.MetricName === undefined) return isRequired(`${path}.Metric.MetricName`)
  for (const [at, { Name, Value }] of (Metric.Dimensions ?? []).entries()) {
    const place = `${path}.Metric.Dimensions.member.${at + 1}`
    if (Name === undefined || Value === undefined) return isRequired(`${place}.${Name === undefined ? 'Name' : 'Value'}`)
  }
  if (Period === undefined) return isRequired(`${path}.Period`)
  if (Stat === undefined) return isRequired(`${path}.Stat`)
  const problem = periodProblem(Period)
  if (problem !== undefined) return `The parameter Period ${problem}`
  return parseStatistic(Stat) === undefined ? `The value ${Stat} for parameter ${path}.Stat is not supported.` : undefined
}
