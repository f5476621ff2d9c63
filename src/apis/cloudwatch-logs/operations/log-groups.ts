import type { LogGroup } from '#stores/log-store.ts'
import { alreadyExists, invalidParameter } from '../api-error.ts'
import type { LogsContext } from '../context.ts'
import { boolean, describeLimit, logGroupIdentifier, logGroupName, logGroupNamePattern, nextToken, required, tags } from '../members.ts'
import { operation } from '../operation.ts'
import { page } from '../paging/paging.ts'
import { groupArn, groupNameOf, refuseWhereProtected, requireGroup } from '../resource-name.ts'

const logGroupClass = { type: 'string', oneOf: ['STANDARD', 'INFREQUENT_ACCESS', 'ESSENTIALS', 'DELIVERY'] } as const

const retentionInDays = {
  type: 'integer',
  required: true,
  oneOf: [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
} as const

const accountIdentifiers = { type: 'list', max: 20, of: { type: 'string', min: 12, max: 12, pattern: '^\\d{12}$' } } as const

const createLogGroup = operation(
  'CreateLogGroup',
  {
    logGroupName: { ...logGroupName, ...required },
    kmsKeyId: { type: 'string', max: 256 },
    tags,
    logGroupClass,
    deletionProtectionEnabled: boolean,
  },
  (input, context) => {
    if (input.logGroupName.startsWith('aws/')) throw invalidParameter('Log group names must not begin with "aws/".')
    if (context.logs.group(input.logGroupName)) throw alreadyExists('The specified log group already exists')
    context.logs.createGroup(input.logGroupName, context.clock.now(), input.logGroupClass)
    context.resources.tag(input.logGroupName, input.tags ?? {})
    const { kmsKeyId, deletionProtectionEnabled = false } = input
    context.resources.changeGroupSettings(input.logGroupName, { kmsKeyId, deletionProtectionEnabled })
    return undefined
  },
)

const deleteLogGroup = operation('DeleteLogGroup', { logGroupName: { ...logGroupName, ...required } }, (input, context) => {
  requireGroup(context, input.logGroupName)
  refuseWhereProtected(context, input.logGroupName)
  context.logs.deleteGroup(input.logGroupName)
  context.resources.forgetGroup(input.logGroupName)
  context.subscriptions.forgetGroup(input.logGroupName)
  return undefined
})

const describeLogGroups = operation(
  'DescribeLogGroups',
  {
    accountIdentifiers,
    logGroupNamePrefix: logGroupName,
    logGroupNamePattern,
    nextToken,
    limit: describeLimit,
    includeLinkedAccounts: boolean,
    logGroupClass,
    logGroupIdentifiers: { type: 'list', min: 1, max: 50, of: logGroupIdentifier },
  },
  (input, context) => {
    const { logGroupNamePrefix: prefix, logGroupNamePattern: part } = input
    if (prefix !== undefined && part !== undefined)
      throw invalidParameter('LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.')
    const names = input.logGroupIdentifiers?.map(groupNameOf)
    const groups = context.logs
      .groups()
      .filter((group) => group.name.startsWith(prefix ?? '') && group.name.includes(part ?? ''))
      .filter((group) => input.logGroupClass === undefined || group.logGroupClass === input.logGroupClass)
      .filter((group) => names === undefined || names.includes(group.name))
    const binding = ['DescribeLogGroups', prefix, part, input.logGroupClass, names]
    const found = page(groups, (group) => group.name, { binding, limit: input.limit ?? 50, token: input.nextToken })
    return { logGroups: found.items.map((group) => describe(context, group)), nextToken: found.nextToken }
  },
)

const putLogGroupDeletionProtection = operation(
  'PutLogGroupDeletionProtection',
  { logGroupIdentifier: { ...logGroupIdentifier, ...required }, deletionProtectionEnabled: { ...boolean, ...required } },
  (input, context) => {
    const { name } = requireGroup(context, groupNameOf(input.logGroupIdentifier))
    context.resources.changeGroupSettings(name, { deletionProtectionEnabled: input.deletionProtectionEnabled })
    return undefined
  },
)

const describe = (context: LogsContext, group: LogGroup) => ({
  logGroupName: group.name,
  creationTime: group.createdAt,
  retentionInDays: group.retentionInDays,
  metricFilterCount: context.resources.metricFilters(group.name).length,
  arn: `${groupArn(context, group.name)}:*`,
  storedBytes: group.storedBytes,
  logGroupClass: group.logGroupClass,
  logGroupArn: groupArn(context, group.name),
  dataProtectionStatus: group.masking.isUnused ? undefined : group.masking.policy === undefined ? 'DELETED' : 'ACTIVATED',
  ...context.resources.groupSettings(group.name),
  bearerTokenAuthenticationEnabled: false,
})

const putRetentionPolicy = operation(
  'PutRetentionPolicy',
  { logGroupName: { ...logGroupName, ...required }, retentionInDays },
  (input, context) => {
    requireGroup(context, input.logGroupName).retentionInDays = input.retentionInDays
    return undefined
  },
)

const deleteRetentionPolicy = operation('DeleteRetentionPolicy', { logGroupName: { ...logGroupName, ...required } }, (input, context) => {
  requireGroup(context, input.logGroupName).retentionInDays = undefined
  return undefined
})

export const logGroupOperations = [
  createLogGroup,
  deleteLogGroup,
  putLogGroupDeletionProtection,
  describeLogGroups,
  putRetentionPolicy,
  deleteRetentionPolicy,
]
