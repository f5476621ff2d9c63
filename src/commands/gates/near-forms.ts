import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import type { PanelRules } from '#grading/marking.ts'
import type { Panel, PanelTarget } from '#lib/panel.ts'

/** Alarms one setting away from a solution, far enough that somebody means something else by it. */
export function nearAlarms(alarm: MetricAlarm): readonly { readonly says: string; readonly alarm: MetricAlarm }[] {
  const { Threshold = 0, EvaluationPeriods: n, DatapointsToAlarm: m = n, Period = 60, ComparisonOperator: operator } = alarm
  const change = (says: string, changed: Partial<MetricAlarm>) => ({ says, alarm: { ...alarm, ...changed } })
  return [
    change(`Threshold ${Threshold * 2}`, { Threshold: Threshold * 2 }),
    change(`Threshold ${Threshold / 2}`, { Threshold: Threshold / 2 }),
    ...(m > 1 ? [change(`1 of ${n}`, { DatapointsToAlarm: 1 }), change('1 of 1', { EvaluationPeriods: 1, DatapointsToAlarm: 1 })] : []),
    change(`${m * 4} of ${n * 4}`, { EvaluationPeriods: n * 4, DatapointsToAlarm: m * 4 }),
    change(`Period ${Period * 5}`, { Period: Period * 5 }),
    change('the comparison turned round', { ComparisonOperator: turned[operator] ?? operator }),
    ...treatments
      .filter((treatment) => treatment !== (alarm.TreatMissingData ?? 'missing'))
      .map((treatment) => change(`TreatMissingData ${treatment}`, { TreatMissingData: treatment })),
    ...otherStatistics(alarm).map((other) => change(`the statistic ${other.Statistic ?? other.ExtendedStatistic}`, other)),
  ]
}

const treatments = ['missing', 'ignore', 'breaching', 'notBreaching'] as const

const turned: Readonly<Partial<Record<MetricAlarm['ComparisonOperator'], MetricAlarm['ComparisonOperator']>>> = {
  GreaterThanThreshold: 'LessThanThreshold',
  GreaterThanOrEqualToThreshold: 'LessThanOrEqualToThreshold',
  LessThanThreshold: 'GreaterThanThreshold',
  LessThanOrEqualToThreshold: 'GreaterThanOrEqualToThreshold',
}

const otherStatistics = ({ Statistic, ExtendedStatistic }: MetricAlarm): readonly Pick<MetricAlarm, 'Statistic' | 'ExtendedStatistic'>[] =>
  (['Sum', 'Minimum'] as const)
    .filter((statistic) => statistic !== Statistic)
    .map((statistic) =>
      ExtendedStatistic === undefined ? { Statistic: statistic } : { Statistic: statistic, ExtendedStatistic: undefined },
    )

/** Panels one setting away from a solution, of those settings that are asked for. */
export function nearPanels(panel: Panel, rules: PanelRules): readonly { readonly says: string; readonly panel: Panel }[] {
  const { targets, axis, thresholds } = panel
  return [
    ...targets.flatMap((target, at) =>
      nearTargets(target).map(({ says, target: other }) => ({ says, panel: { ...panel, targets: targets.with(at, other) } })),
    ),
    ...targets.map((target, at) => ({
      says: `without ${target.statistic} of ${target.metricName}`,
      panel: { ...panel, targets: targets.toSpliced(at, 1) },
    })),
    ...(rules.unit === undefined ? [] : [{ says: 'no unit', panel: { ...panel, unit: undefined } }]),
    ...(rules['axis.min'] === undefined ? [] : [{ says: 'no axis.min', panel: { ...panel, axis: { ...axis, min: undefined } } }]),
    ...(rules.thresholds === undefined ? [] : [{ says: 'no thresholds', panel: { ...panel, thresholds: [] } }]),
    ...(rules.thresholds ?? []).map((value, at) => ({
      says: `threshold ${value * 2}`,
      panel: { ...panel, thresholds: (thresholds ?? []).with(at, { value: value * 2 }) },
    })),
  ]
}

function nearTargets(target: PanelTarget): readonly { readonly says: string; readonly target: PanelTarget }[] {
  return [
    ...['Average', 'Sum', 'Maximum', 'p50']
      .filter((one) => one !== target.statistic)
      .map((statistic) => ({ says: `${statistic} in place of ${target.statistic}`, target: { ...target, statistic } })),
    { says: `period ${target.period * 5}`, target: { ...target, period: target.period * 5 } },
  ]
}
