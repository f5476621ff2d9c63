import { ApiError } from '#lib/operation/api-error.ts'
import type { StoredAlarm } from '#stores/alarm-store.ts'
import { resourceArn, tagKey, tags } from '../alarms/members.ts'
import { nameInArn } from '../alarms/place.ts'
import { tagList, withTags } from '../alarms/tags.ts'
import type { CloudWatchContext } from '../context.ts'
import { required } from '../members.ts'
import { operation } from '../operation.ts'

function requireAlarm({ alarms }: CloudWatchContext, arn: string): StoredAlarm {
  const alarm = alarms.find(nameInArn(arn) ?? '')
  if (alarm === undefined) throw new ApiError('ResourceNotFoundException', '', 404)
  return alarm
}

const tagResource = operation('TagResource', { ResourceARN: resourceArn, Tags: { ...tags, ...required } }, (input, context) => {
  const alarm = requireAlarm(context, input.ResourceARN)
  context.alarms.put({ ...alarm, tags: withTags(alarm.tags, input.Tags) }, [], false)
  return {}
})

const untagResource = operation(
  'UntagResource',
  { ResourceARN: resourceArn, TagKeys: { type: 'list', of: tagKey, ...required } },
  (input, context) => {
    const alarm = requireAlarm(context, input.ResourceARN)
    const left = Object.entries(alarm.tags).filter(([key]) => !input.TagKeys.includes(key))
    context.alarms.put({ ...alarm, tags: Object.fromEntries(left) }, [], false)
    return {}
  },
)

const listTagsForResource = operation('ListTagsForResource', { ResourceARN: resourceArn }, (input, context) => ({
  Tags: tagList(requireAlarm(context, input.ResourceARN).tags),
}))

export const alarmTagOperations = [tagResource, untagResource, listTagsForResource]
