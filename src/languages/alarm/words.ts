import type { ComparisonOperator, MetricAlarm, MissingDataTreatment } from '#lib/alarm/alarm.ts'

/** The four treatments as CloudWatch's console names them. */
export const missingDataPhrases: Readonly<Record<MissingDataTreatment, string>> = {
  missing: 'Treat missing data as missing',
  notBreaching: 'Treat missing data as good (not breaching threshold)',
  ignore: 'Treat missing data as ignore (maintain the alarm state)',
  breaching: 'Treat missing data as bad (breaching threshold)',
}

/** What an alarm on a percentile does with a period of few samples, as the console names it. */
export const lowSamplePhrases: Readonly<Record<'evaluate' | 'ignore', string>> = {
  evaluate: 'evaluate',
  ignore: 'ignore (maintain the alarm state)',
}

/** The console's word for an operator, and its sign in a condition. */
export const operatorWords: Readonly<Record<ComparisonOperator, { readonly name: string; readonly sign: string }>> = {
  GreaterThanThreshold: { name: 'Greater', sign: '>' },
  GreaterThanOrEqualToThreshold: { name: 'Greater/Equal', sign: '>=' },
  LessThanOrEqualToThreshold: { name: 'Lower/Equal', sign: '<=' },
  LessThanThreshold: { name: 'Lower', sign: '<' },
  LessThanLowerOrGreaterThanUpperThreshold: { name: 'Outside of the band', sign: 'outside' },
  GreaterThanUpperThreshold: { name: 'Greater than the band', sign: '>' },
  LessThanLowerThreshold: { name: 'Lower than the band', sign: '<' },
}

/** What the console's wizard starts with. */
export const newAlarm: MetricAlarm = {
  Statistic: 'Average',
  Period: 300,
  ComparisonOperator: 'GreaterThanThreshold',
  EvaluationPeriods: 1,
  DatapointsToAlarm: 1,
  TreatMissingData: 'missing',
}
