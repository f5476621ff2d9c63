import { ApiError } from '#lib/operation/api-error.ts'
import type { AlarmTags } from '#stores/alarm-store.ts'
import { validationError } from '../api-error.ts'

type TagList = readonly { readonly Key: string; readonly Value: string }[]

export const MOST_TAGS = 50

/** An alarm's tags with these among them; AWS's own keys and too many of them are refused. */
export function withTags(present: AlarmTags, list: TagList): AlarmTags {
  if (list.some(({ Key }) => /^aws:/i.test(Key))) throw reservedKey()
  const tags = { ...present, ...Object.fromEntries(list.map(({ Key, Value }) => [Key, Value])) }
  if (Object.keys(tags).length > MOST_TAGS) throw validationError(`A resource can have at most ${MOST_TAGS} tags`)
  return tags
}

const reservedKey = (): ApiError => new ApiError('AccessDenied', 'The provided tag keys must not start with any case of "aws:"', 403)

export const tagList = (tags: AlarmTags): TagList => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
