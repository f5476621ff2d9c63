import { periodProblem, readDatapoints, type Datapoint } from '#engines/metrics/index.ts'
import { dimensionsOf } from '#lib/metric/dimensions.ts'
import { basicStatistics, isBasicStatistic, parseStatistic } from '#lib/metric/statistic.ts'
import type { InputOf } from '#lib/operation/shape.ts'
import { SECOND } from '#lib/time.ts'
import { combination, missing, refuseFaults, wrongValue, type Fault } from '../faults.ts'
import { dimensions, metricName, namespace, period, text, timestamp, unit } from '../members.ts'
import { operation } from '../operation.ts'

const MOST_DATAPOINTS = 1440

const members = {
  Namespace: namespace,
  MetricName: metricName,
  Dimensions: dimensions,
  StartTime: timestamp,
  EndTime: timestamp,
  Period: period,
  Statistics: { type: 'list', max: 5, of: { type: 'string', oneOf: basicStatistics } },
  ExtendedStatistics: { type: 'list', max: 10, of: text },
  Unit: unit,
} as const

const getMetricStatistics = operation('GetMetricStatistics', members, (input, { metrics, clock }) => {
  refuseFaults([...missingFaults(input), ...statisticFaults(input), ...rangeFaults(input)])
  const { Namespace = '', MetricName = '', StartTime = 0, EndTime = 0, Period = 60, Unit } = input
  const statistics = [...new Set([...(input.Statistics ?? []), ...(input.ExtendedStatistics ?? [])])]
  const query = {
    metric: { namespace: Namespace, metricName: MetricName, dimensions: dimensionsOf(input.Dimensions) },
    statistics,
    period: Period,
    unit: Unit,
    range: { start: StartTime, end: EndTime },
  }
  const datapoints = readDatapoints(metrics, query, clock.now())
  return { Label: MetricName, Datapoints: datapoints.map((datapoint) => shown(datapoint, statistics)) }
})

type StatisticsInput = InputOf<typeof members>

const missingFaults = (input: StatisticsInput): readonly Fault[] =>
  (['Namespace', 'MetricName', 'StartTime', 'EndTime', 'Period'] as const).filter((name) => input[name] === undefined).map(missing)

function statisticFaults({ Statistics = [], ExtendedStatistics = [] }: StatisticsInput): readonly Fault[] {
  if (Statistics.length + ExtendedStatistics.length === 0)
    return [combination('At least one of the parameters Statistics and ExtendedStatistics must be specified.')]
  return ExtendedStatistics.flatMap((name, at) => {
    const isGood = parseStatistic(name) !== undefined && !isBasicStatistic(name)
    return isGood ? [] : [wrongValue(`The value ${name} for parameter ExtendedStatistics.member.${at + 1} is not supported.`)]
  })
}

function rangeFaults({ StartTime = 0, EndTime = 0, Period = 60 }: StatisticsInput): readonly Fault[] {
  const problem = periodProblem(Period)
  if (problem !== undefined) return [wrongValue(`The parameter Period ${problem}`)]
  if (StartTime >= EndTime) return [wrongValue('The parameter StartTime must be less than the parameter EndTime.')]
  const count = Math.ceil((EndTime - StartTime) / (Period * SECOND))
  if (count <= MOST_DATAPOINTS) return []
  const advice = 'You may reduce the datapoints requested by increasing Period, or decreasing the time range.'
  return [combination(`You have requested up to ${count} datapoints, which exceeds the limit of ${MOST_DATAPOINTS}. ${advice}`)]
}

function shown({ timestamp: time, unit: ofUnit, values }: Datapoint, statistics: readonly string[]) {
  const named = statistics.flatMap((name, at) => {
    const value = values[at]
    return value === undefined ? [] : [[name, value] as const]
  })
  const extended = named.filter(([name]) => !isBasicStatistic(name))
  return {
    Timestamp: new Date(time),
    ...Object.fromEntries(named.filter(([name]) => isBasicStatistic(name))),
    Unit: ofUnit,
    ExtendedStatistics: extended.length === 0 ? undefined : new Map(extended),
  }
}

export const getMetricStatisticsOperations = [getMetricStatistics]
