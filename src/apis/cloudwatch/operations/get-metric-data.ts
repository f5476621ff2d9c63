import { defaultLabels, dynamicLabel, readSeries, type Series } from '#engines/metrics/index.ts'
import { dimensionsOf } from '#lib/metric/dimensions.ts'
import type { MetricQuery } from '#lib/metric/metric.ts'
import type { Millis } from '#lib/time.ts'
import { invalidNextToken } from '../api-error.ts'
import type { CloudWatchContext } from '../context.ts'
import { nextToken, timestamp } from '../members.ts'
import { checkQueries, metricDataQuery, MOST_DATAPOINTS, type MetricDataQuery } from '../metric-queries.ts'
import { operation } from '../operation.ts'
import { decodeToken, encodeToken } from '../paging.ts'

const getMetricData = operation(
  'GetMetricData',
  {
    StartTime: timestamp,
    EndTime: timestamp,
    MetricDataQueries: { type: 'list', of: { type: 'structure', members: metricDataQuery } },
    ScanBy: { type: 'string', oneOf: ['TimestampDescending', 'TimestampAscending'] },
    MaxDatapoints: { type: 'integer' },
    NextToken: nextToken,
    LabelOptions: { type: 'structure', members: { Timezone: { type: 'string', pattern: '[+-]\\d{4}' } } },
  },
  (input, context) => {
    checkQueries(input)
    const { NextToken, StartTime = 0, EndTime = 0, MetricDataQueries = [], ...rest } = input
    const binding = ['GetMetricData', StartTime, EndTime, MetricDataQueries, rest]
    const from = NextToken === undefined ? { query: 0, time: undefined } : placeOf(decodeToken(binding, NextToken))
    const read = readerOf(MetricDataQueries, { start: StartTime, end: EndTime }, context, input.LabelOptions?.Timezone)
    const isAscending = input.ScanBy === 'TimestampAscending'
    const { page, next } = cutPage((at) => shown(read(at), isAscending), from, input.MaxDatapoints ?? MOST_DATAPOINTS)
    return { MetricDataResults: page, Messages: [], NextToken: next && encodeToken(binding, next) }
  },
)

/** One result before it is cut into pages. */
type Result = {
  readonly Id: string
  readonly Label: string
  readonly series: Pick<Series, 'timestamps' | 'values' | 'units'>
  readonly isForbidden: boolean
}

/** Newest first unless the reader wants it otherwise. */
function shown(result: Result | undefined, isAscending: boolean): Result | undefined {
  if (result === undefined || isAscending) return result
  const { timestamps, values, units } = result.series
  return { ...result, series: { timestamps: timestamps.toReversed(), values: values.toReversed(), units } }
}

const queryOf = ({ MetricStat }: MetricDataQuery): MetricQuery => ({
  namespace: MetricStat?.Metric?.Namespace ?? '',
  metricName: MetricStat?.Metric?.MetricName ?? '',
  dimensions: dimensionsOf(MetricStat?.Metric?.Dimensions),
  statistic: MetricStat?.Stat ?? '',
  period: MetricStat?.Period ?? 0,
  ...(MetricStat?.Unit === undefined ? {} : { unit: MetricStat.Unit }),
})

const nothing = { timestamps: [], values: [], units: [] }

type Range = { readonly start: Millis; readonly end: Millis }

/** Reads the results that are shown one by one, in the order of the request, oldest datapoint first: a page reads no more than it holds. */
function readerOf(queries: readonly MetricDataQuery[], range: Range, context: CloudWatchContext, timezone: string | undefined) {
  const now = context.clock.now()
  const returned = queries.filter(({ ReturnData }) => ReturnData !== false).map((query) => ({ query, metric: queryOf(query) }))
  const unlabelled = returned.filter(({ query }) => query.Label === undefined).map(({ metric }) => metric)
  const labels = new Map(defaultLabels(unlabelled).map((label, at) => [unlabelled[at], label]))
  return (at: number): Result | undefined => {
    const found = returned[at]
    if (found === undefined) return undefined
    const { query, metric } = found
    const isForbidden = query.AccountId !== undefined && query.AccountId !== context.accountId
    const series = isForbidden ? nothing : readSeries(context.metrics, metric, range, now)
    const filledIn = (label: string): string => {
      const defaultLabel = label.includes('LABEL') ? (defaultLabels([...unlabelled, metric]).at(-1) ?? '') : ''
      const { accountId, region } = context
      return dynamicLabel(label, {
        query: metric,
        accountId,
        region,
        defaultLabel,
        timestamps: series.timestamps,
        values: series.values,
        now,
        timezone,
      })
    }
    return { Id: query.Id ?? '', Label: labels.get(metric) ?? filledIn(query.Label ?? ''), series, isForbidden }
  }
}

/** The first datapoint of a page: a result by its place, and the time where it is cut. */
type Place = { readonly query: number; readonly time: Millis | undefined }

function placeOf(position: string): Place {
  const match = /^(\d+)@(\d*)$/.exec(position)
  if (match === null) throw invalidNextToken()
  return { query: Number(match[1]), time: match[2] === '' ? undefined : Number(match[2]) }
}

/** Results are given out one after another until the page is full; the one that is cut says so. */
function cutPage(resultAt: (at: number) => Result | undefined, from: Place, limit: number) {
  const page: Readonly<Record<string, unknown>>[] = []
  const dates = new Dates()
  let left = limit
  for (let at = from.query; ; at++) {
    const result = resultAt(at)
    if (result === undefined) return { page, next: undefined }
    const { timestamps } = result.series
    if (left === 0 && timestamps.length > 0) return { page, next: `${at}@` }
    const begin = at === from.query && from.time !== undefined ? Math.max(0, timestamps.indexOf(from.time)) : 0
    const end = Math.min(timestamps.length, begin + left)
    left -= end - begin
    page.push(partOf(result, begin, end, dates))
    if (end < timestamps.length) return { page, next: `${at}@${timestamps[end]}` }
  }
}

/** Hundreds of series share their timestamps: each is made once. */
class Dates {
  private readonly known = new Map<Millis, Date>()

  of(time: Millis): Date {
    const known = this.known.get(time)
    if (known !== undefined) return known
    const made = new Date(time)
    this.known.set(time, made)
    return made
  }
}

function partOf({ Id, Label, series, isForbidden }: Result, begin: number, end: number, dates: Dates) {
  const { timestamps, values, units } = series
  const isCut = end < timestamps.length
  return {
    Id,
    Label,
    Timestamps: timestamps.slice(begin, end).map((time) => dates.of(time)),
    Values: values.slice(begin, end),
    StatusCode: isForbidden ? 'Forbidden' : isCut ? 'PartialData' : 'Complete',
    Messages: units.length > 1 ? [{ Code: 'MultipleUnits', Value: `Multiple units returned: '[${units.join(', ')}]'` }] : undefined,
  }
}

export const getMetricDataOperations = [getMetricData]
