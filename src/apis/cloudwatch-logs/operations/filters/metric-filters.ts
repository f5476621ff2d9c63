import { compilePattern } from '#engines/filter-pattern/index.ts'
import { metricUnits } from '#lib/metric/unit.ts'
import { ApiError } from '#lib/operation/api-error.ts'
import { checkMembers, isRecord } from '#lib/operation/check-input.ts'
import { knownMembers } from '#lib/operation/known-members.ts'
import type { InputOf } from '#lib/operation/shape.ts'
import type { Millis } from '#lib/time.ts'
import type { MetricFilter } from '#stores/resource-store.ts'
import { invalidParameter, limitExceeded, notFound } from '../../api-error.ts'
import type { LogsContext } from '../../context.ts'
import { metricFilterRefusal } from '../../filter-refusal.ts'
import { boolean, describeLimit, filterName, filterPattern, logGroupName, nextToken, required } from '../../members.ts'
import { checkTransformation } from '../../metric-filter/transformation.ts'
import { operation } from '../../operation.ts'
import { page } from '../../paging/paging.ts'
import { requireGroup } from '../../resource-name.ts'
import { badToken, checkRegexQuota } from './quotas.ts'

const MOST_FILTERS = 100

const metricTransformation = {
  type: 'structure',
  members: {
    metricName: { type: 'string', max: 255, pattern: '[^:*$]*', required: true },
    metricNamespace: { type: 'string', max: 255, required: true },
    metricValue: { type: 'string', max: 100, required: true },
    defaultValue: { type: 'double' },
    dimensions: { type: 'map', key: { type: 'string', max: 255 }, value: { type: 'string', max: 255 } },
    unit: { type: 'string', oneOf: metricUnits },
  },
} as const

const members = {
  logGroupName: { ...logGroupName, ...required },
  filterName: { ...filterName, ...required },
  filterPattern: { ...filterPattern, ...required },
  metricTransformations: { type: 'list', min: 1, max: 1, of: metricTransformation, required: true },
  applyOnTransformedLogs: boolean,
  fieldSelectionCriteria: { type: 'string', max: 2000 },
  emitSystemFieldDimensions: { type: 'list', of: { type: 'string' } },
} as const

type FilterInput = InputOf<typeof members>

const putMetricFilter = operation('PutMetricFilter', members, (input, context) => {
  requireGroup(context, input.logGroupName)
  checkFilter(input)
  checkQuotas(context, input.logGroupName, input)
  const { creationTime = context.clock.now() } = context.resources.metricFilter(input.logGroupName, input.filterName) ?? {}
  context.resources.putMetricFilter(filterOf(input, creationTime))
  return undefined
})

function checkFilter(input: FilterInput): void {
  const compiled = compilePattern(input.filterPattern)
  if ('diagnostics' in compiled) throw invalidParameter(metricFilterRefusal(compiled.diagnostics))
  const systemFields = input.emitSystemFieldDimensions ?? []
  for (const transformation of input.metricTransformations)
    checkTransformation({ filterPattern: input.filterPattern, transformation, systemFields, criteria: input.fieldSelectionCriteria })
}

function filterOf(input: FilterInput, creationTime: Millis): MetricFilter {
  const { emitSystemFieldDimensions: systemFields = [] } = input
  return {
    filterName: input.filterName,
    filterPattern: input.filterPattern,
    logGroupName: input.logGroupName,
    creationTime,
    metricTransformations: input.metricTransformations,
    applyOnTransformedLogs: input.applyOnTransformedLogs ?? false,
    emitSystemFieldDimensions: systemFields.length > 0 ? [...new Set(systemFields)].sort() : undefined,
    fieldSelectionCriteria: input.fieldSelectionCriteria === '' ? undefined : input.fieldSelectionCriteria,
  }
}

/** A filter as it was kept or exported, held to what PutMetricFilter takes; nothing where it is broken. */
export function readMetricFilter(value: unknown): MetricFilter | undefined {
  if (!isRecord(value) || checkMembers(members, value).length > 0) return undefined
  const { creationTime } = value
  const input = knownMembers(members, value) as FilterInput
  if (typeof creationTime !== 'number' || !Number.isFinite(creationTime)) return undefined
  try {
    checkFilter(input)
  } catch (failure) {
    if (failure instanceof ApiError) return undefined
    throw failure
  }
  return filterOf(input, creationTime)
}

type Named = { readonly filterName: string; readonly filterPattern: string }

/** A filter of the same name makes room for itself. */
function checkQuotas(context: LogsContext, group: string, wanted: Named): void {
  const others = context.resources.metricFilters(group).filter((filter) => filter.filterName !== wanted.filterName)
  if (others.length >= MOST_FILTERS) throw limitExceeded()
  checkRegexQuota([...others, ...context.subscriptions.filters(group)], wanted)
}

const describeMetricFilters = operation(
  'DescribeMetricFilters',
  {
    logGroupName,
    filterNamePrefix: filterName,
    nextToken,
    limit: describeLimit,
    metricName: { type: 'string', max: 255, pattern: '[^:*$]*' },
    metricNamespace: { type: 'string', max: 255 },
  },
  (input, context) => {
    const byMetric = input.metricName !== undefined || input.metricNamespace !== undefined
    const isHalf = (input.metricName === undefined) !== (input.metricNamespace === undefined)
    if (byMetric && (isHalf || input.logGroupName !== undefined))
      throw invalidParameter('Describe Metric Filters request must contain either logGroupName or metricName and metricNamespace')
    if (input.logGroupName !== undefined) requireGroup(context, input.logGroupName)
    const prefix = input.filterNamePrefix ?? ''
    const filters = context.resources
      .metricFilters(input.logGroupName)
      .filter((filter) => filter.filterName.startsWith(prefix))
      .filter((filter) => !byMetric || publishes(filter, input.metricName, input.metricNamespace))
    const binding = ['DescribeMetricFilters', input.logGroupName, prefix, input.metricName, input.metricNamespace]
    const refuse = () => badToken(input.nextToken)
    const found = page(filters, key, { binding, limit: input.limit ?? 50, token: input.nextToken, refuse })
    return { metricFilters: found.items, nextToken: found.nextToken }
  },
)

const key = (filter: MetricFilter): string => `${filter.logGroupName}:${filter.filterName}`

const publishes = (filter: MetricFilter, name: string | undefined, namespace: string | undefined): boolean =>
  filter.metricTransformations.some(({ metricName, metricNamespace }) => metricName === name && metricNamespace === namespace)

const deleteMetricFilter = operation(
  'DeleteMetricFilter',
  { logGroupName: { ...logGroupName, ...required }, filterName: { ...filterName, ...required } },
  (input, context) => {
    requireGroup(context, input.logGroupName)
    if (!context.resources.deleteMetricFilter(input.logGroupName, input.filterName))
      throw notFound('The specified metric filter does not exist.')
    return undefined
  },
)

/** Events are numbered from 1; only a delimited pattern extracts values. */
const testMetricFilter = operation(
  'TestMetricFilter',
  {
    filterPattern: { ...filterPattern, ...required },
    logEventMessages: { type: 'list', min: 1, max: 50, of: { type: 'string', min: 1 }, required: true },
  },
  (input) => {
    const compiled = compilePattern(input.filterPattern)
    if ('diagnostics' in compiled) throw invalidParameter(metricFilterRefusal(compiled.diagnostics))
    const pattern = compiled.value
    const isDelimited = input.filterPattern.trimStart().startsWith('[')
    const matches = input.logEventMessages.flatMap((eventMessage, at) =>
      pattern.test(eventMessage)
        ? [{ eventNumber: at + 1, eventMessage, extractedValues: isDelimited ? pattern.extract(eventMessage) : {} }]
        : [],
    )
    return { matches }
  },
)

export const metricFilterOperations = [putMetricFilter, describeMetricFilters, deleteMetricFilter, testMetricFilter]
