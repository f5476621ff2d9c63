import { dimensionList, type Dimension } from '#lib/metric/dimensions.ts'
import { HOUR, WEEK } from '#lib/time.ts'
import type { StoredMetric } from '#stores/metric-store.ts'
import { invalidParameterValue } from '../api-error.ts'
import { boolean, metricName, namespace, nextToken, required, text } from '../members.ts'
import { operation } from '../operation.ts'
import { decodeToken, encodeToken } from '../paging.ts'

const A_PAGE = 500
/** After which a metric without new datapoints is no longer listed. */
const LISTED = 2 * WEEK
const RECENT = 3 * HOUR

const dimensionFilter = {
  type: 'structure',
  members: { Name: { type: 'string', min: 1, max: 255, ...required }, Value: { type: 'string', min: 1, max: 1024 } },
} as const
type DimensionFilter = Pick<Dimension, 'Name'> & Partial<Dimension>

const listMetrics = operation(
  'ListMetrics',
  {
    Namespace: namespace,
    MetricName: metricName,
    Dimensions: { type: 'list', max: 10, of: dimensionFilter },
    NextToken: nextToken,
    RecentlyActive: { type: 'string', oneOf: ['PT3H'] },
    IncludeLinkedAccounts: boolean,
    OwningAccount: text,
  },
  (input, { metrics, clock, accountId }) => {
    const { NextToken, ...asked } = input
    const binding = ['ListMetrics', asked]
    const from = NextToken === undefined ? 0 : placeOf(binding, NextToken)
    const since = clock.now() - (input.RecentlyActive === undefined ? LISTED : RECENT)
    const isElsewhere = input.OwningAccount !== undefined && input.OwningAccount !== accountId
    const all = isElsewhere ? [] : metrics.metrics()
    const page: StoredMetric[] = []
    let at = from
    for (; at < all.length && page.length <= A_PAGE; at++) {
      const metric = all[at]
      if (metric !== undefined && metric.newest >= since && isWanted(metric, input)) page.push(metric)
    }
    const isMore = page.length > A_PAGE
    const shown = page.slice(0, A_PAGE)
    return {
      Metrics: shown.map(({ namespace: Namespace, metricName: MetricName, dimensions }) => ({
        Namespace,
        MetricName,
        Dimensions: dimensionList(dimensions).toSorted(byName),
      })),
      NextToken: isMore ? encodeToken(binding, String(at - 1)) : undefined,
      OwningAccounts: input.IncludeLinkedAccounts === true ? shown.map(() => accountId) : undefined,
    }
  },
)

const byName = (left: Dimension, right: Dimension): number => (left.Name < right.Name ? -1 : 1)

/** ListMetrics has no InvalidNextToken in its model. */
const wrongToken = (token: string) => invalidParameterValue(`The value ${token} for parameter NextToken is invalid.`)

function placeOf(binding: readonly unknown[], token: string): number {
  const place = decodeToken(binding, token, () => wrongToken(token))
  if (!/^\d{1,9}$/.test(place)) throw wrongToken(token)
  return Number(place)
}

type Filters = { readonly Namespace?: string; readonly MetricName?: string; readonly Dimensions?: readonly DimensionFilter[] }

function isWanted(
  { namespace: ofNamespace, metricName: name, dimensions }: StoredMetric,
  { Namespace, MetricName, Dimensions = [] }: Filters,
): boolean {
  return (
    (Namespace === undefined || ofNamespace === Namespace) &&
    (MetricName === undefined || name === MetricName) &&
    Dimensions.every(({ Name, Value }) => {
      const has = Object.hasOwn(dimensions, Name)
      return has && (Value === undefined || dimensions[Name] === Value)
    })
  )
}

export const listMetricsOperations = [listMetrics]
