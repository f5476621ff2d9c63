import { comparisonOperators, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { basicStatistics, isExtendedStatistic } from '#lib/metric/statistic.ts'
import { metricUnits } from '#lib/metric/unit.ts'
import { nearest } from '#lib/text/near.ts'
import { checkMembers, validationText } from '#lib/operation/check-input.ts'
import type { Shape } from '#lib/operation/shape.ts'
import { alarmMembers } from './members.ts'
import type { AlarmProblem } from './problem.ts'

const style = { lowerCamel: true, quotesTexts: true }

/** What breaks the service model: a number under its minimum, a word that is none of the enum's, a text too long. */
export function modelProblems(alarm: Partial<MetricAlarm>): readonly AlarmProblem[] {
  const given: Readonly<Record<string, unknown>> = alarm
  return Object.entries<Shape>(alarmMembers).flatMap(([member, shape]) => {
    // an exercise's alarm may go without a name; the api asks for it
    if (member === 'AlarmName' && given[member] === undefined) return []
    const complaints = checkMembers({ [member]: shape }, given, style)
    const message = validationText(complaints.slice(0, 1))
    return message === undefined ? [] : [{ member, message, says: say(member, given[member]) }]
  })
}

function say(member: string, value: unknown): string {
  const found = value === undefined || value === null ? 'found nothing' : `found ${shown(value)}`
  const expected = expectations[member]
  return expected ? expected(value, found) : `${member} is not what CloudWatch takes: ${found}`
}

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? `"${value}"` : String(JSON.stringify(value))
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

const length = (value: unknown): string => (typeof value === 'string' ? `${value.length} characters` : 'nothing')
const lengthUpTo =
  (what: string, max: number) =>
  (value: unknown): string =>
    `${what} has 1 to ${max} characters, found ${length(value)}`

const atMostFive = (value: unknown, found: string): string =>
  Array.isArray(value) && value.length > 5
    ? `a state has at most 5 actions, found ${value.length}`
    : `an action is an ARN of 1 to 1024 characters, ${found}`

function oneOf(what: string, words: readonly string[], value: unknown): string {
  const near = typeof value === 'string' ? nearest(value, words) : undefined
  if (value === undefined || value === '') return `choose ${what}`
  return `unknown ${what} ${shown(value)}: ${near === undefined ? `expected one of ${words.slice(0, 7).join(', ')}` : `did you mean "${near}"?`}`
}

const expectations: Readonly<Record<string, (value: unknown, found: string) => string>> = {
  AlarmName: lengthUpTo('a name', 255),
  AlarmDescription: (value) => `a description has at most 1024 characters, found ${length(value)}`,
  OKActions: atMostFive,
  AlarmActions: atMostFive,
  InsufficientDataActions: atMostFive,
  MetricName: lengthUpTo('the name of a metric', 255),
  Namespace: (value, found) =>
    typeof value === 'string' && value.startsWith(':')
      ? `a namespace does not begin with a colon, ${found}`
      : lengthUpTo('a namespace', 255)(value),
  Statistic: (value) =>
    typeof value === 'string' && isExtendedStatistic(value)
      ? `"${value}" is an extended statistic: give it as ExtendedStatistic`
      : oneOf('statistic', basicStatistics, value),
  Dimensions: (value) =>
    Array.isArray(value) && value.length > 30
      ? `a metric has at most 30 dimensions, found ${value.length}`
      : 'a dimension has a name of 1 to 255 characters and a value of 1 to 1024',
  Period: (_, found) => `a period is 10, 20 or 30 seconds or whole minutes, ${found}`,
  Unit: (value) => oneOf('unit', metricUnits, value),
  EvaluationPeriods: (_, found) => `expected a whole number of periods, at least 1, ${found}`,
  DatapointsToAlarm: (_, found) => `expected a whole number of datapoints, at least 1, ${found}`,
  Threshold: (_, found) => `expected a number, ${found}`,
  ComparisonOperator: (value) => oneOf('comparison', comparisonOperators, value),
  TreatMissingData: (value) => oneOf('treatment of missing data', ['missing', 'notBreaching', 'ignore', 'breaching'], value),
  EvaluateLowSampleCountPercentile: (value) => oneOf('treatment of few samples', ['evaluate', 'ignore'], value),
  WarmUpConfiguration: () => 'a warm-up lasts 1 to 2880 minutes',
}
