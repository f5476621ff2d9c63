import type { Tags } from '#stores/resource-store.ts'
import { ApiError } from '#lib/operation/api-error.ts'
import { notFound } from '../api-error.ts'
import type { LogsContext } from '../context.ts'
import { logGroupName, required, resourceArn, tagKeys, tags } from '../members.ts'
import { operation } from '../operation.ts'
import { groupNameOf, requireGroup, tableNameOf } from '../resource-name.ts'

const byArn = { resourceArn: { ...resourceArn, ...required } } as const
const byName = { logGroupName: { ...logGroupName, ...required } } as const

/** What the tags of a group or a lookup table are kept under. */
function taggedResource(context: LogsContext, arn: string): string {
  const table = tableNameOf(context, arn)
  if (table !== undefined && context.resources.lookupTables.find(table) !== undefined) return arn
  const name = groupNameOf(arn)
  if (name === arn || !context.logs.group(name)) throw notFound('The specified resource does not exist.')
  return name
}

const MOST_TAGS = 50

function addTags(context: LogsContext, resource: string, added: Tags): void {
  const count = Object.keys({ ...context.resources.tags(resource), ...added }).length
  if (count > MOST_TAGS) throw new ApiError('TooManyTagsException', `A resource holds at most ${MOST_TAGS} tags, not ${count}.`)
  context.resources.tag(resource, added)
}

const listTagsForResource = operation('ListTagsForResource', byArn, (input, context) => ({
  tags: context.resources.tags(taggedResource(context, input.resourceArn)),
}))

const tagResource = operation('TagResource', { ...byArn, tags: { ...tags, ...required } }, (input, context) => {
  addTags(context, taggedResource(context, input.resourceArn), input.tags)
  return undefined
})

const untagResource = operation('UntagResource', { ...byArn, tagKeys: { ...tagKeys, ...required } }, (input, context) => {
  context.resources.untag(taggedResource(context, input.resourceArn), input.tagKeys)
  return undefined
})

const listTagsLogGroup = operation('ListTagsLogGroup', byName, (input, context) => ({
  tags: context.resources.tags(requireGroup(context, input.logGroupName).name),
}))

const tagLogGroup = operation('TagLogGroup', { ...byName, tags: { ...tags, ...required } }, (input, context) => {
  addTags(context, requireGroup(context, input.logGroupName).name, input.tags)
  return undefined
})

const untagLogGroup = operation('UntagLogGroup', { ...byName, tags: { ...tagKeys, min: 1, ...required } }, (input, context) => {
  context.resources.untag(requireGroup(context, input.logGroupName).name, input.tags)
  return undefined
})

export const tagOperations = [listTagsForResource, tagResource, untagResource, listTagsLogGroup, tagLogGroup, untagLogGroup]
