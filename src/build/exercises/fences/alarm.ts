import { checkAlarm } from '#languages/alarm/index.ts'
import type { Dimension } from '#lib/metric/dimensions.ts'
import { comparisonOperators, missingDataTreatments, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { MapReader, readYaml, type Located, type LocatedMap } from '../../located-yaml.ts'
import type { Problem } from '../../prose.ts'
import type { Fence } from '../cut.ts'

/** PutMetricAlarm's members that a form has. */
export const alarmMembers = [
  'AlarmName',
  'AlarmDescription',
  'Namespace',
  'MetricName',
  'Dimensions',
  'Statistic',
  'ExtendedStatistic',
  'Unit',
  'Period',
  'EvaluationPeriods',
  'DatapointsToAlarm',
  'Threshold',
  'ComparisonOperator',
  'TreatMissingData',
  'EvaluateLowSampleCountPercentile',
] as const satisfies readonly (keyof MetricAlarm)[]
export type AlarmMember = (typeof alarmMembers)[number]

const texts = ['AlarmName', 'AlarmDescription', 'Namespace', 'MetricName', 'Statistic', 'ExtendedStatistic', 'Unit'] as const
const numbers = ['Period', 'DatapointsToAlarm', 'Threshold'] as const

/** What a fence `alarm` says; members that are not the learner's to change come from `fixed`. */
export function readAlarm(fence: Fence, fixed: Partial<MetricAlarm>, problems: Problem[]): MetricAlarm {
  const found: Problem[] = []
  const map = readYaml(fence.text, fence.line + 1, found)
  problems.push(...found)
  return readAlarmMap(map, fence.line, fixed, problems, found.length > 0)
}

/** The same of a map that stands at `line`; what the map leaves out comes from `fixed`. Members are not judged together where `isBroken`. */
export function readAlarmMap(
  map: LocatedMap,
  line: number,
  fixed: Partial<MetricAlarm>,
  problems: Problem[],
  isBroken = false,
): MetricAlarm {
  const found: Problem[] = []
  const reader = new MapReader(map, 'an alarm', alarmMembers, found)
  const given: Record<string, unknown> = {}
  for (const member of texts) given[member] = reader.text(member)
  for (const member of numbers) given[member] = reader.number(member)
  const written: Partial<MetricAlarm> = {
    ...defined(given),
    ...defined({
      ComparisonOperator: reader.oneOf('ComparisonOperator', comparisonOperators),
      TreatMissingData: reader.oneOf('TreatMissingData', missingDataTreatments),
      EvaluateLowSampleCountPercentile: reader.oneOf('EvaluateLowSampleCountPercentile', ['evaluate', 'ignore'] as const),
      EvaluationPeriods: reader.number('EvaluationPeriods'),
      Dimensions: reader.list('Dimensions')?.flatMap((item) => dimension(item, found)),
    }),
  }
  const alarm = { ...written, ...fixed }
  if (found.length === 0 && !isBroken) checkMembers(alarm, (member) => (reader.has(member) ? reader.lineOf(member) : line), found)
  checkFixed(written, fixed, (member) => reader.lineOf(member), found)
  problems.push(...found)
  return { EvaluationPeriods: 1, ComparisonOperator: 'GreaterThanThreshold', ...alarm }
}

function checkMembers(alarm: Partial<MetricAlarm>, lineOf: (member: string) => number, problems: Problem[]): void {
  for (const { member, message } of checkAlarm({ AlarmName: 'alarm', ...alarm })) {
    // "Dimensions[0].Name" stands where "Dimensions" stands
    problems.push({ line: lineOf(/^\w+/.exec(member)?.[0] ?? member), message: `an alarm the product refuses: ${message}` })
  }
}

function checkFixed(
  written: Partial<MetricAlarm>,
  fixed: Partial<MetricAlarm>,
  lineOf: (member: string) => number,
  problems: Problem[],
): void {
  for (const member of alarmMembers) {
    if (member in fixed && member in written && JSON.stringify(written[member]) !== JSON.stringify(fixed[member]))
      problems.push({ line: lineOf(member), message: `"${member}" is fixed and says something else in the Solution; leave it out here` })
  }
}

function dimension(item: Located, problems: Problem[]): readonly Dimension[] {
  if (item.kind !== 'map') {
    problems.push({ line: item.line, message: 'expected a dimension such as {Name: FunctionName, Value: load}' })
    return []
  }
  const reader = new MapReader(item, 'a dimension', ['Name', 'Value'], problems)
  reader.require('Name', 'Value')
  const [Name, Value] = [reader.word('Name'), reader.word('Value')]
  return Name === undefined || Value === undefined ? [] : [{ Name, Value }]
}

/** Without the members that are undefined. */
export const defined = <T extends object>(given: T): Partial<T> =>
  // what is left has the types it had
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>

/** Whether two alarms say the same, whatever the order in which they say it. */
export const isSameAlarm = (left: MetricAlarm, right: MetricAlarm): boolean =>
  alarmMembers.every((member) => JSON.stringify(left[member]) === JSON.stringify(right[member]))
