import { fieldTimes } from '#engines/insights/index.ts'
import { defaultIndexes } from '#stores/field-indexes.ts'
import type { LogGroup } from '#stores/log-store.ts'
import { invalidParameter, notFound } from '../../api-error.ts'
import type { LogsContext } from '../../context.ts'
import { logGroupIdentifier, nextToken, required } from '../../members.ts'
import { operation } from '../../operation.ts'
import { page } from '../../paging/paging.ts'
import { readIndexPolicy } from '../../policies/index-policy.ts'
import { groupArn, groupNameOf, requireGroup } from '../../resource-name.ts'

const MOST_GROUPS = 100
const ITEMS_A_PAGE = 100
const ofGroup = { logGroupIdentifier: { ...logGroupIdentifier, ...required } } as const
const groups = { type: 'list', min: 1, max: MOST_GROUPS, of: logGroupIdentifier, required: true } as const
const categories = ['DEFAULT', 'CUSTOM', 'AUTO', 'INACTIVE'] as const
type Category = (typeof categories)[number]

const putIndexPolicy = operation(
  'PutIndexPolicy',
  { ...ofGroup, policyDocument: { type: 'string', min: 1, max: 5120, required: true } },
  ({ logGroupIdentifier: identifier, policyDocument: document }, context) => {
    const group = requireGroup(context, groupNameOf(identifier))
    if (group.logGroupClass !== 'STANDARD') throw invalidParameter('Only log groups of the Standard class have field index policies.')
    const fields = readIndexPolicy(document)
    group.fieldIndexes.put({ document, lastUpdateTime: context.clock.now() }, fields, group.nextArrival)
    return { indexPolicy: describePolicy(context, group) }
  },
)

const deleteIndexPolicy = operation('DeleteIndexPolicy', ofGroup, (input, context) => {
  const group = requireGroup(context, groupNameOf(input.logGroupIdentifier))
  if (group.fieldIndexes.policy === undefined) throw notFound('The specified log group has no field index policy.')
  group.fieldIndexes.end(group.nextArrival)
  return {}
})

/** Groups without a policy are left out. */
const describeIndexPolicies = operation('DescribeIndexPolicies', { logGroupIdentifiers: groups, nextToken }, (input, context) => {
  const found = input.logGroupIdentifiers.map((identifier) => requireGroup(context, groupNameOf(identifier)))
  const binding = ['DescribeIndexPolicies', input.logGroupIdentifiers]
  const policed = found.filter((group) => group.fieldIndexes.policy !== undefined)
  const { items, nextToken: next } = page(policed, ({ name }) => name, { binding, limit: ITEMS_A_PAGE, token: input.nextToken })
  return { indexPolicies: items.map((group) => describePolicy(context, group)), nextToken: next }
})

const describePolicy = (context: LogsContext, { name, fieldIndexes: { policy } }: LogGroup) => ({
  logGroupIdentifier: groupArn(context, name),
  lastUpdateTime: policy?.lastUpdateTime,
  policyDocument: policy?.document,
  source: 'LOG_GROUP',
})

type Listed = { readonly group: LogGroup; readonly name: string; readonly type: string; readonly category: Category }

/** Nothing is indexed by itself here, so the category AUTO is always empty. */
const describeFieldIndexes = operation(
  'DescribeFieldIndexes',
  { logGroupIdentifiers: groups, indexCategories: { type: 'list', of: { type: 'string', oneOf: categories } }, nextToken },
  (input, context) => {
    const wanted = input.indexCategories ?? ['DEFAULT', 'CUSTOM', 'INACTIVE']
    const listed = input.logGroupIdentifiers
      .map((identifier) => requireGroup(context, groupNameOf(identifier)))
      .flatMap(indexesOf)
      .filter(({ category }) => wanted.includes(category))
    const binding = ['DescribeFieldIndexes', input.logGroupIdentifiers, wanted]
    const paging = { binding, limit: ITEMS_A_PAGE, token: input.nextToken }
    const { items, nextToken: next } = page(listed, ({ group, name }) => `${group.name}:${name}`, paging)
    return { fieldIndexes: items.map((index) => describeIndex(context, index)), nextToken: next }
  },
)

/** A default index is a custom one where a policy names it. */
function indexesOf(group: LogGroup): readonly Listed[] {
  if (group.logGroupClass !== 'STANDARD') return []
  const named = group.fieldIndexes.all()
  const byDefault = defaultIndexes.filter((name) => !named.some((index) => index.name === name && index.isActive))
  return [
    ...byDefault.map((name): Listed => ({ group, name, type: 'FIELD_INDEX', category: 'DEFAULT' })),
    ...named
      .filter(({ name }) => !byDefault.includes(name))
      .map(({ name, type, isActive }): Listed => ({ group, name, type, category: isActive ? 'CUSTOM' : 'INACTIVE' })),
  ]
}

function describeIndex(context: LogsContext, { group, name, type, category }: Listed) {
  const times = fieldTimes(group, name, (row) => group.fieldIndexes.holds(name, group.arrival(row)))
  return {
    logGroupIdentifier: groupArn(context, group.name),
    fieldIndexName: name,
    lastScanTime: context.clock.now(),
    firstEventTime: times?.first,
    lastEventTime: times?.last,
    type,
    indexCategory: category,
  }
}

export const fieldIndexOperations = [putIndexPolicy, deleteIndexPolicy, describeIndexPolicies, describeFieldIndexes]
