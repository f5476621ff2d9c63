import { compilePattern } from '#engines/filter-pattern/index.ts'
import type { SubscriptionFilter } from '#stores/subscription-store.ts'
import { invalidParameter, limitExceeded, notFound } from '../../api-error.ts'
import type { LogsContext } from '../../context.ts'
import { isSelection } from '../../field-selection.ts'
import { metricFilterRefusal } from '../../filter-refusal.ts'
import { boolean, describeLimit, filterName, filterPattern, logGroupName, nextToken, required } from '../../members.ts'
import { operation } from '../../operation.ts'
import { page } from '../../paging/paging.ts'
import { requireGroup } from '../../resource-name.ts'
import { checkDestination } from '../../subscription/destination.ts'
import { badToken, checkRegexQuota } from './quotas.ts'

const MOST_FILTERS = 5
const SYSTEM_FIELDS = ['@aws.account', '@aws.region', '@source.log']

const putSubscriptionFilter = operation(
  'PutSubscriptionFilter',
  {
    logGroupName: { ...logGroupName, ...required },
    filterName: { ...filterName, ...required },
    filterPattern: { ...filterPattern, ...required },
    destinationArn: { type: 'string', min: 1, required: true },
    roleArn: { type: 'string', min: 1 },
    distribution: { type: 'string', oneOf: ['Random', 'ByLogStream'] },
    applyOnTransformedLogs: boolean,
    fieldSelectionCriteria: { type: 'string', max: 2000 },
    emitSystemFields: { type: 'list', of: { type: 'string' } },
  },
  (input, context) => {
    requireGroup(context, input.logGroupName)
    const compiled = compilePattern(input.filterPattern)
    if ('diagnostics' in compiled) throw invalidParameter(metricFilterRefusal(compiled.diagnostics))
    const { fieldSelectionCriteria: criteria = '', emitSystemFields: fields = [] } = input
    if (!isSelection(criteria)) throw invalidParameter('The provided field selection criteria is invalid')
    if (fields.some((field) => !SYSTEM_FIELDS.includes(field)))
      throw invalidParameter(
        'The provided system fields are invalid. The supported system fields are - [@aws.region, @aws.account, @source.log]',
      )
    checkQuotas(context, input)
    checkDestination(context, input.destinationArn, input.roleArn)
    const known = context.subscriptions.filter(input.logGroupName, input.filterName)
    context.subscriptions.put({
      ...input,
      distribution: input.distribution ?? 'ByLogStream',
      applyOnTransformedLogs: input.applyOnTransformedLogs ?? false,
      creationTime: known?.creationTime ?? context.clock.now(),
      fieldSelectionCriteria: criteria.trim() === '' ? undefined : criteria,
      emitSystemFields: fields.length === 0 ? undefined : SYSTEM_FIELDS.filter((field) => fields.includes(field)),
    })
    return undefined
  },
)

type Named = Pick<SubscriptionFilter, 'logGroupName' | 'filterName' | 'filterPattern'>

/** A filter of the same name makes room for itself. */
function checkQuotas(context: LogsContext, wanted: Named): void {
  const others = context.subscriptions.filters(wanted.logGroupName).filter(({ filterName: name }) => name !== wanted.filterName)
  if (others.length >= MOST_FILTERS) throw limitExceeded()
  checkRegexQuota([...others, ...context.resources.metricFilters(wanted.logGroupName)], wanted)
}

const describeSubscriptionFilters = operation(
  'DescribeSubscriptionFilters',
  { logGroupName: { ...logGroupName, ...required }, filterNamePrefix: filterName, nextToken, limit: describeLimit },
  (input, context) => {
    requireGroup(context, input.logGroupName)
    const prefix = input.filterNamePrefix ?? ''
    const filters = context.subscriptions.filters(input.logGroupName).filter(({ filterName: name }) => name.startsWith(prefix))
    const binding = ['DescribeSubscriptionFilters', input.logGroupName, prefix]
    const paging = { binding, limit: input.limit ?? 50, token: input.nextToken, refuse: () => badToken(input.nextToken) }
    const found = page(filters, ({ filterName: name }) => name, paging)
    return { subscriptionFilters: found.items, nextToken: found.nextToken }
  },
)

const deleteSubscriptionFilter = operation(
  'DeleteSubscriptionFilter',
  { logGroupName: { ...logGroupName, ...required }, filterName: { ...filterName, ...required } },
  (input, context) => {
    requireGroup(context, input.logGroupName)
    if (!context.subscriptions.delete(input.logGroupName, input.filterName))
      throw notFound('The specified subscription filter does not exist.')
    return undefined
  },
)

export const subscriptionFilterOperations = [putSubscriptionFilter, describeSubscriptionFilters, deleteSubscriptionFilter]
