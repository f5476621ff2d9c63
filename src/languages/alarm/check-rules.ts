import { bandOperators, periodOf, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { isExtendedStatistic, isPercentile } from '#lib/metric/statistic.ts'
import { parseTimeZone } from '#lib/time-zone.ts'
import { durationPhrase } from './condition.ts'
import type { AlarmProblem } from './problem.ts'

const DAY = 86_400
const WEEK = 7 * DAY
const HOUR = 3600

type Partly = Partial<MetricAlarm>

/** A list of the problems whose condition holds. */
const when = (...rules: readonly (AlarmProblem | false | undefined)[]): readonly AlarmProblem[] =>
  rules.filter((rule) => rule !== false && rule !== undefined)

/** M out of N. */
export function datapointProblems({ DatapointsToAlarm: m, EvaluationPeriods: n }: Partly): readonly AlarmProblem[] {
  return when(
    m !== undefined &&
      n !== undefined &&
      m > n && {
        member: 'DatapointsToAlarm',
        message: 'DatapointsToAlarm must be less than or equal to EvaluationPeriods',
        says: `${m} of ${n} cannot be: at most ${n} ${n === 1 ? 'datapoint' : 'datapoints'}, or at least ${m} evaluation periods`,
      },
  )
}

export const isPeriod = (period: number): boolean => [10, 20, 30].includes(period) || (period > 0 && period % 60 === 0)

/** The period and how far the window may reach. */
export function periodProblems(alarm: Partly): readonly AlarmProblem[] {
  const wrong = [alarm.Period, ...(alarm.Metrics ?? []).map(({ MetricStat }) => MetricStat?.Period)].find(
    (period) => period !== undefined && !isPeriod(period),
  )
  if (wrong === undefined) return windowCeiling(alarm)
  return [
    {
      member: wrong === alarm.Period ? 'Period' : 'Metrics',
      message: 'Period must be 10, 20, 30 or a multiple of 60',
      says: `a period is 10, 20 or 30 seconds or whole minutes, found ${wrong} seconds${wrong > 60 ? `: ${nearPeriods(wrong)}` : ''}`,
    },
  ]
}

const nearPeriods = (period: number): string => `try ${Math.floor(period / 60) * 60} or ${Math.ceil(period / 60) * 60}`

function windowCeiling(alarm: Partly): readonly AlarmProblem[] {
  const { EvaluationPeriods: n = 1 } = alarm
  const period = periodOf(alarm)
  const isLong = period >= HOUR
  const most = isLong ? WEEK : DAY
  const says = `${n} periods of ${durationPhrase(period)} reach over more than ${isLong ? 'a week' : 'a day'}: at most ${Math.floor(most / period)}`
  return when(
    period * n > most && {
      member: period > most ? 'Period' : 'EvaluationPeriods',
      message: isLong
        ? 'Metrics cannot be checked across more than a week (EvaluationPeriods * Period must be <= 604800) for alarms using period >= 3600'
        : 'Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400) for alarms using period < 3600',
      says: period > most ? 'a period is at most a week' : says,
    },
    isInsights(alarm) &&
      period * n > 3 * HOUR && {
        member: 'EvaluationPeriods',
        message: 'MetricsInsights monitors cannot be checked across more than 3 hours',
        says: `a Metrics Insights query is looked at over at most 3 hours, found ${durationPhrase(period * n)}`,
      },
  )
}

const isInsights = ({ Metrics = [] }: Partly): boolean => Metrics.some(({ Expression }) => /^\s*SELECT\b/i.test(Expression ?? ''))

/** Statistic or extended statistic, and what only a percentile may say. */
export function statisticProblems(alarm: Partly): readonly AlarmProblem[] {
  const { Statistic, ExtendedStatistic: extended, Metrics, MetricName } = alarm
  const statistic = Statistic ?? extended
  return when(
    MetricName !== undefined &&
      Metrics !== undefined && {
        member: 'MetricName',
        message: 'MetricName should not be set if list of Metrics is set.',
        says: 'an alarm stands on one metric or on a list of metrics, not on both',
      },
    Statistic !== undefined &&
      extended !== undefined && {
        member: 'ExtendedStatistic',
        message:
          'PutMetricAlarm request can not be made with both Statistic and ExtendedStatistic parameters. Only one of them should be present',
        says: `choose one statistic: ${Statistic} or ${extended}`,
      },
    extended !== undefined &&
      !isExtendedStatistic(extended) && {
        member: 'ExtendedStatistic',
        message: `The value ${extended} for parameter ExtendedStatistic is not supported.`,
        code: 'InvalidParameterValue',
        says: `unknown statistic "${extended}": expected a percentile such as p95, or tm99, IQM, PR(:300)`,
      },
    alarm.EvaluateLowSampleCountPercentile !== undefined &&
      statistic !== undefined &&
      !isPercentile(statistic) && {
        member: 'EvaluateLowSampleCountPercentile',
        message: `Option evaluateLowSampleCountPercentile can not be applied with statistic ${statistic}.`,
        says: `only a percentile can have too few samples, ${statistic} cannot: leave this out`,
      },
  )
}

/** What a threshold must be, and what an alarm on one metric must say; AWS's texts for these are not known. */
export function thresholdProblems(alarm: Partly): readonly AlarmProblem[] {
  const { Threshold: threshold, ComparisonOperator: operator, Metrics, MetricName } = alarm
  const isBand = operator !== undefined && bandOperators.includes(operator)
  return when(
    threshold !== undefined &&
      !Number.isFinite(threshold) && {
        member: 'Threshold',
        message: `The value ${threshold} for parameter Threshold is not supported.`,
        code: 'InvalidParameterValue',
        says: `a threshold is a number, found ${threshold}`,
      },
    operator !== undefined &&
      !isBand &&
      threshold === undefined && {
        member: 'Threshold',
        message: 'ComparisonOperators for static thresholds require Threshold to be set',
        says: 'give the number to compare with',
      },
    threshold !== undefined &&
      (isBand || alarm.ThresholdMetricId !== undefined) && {
        member: 'Threshold',
        message: 'Threshold should not be set if ThresholdMetricId is set.',
        says: 'a band is the threshold already: leave the number out',
      },
    MetricName === undefined &&
      Metrics === undefined && {
        member: 'MetricName',
        message: 'Exactly one of MetricName, Metrics and EvaluationCriteria must be set.',
        says: 'choose a metric',
      },
    ...(Metrics === undefined ? singleMetric(alarm) : []),
  )
}

function singleMetric({ MetricName, Namespace, Statistic, ExtendedStatistic, Period }: Partly): readonly AlarmProblem[] {
  if (MetricName === undefined) return []
  return when(
    Namespace === undefined && {
      member: 'Namespace',
      message: 'Namespace must be set if MetricName is set.',
      says: `choose the namespace that ${MetricName} is in`,
    },
    Statistic === undefined &&
      ExtendedStatistic === undefined && {
        member: 'Statistic',
        message: 'PutMetricAlarm request can not be made without Statistic and ExtendedStatistic parameters. One of them should be present',
        says: 'choose a statistic',
      },
    Period === undefined && {
      member: 'Period',
      message: 'Period must be set if MetricName is set.',
      says: 'choose a period',
    },
  )
}

const WALL_CLOCK_PERIODS = [60, 300, HOUR, DAY, WEEK]

/** What slots by the clock ask for. */
export function windowProblems(alarm: Partly): readonly AlarmProblem[] {
  const { WallClockWindow: window, SlidingWindow: sliding } = alarm.EvaluationWindow ?? {}
  if (!window) return []
  const periods = alarm.Metrics?.flatMap(({ MetricStat }) => MetricStat?.Period ?? []) ?? [periodOf(alarm)]
  const wrong = periods.find((period) => !WALL_CLOCK_PERIODS.includes(period))
  return when(
    sliding !== undefined && {
      member: 'EvaluationWindow',
      message: 'EvaluationWindow must be exactly one of SlidingWindow and WallClockWindow',
      says: 'slots slide or keep to the clock, not both',
    },
    wrong !== undefined && {
      member: 'Period',
      message: `Period must be one of [${WALL_CLOCK_PERIODS.join(', ')}] for a WallClockWindow`,
      says: `slots by the clock are 1 or 5 minutes, 1 hour, 1 day or 7 days long, found ${durationPhrase(wrong)}`,
    },
    window.Timezone !== undefined &&
      parseTimeZone(window.Timezone) === undefined && {
        member: 'EvaluationWindow',
        message: `The value ${window.Timezone} for parameter Timezone is not supported.`,
        says: `unknown time zone "${window.Timezone}": expected a name such as Europe/London, or an offset such as +05:30`,
      },
  )
}
