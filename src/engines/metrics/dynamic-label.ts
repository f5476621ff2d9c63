import type { MetricQuery } from '#lib/metric/metric.ts'
import { DAY, HOUR, MINUTE, SECOND, type Millis } from '#lib/time.ts'

/** What a label may speak of: the metric, where it lives, the datapoints shown, oldest first. */
export type LabelledSeries = {
  readonly query: MetricQuery
  readonly accountId: string
  readonly region: string
  readonly defaultLabel: string
  readonly timestamps: readonly Millis[]
  readonly values: readonly number[]
  readonly now: Millis
  /** `+0100`; UTC when left out. */
  readonly timezone?: string | undefined
}

const MOST_PLACEHOLDERS = 6
const placeholder = /\$\{(?:PROP\('([^']*)'\)|([A-Z_]+))\}/g

/** A label with its placeholders filled in; whatever is none stays as it is (cloudwatch-metrics.md 3.5). */
export function dynamicLabel(label: string, series: LabelledSeries): string {
  let filled = 0
  let hasDefault = false
  return label.replace(placeholder, (whole: string, property: string | undefined, word: string | undefined) => {
    const isSecondDefault = word === 'LABEL' && hasDefault
    const value = property === undefined ? valueOf(word ?? '', series) : propertyOf(property, series)
    if (value === undefined || filled === MOST_PLACEHOLDERS || isSecondDefault) return whole
    filled++
    if (word === 'LABEL') hasDefault = true
    return value
  })
}

function propertyOf(name: string, { query, accountId, region }: LabelledSeries): string | undefined {
  if (name.startsWith('Dim.')) {
    const dimension = name.slice('Dim.'.length)
    return Object.hasOwn(query.dimensions, dimension) ? query.dimensions[dimension] : '--'
  }
  const properties: Readonly<Record<string, string>> = {
    MetricName: query.metricName,
    Namespace: query.namespace,
    Stat: query.statistic,
    Period: String(query.period),
    Region: region,
    AccountId: accountId,
    AccountLabel: accountId,
  }
  return Object.hasOwn(properties, name) ? properties[name] : undefined
}

/** The datapoints a label can name, by their place in the series. */
type Marks = { readonly MIN: number; readonly MAX: number; readonly FIRST: number; readonly LAST: number }

function valueOf(word: string, series: LabelledSeries): string | undefined {
  if (word === 'LABEL') return series.defaultLabel
  if (word === 'DATAPOINT_COUNT') return String(series.values.length)
  if (!words.test(word)) return undefined
  if (series.values.length === 0) return ''
  const { values, timestamps } = series
  const marks = marksOf(values)
  const value = (mark: keyof Marks): number => values[marks[mark]] ?? 0
  const time = (mark: keyof Marks): Millis => timestamps[marks[mark]] ?? 0
  const sum = values.reduce((total, each) => total + each, 0)
  if (word === 'SUM') return numberText(sum)
  if (word === 'AVG') return numberText(sum / values.length)
  if (word === 'MIN_MAX_RANGE') return numberText(value('MAX') - value('MIN'))
  if (word === 'FIRST_LAST_RANGE') return numberText(value('LAST') - value('FIRST'))
  if (word === 'MIN_MAX_TIME_RANGE') return durationText(time('MAX') - time('MIN'))
  if (word === 'FIRST_LAST_TIME_RANGE') return durationText(time('LAST') - time('FIRST'))
  const mark = (['MIN', 'MAX', 'FIRST', 'LAST'] as const).find((name) => word.startsWith(name)) ?? 'LAST'
  if (word.endsWith('_TIME_RELATIVE')) return durationText(series.now - time(mark))
  return word.endsWith('_TIME') ? timeText(time(mark), series.timezone) : numberText(value(mark))
}

const words = /^(?:SUM|AVG|(?:MIN_MAX|FIRST_LAST)(?:_TIME)?_RANGE|(?:MIN|MAX|FIRST|LAST)(?:_TIME(?:_RELATIVE)?)?)$/

function marksOf(values: readonly number[]): Marks {
  let least = 0
  let most = 0
  for (let at = 1; at < values.length; at++) {
    if ((values[at] ?? 0) < (values[least] ?? 0)) least = at
    if ((values[at] ?? 0) > (values[most] ?? 0)) most = at
  }
  return { MIN: least, MAX: most, FIRST: 0, LAST: values.length - 1 }
}

const digits = new Intl.NumberFormat('en', { maximumFractionDigits: 4, useGrouping: false })
const smallDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 4, useGrouping: false })

const numberText = (value: number): string => (Math.abs(value) < 1 ? smallDigits : digits).format(value)

/** `1-22 13:05`. */
function timeText(time: Millis, timezone: string | undefined): string {
  const shifted = new Date(time + offsetOf(timezone))
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${shifted.getUTCMonth() + 1}-${shifted.getUTCDate()} ${two(shifted.getUTCHours())}:${two(shifted.getUTCMinutes())}`
}

function offsetOf(timezone = '+0000'): Millis {
  const match = /^([+-])(\d\d)(\d\d)$/.exec(timezone)
  const size = Number(match?.[2] ?? 0) * HOUR + Number(match?.[3] ?? 0) * MINUTE
  return match?.[1] === '-' ? -size : size
}

/** The two largest units of a distance: `2d 3h`, `5m`. */
function durationText(duration: Millis): string {
  const sign = duration < 0 ? '-' : ''
  let rest = Math.abs(duration)
  const parts: string[] = []
  for (const [name, size] of [
    ['d', DAY],
    ['h', HOUR],
    ['m', MINUTE],
    ['s', SECOND],
  ] as const) {
    const amount = Math.floor(rest / size)
    rest -= amount * size
    if (amount > 0 && parts.length < 2) parts.push(`${amount}${name}`)
  }
  return parts.length === 0 ? '0s' : sign + parts.join(' ')
}
