import { javaDouble } from '#lib/text/java-double.ts'
import type { InputOf } from '#lib/operation/shape.ts'
import { HOUR, WEEK, type Millis } from '#lib/time.ts'
import { combination, invalid, missing, tooMany, wrongValue, type Fault } from './faults.ts'
import { number, text, timestamp, unit } from './members.ts'

const MOST_VALUES = 150
const MOST_DIMENSIONS = 30
const OLDEST = 2 * WEEK
const NEWEST = 2 * HOUR
const LARGEST = 2 ** 360

const numbers = { type: 'list', of: number } as const

const statisticSet = { SampleCount: number, Sum: number, Minimum: number, Maximum: number } as const

/** What one datum of PutMetricData may hold; its faults have texts of their own, so the table says little more than types. */
export const metricDatum = {
  MetricName: text,
  Dimensions: { type: 'list', of: { type: 'structure', members: { Name: text, Value: text } } },
  Timestamp: timestamp,
  Value: number,
  StatisticValues: { type: 'structure', members: statisticSet },
  Values: numbers,
  Counts: numbers,
  Unit: unit,
  StorageResolution: { type: 'integer' },
} as const
export type MetricDatumInput = InputOf<typeof metricDatum>

/** What is wrong with a datum; `path` is `MetricData.member.1`. */
export function datumFaults(datum: MetricDatumInput, path: string, now: Millis): readonly Fault[] {
  return [
    ...nameFaults(datum.MetricName, `${path}.MetricName`),
    ...dimensionFaults(datum.Dimensions ?? [], `${path}.Dimensions`),
    ...formFaults(datum, path),
    ...valueFaults(datum, path),
    ...setFaults(datum.StatisticValues, `${path}.StatisticValues`),
    ...resolutionFaults(datum.StorageResolution, `${path}.StorageResolution`),
    ...timeFaults(datum.Timestamp, `${path}.Timestamp`, now),
  ]
}

const printable = /^[\x20-\x7e]+$/

function nameFaults(name: string | undefined, path: string): readonly Fault[] {
  if (name === undefined) return [missing(path)]
  return name.length <= 255 && printable.test(name) ? [] : [invalid(name, path)]
}

function dimensionFaults(dimensions: NonNullable<MetricDatumInput['Dimensions']>, path: string): readonly Fault[] {
  const looked = dimensions.slice(0, MOST_DIMENSIONS)
  const names = looked.map(({ Name }) => Name)
  return [
    ...(dimensions.length > MOST_DIMENSIONS ? [tooMany(path, MOST_DIMENSIONS)] : []),
    ...looked.flatMap(({ Name, Value }, at) => [
      ...dimensionTextFaults(Name, `${path}.member.${at + 1}.Name`, 255),
      ...dimensionTextFaults(Value, `${path}.member.${at + 1}.Value`, 1024),
    ]),
    ...names
      .filter((name, at) => name !== undefined && names.indexOf(name) !== at)
      .map(() => wrongValue('No metric may specify the same dimension name twice.')),
  ]
}

function dimensionTextFaults(value: string | undefined, path: string, longest: number): readonly Fault[] {
  if (value === undefined) return [missing(path)]
  const isName = path.endsWith('.Name')
  const isGood = value.length <= longest && printable.test(value) && value.trim() !== '' && !(isName && value.startsWith(':'))
  return isGood ? [] : [invalid(value, path)]
}

function formFaults({ Value, Values, Counts, StatisticValues }: MetricDatumInput, path: string): readonly Fault[] {
  const both = (left: string, right: string): Fault =>
    combination(`The parameters ${path}.${left} and ${path}.${right} are mutually exclusive and you have specified both.`)
  const hasValues = Values !== undefined && Values.length > 0
  const isCountsAlone = Counts !== undefined && Values === undefined
  return [
    ...(Value === undefined && !hasValues && !isCountsAlone && StatisticValues === undefined
      ? [combination('At least one of the parameters must be specified.')]
      : []),
    ...(Value !== undefined && Values !== undefined ? [both('Value', 'Values')] : []),
    ...(Value !== undefined && StatisticValues !== undefined ? [both('Value', 'StatisticValues')] : []),
    ...(isCountsAlone ? [combination('The parameter values must appears when the counts parameter is specified.')] : []),
  ]
}

function valueFaults({ Value, Values = [], Counts }: MetricDatumInput, path: string): readonly Fault[] {
  const places = [
    ...(Value === undefined ? [] : [{ value: Value, at: `${path}.Value` }]),
    ...Values.slice(0, MOST_VALUES).map((value, at) => ({ value, at: `${path}.Values.member.${at + 1}` })),
  ]
  return [
    ...(Values.length > MOST_VALUES ? [tooMany(`${path}.Values`, MOST_VALUES)] : []),
    ...places.filter(({ value }) => !isInRange(value)).map(({ value, at }) => invalid(javaDouble(value), at)),
    ...(Counts !== undefined && Counts.length !== Values.length
      ? [wrongValue(`The parameters ${path}.Values and ${path}.Counts must be of the same size.`)]
      : []),
    ...(Counts?.some((count) => !(count >= 0 && Number.isFinite(count)))
      ? [wrongValue(`The parameter ${path}.Counts must contain only values greater than 0.`)]
      : []),
  ]
}

const isInRange = (value: number): boolean => Number.isFinite(value) && Math.abs(value) <= LARGEST

function setFaults(set: MetricDatumInput['StatisticValues'], path: string): readonly Fault[] {
  if (set === undefined) return []
  const names = ['SampleCount', 'Sum', 'Minimum', 'Maximum'] as const
  const absent = names.filter((name) => set[name] === undefined).map((name) => missing(`${path}.${name}`))
  const { SampleCount = 1, Sum = 0, Minimum = 0, Maximum = Minimum } = set
  const isWide = (name: (typeof names)[number], value: number): boolean =>
    name === 'Minimum' || name === 'Maximum' ? !isInRange(value) : !Number.isFinite(value)
  const values = { SampleCount, Sum, Minimum, Maximum }
  return [
    ...absent,
    ...names.filter((name) => isWide(name, values[name])).map((name) => invalid(javaDouble(values[name]), `${path}.${name}`)),
    ...(SampleCount <= 0 ? [wrongValue(`The parameter ${path}.SampleCount must be greater than 0.`)] : []),
    ...(Maximum < Minimum ? [wrongValue(`The parameter ${path}.Maximum must be greater than ${path}.Minimum.`)] : []),
  ]
}

const resolutionFaults = (resolution: number | undefined, path: string): readonly Fault[] =>
  resolution === undefined || resolution === 1 || resolution === 60
    ? []
    : [wrongValue(`The parameter ${path} must be a value in the set [ 1, 60 ].`)]

function timeFaults(time: Millis | undefined, path: string, now: Millis): readonly Fault[] {
  if (time === undefined) return []
  if (time < now - OLDEST) return [wrongValue(`The parameter ${path} must specify a time within the past two weeks.`)]
  if (time > now + NEWEST) return [wrongValue(`The parameter ${path} must specify a time no more than two hours in the future.`)]
  return []
}
