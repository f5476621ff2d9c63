import { bandOperators, type AlarmMetric, type MetricAlarm } from '#lib/alarm/alarm.ts'
import type { AlarmProblem } from './problem.ts'

const MOST = 10

/** What holds of a list of metrics and of a band; what is inside an expression is metric math's. */
export function metricsProblems(alarm: Partial<MetricAlarm>): readonly AlarmProblem[] {
  const problems = alarm.Metrics === undefined ? bandProblems(alarm, []) : listProblems(alarm, alarm.Metrics)
  return problems.map(([message, says, member = 'Metrics']) => ({ member, message, says }))
}

type Told = readonly [message: string, says: string, member?: string]

const isReturned = ({ ReturnData }: AlarmMetric): boolean => ReturnData !== false
const isBandOperator = ({ ComparisonOperator: operator }: Partial<MetricAlarm>): boolean =>
  operator !== undefined && bandOperators.includes(operator)

function listProblems(alarm: Partial<MetricAlarm>, metrics: readonly AlarmMetric[]): readonly Told[] {
  return [
    ...returnProblems(alarm, metrics),
    ...bandProblems(alarm, metrics),
    ...expressionProblems(metrics),
    ...countProblems(metrics),
    ...elementProblems(metrics),
    ...besideProblems(alarm),
  ]
}

function returnProblems(alarm: Partial<MetricAlarm>, metrics: readonly AlarmMetric[]): readonly Told[] {
  const isBand = isBandOperator(alarm) || alarm.ThresholdMetricId !== undefined
  const wanted = isBand ? 2 : 1
  const found = metrics.filter(isReturned).length
  if (found === wanted) return []
  if (isBand)
    return [
      ['Exactly two elements of the metrics list should return data.', `the metric and its band return data, nothing else: found ${found}`],
    ]
  return [
    [
      'Exactly one element of the metrics list should return data.',
      `one row is what the alarm compares, the others only feed it: found ${found}`,
    ],
  ]
}

function bandProblems(alarm: Partial<MetricAlarm>, metrics: readonly AlarmMetric[]): readonly Told[] {
  const { ThresholdMetricId: id } = alarm
  if (id === undefined) {
    if (!isBandOperator(alarm)) return []
    return [['ComparisonOperators for ranges require ThresholdMetricId to be set', 'say which row is the band', 'ThresholdMetricId']]
  }
  const matching = metrics.filter(({ Id }) => Id === id)
  const band = matching[0]?.Expression ?? ''
  const hasScaling = [alarm.OKActions, alarm.AlarmActions, alarm.InsufficientDataActions].some((actions) =>
    actions?.some((action) => action.startsWith('arn:aws:autoscaling:')),
  )
  const problems: (Told | false)[] = [
    matching.length !== 1 && [
      'Metrics list must contain exactly one metric matching the ThresholdMetricId parameter',
      `no row, or more than one, has the id "${id}"`,
      'ThresholdMetricId',
    ],
    matching.length === 1 &&
      !/^\s*ANOMALY_DETECTION_BAND\s*\(/.test(band) && [
        'Threshold metric expression must use ANOMALY_DETECTION_BAND function.',
        `"${id}" is no band: its expression begins with ANOMALY_DETECTION_BAND`,
        'ThresholdMetricId',
      ],
    hasScaling && [
      'autoscaling actions not supported when ThresholdMetricId is set',
      'an alarm on a band cannot scale a group',
      'AlarmActions',
    ],
  ]
  return problems.filter((problem) => problem !== false)
}

function expressionProblems(metrics: readonly AlarmMetric[]): readonly Told[] {
  const hasSearch = metrics.some(({ Expression }) => /\bSEARCH\s*\(/.test(Expression ?? ''))
  return hasSearch
    ? [['SEARCH is not supported on Metric Alarms.', 'an alarm watches one series, and a search may find many: name the metrics']]
    : []
}

function countProblems(metrics: readonly AlarmMetric[]): readonly Told[] {
  const stats = metrics.filter(({ MetricStat }) => MetricStat !== undefined).length
  const expressions = metrics.length - stats
  const problems: (Told | false)[] = [
    stats > MOST && [`Too many metrics in alarm, maximum is ${MOST}`, `at most ${MOST} metrics, found ${stats}`],
    expressions > MOST && [`Too many expressions in alarm, maximum is ${MOST}`, `at most ${MOST} expressions, found ${expressions}`],
  ]
  return problems.filter((problem) => problem !== false)
}

function elementProblems(metrics: readonly AlarmMetric[]): readonly Told[] {
  const ids = metrics.map(({ Id }) => Id)
  return metrics.flatMap(({ Id, MetricStat, Expression, Period }, at): readonly Told[] => {
    const path = `Metrics.member.${at + 1}`
    const both = (member: string): string =>
      `The parameters ${path}.${member} and ${path}.MetricStat are mutually exclusive and you have specified both.`
    const problems: (Told | false)[] = [
      !/^[a-z][a-zA-Z0-9_]*$/.test(Id) && [
        `The value for parameter ${path}.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.`,
        `an id begins with a small letter and goes on with letters, digits and _, found "${Id}"`,
      ],
      ids.indexOf(Id) !== at && ['The values for parameter id in Metrics are not unique.', `the id "${Id}" is there twice`],
      MetricStat !== undefined && Expression !== undefined && [both('Expression'), `"${Id}" is a metric or an expression, not both`],
      MetricStat === undefined &&
        Expression === undefined && [`The parameter ${path}.MetricStat is required.`, `"${Id}" needs a metric or an expression`],
      MetricStat !== undefined && Period !== undefined && [both('Period'), `the period of "${Id}" stands in its MetricStat`],
    ]
    return problems.filter((problem) => problem !== false)
  })
}

/** What belongs to the one-metric form. */
const singles = ['Namespace', 'Dimensions', 'Statistic', 'ExtendedStatistic', 'Period', 'Unit'] as const

function besideProblems(alarm: Partial<MetricAlarm>): readonly Told[] {
  return singles
    .filter((member) => alarm[member] !== undefined)
    .map((member) => [
      `${member} should not be set if list of Metrics is set.`,
      'this stands in the rows of the list: leave it out',
      member,
    ])
}
