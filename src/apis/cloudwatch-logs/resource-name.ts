import type { LogGroup } from '#stores/log-store.ts'
import { invalidParameter, notFound, validationException } from './api-error.ts'
import type { LogsContext } from './context.ts'

type Place = Pick<LogsContext, 'region' | 'accountId'>

export const groupArn = (place: Place, group: string): string => `arn:aws:logs:${place.region}:${place.accountId}:log-group:${group}`

export const streamArn = (place: Place, group: string, stream: string): string => `${groupArn(place, group)}:log-stream:${stream}`

/** The group's name out of a name or an ARN, with or without `:*`. */
export const groupNameOf = (identifier: string): string =>
  /^arn:[^:]*:logs:[^:]*:[^:]*:log-group:([^:]+)/.exec(identifier)?.[1] ?? identifier

export const tableArn = (place: Place, table: string): string => `arn:aws:logs:${place.region}:${place.accountId}:lookup-table:${table}`

/** The name of a lookup table of this account and region; undefined where the text leads elsewhere. */
export const tableNameOf = (place: Place, arn: string): string | undefined => {
  const name = arn.slice(tableArn(place, '').length)
  return arn === tableArn(place, name) ? name : undefined
}

export function requireGroup(context: LogsContext, name: string): LogGroup {
  const group = context.logs.group(name)
  if (group === undefined) throw notFound('The specified log group does not exist.')
  return group
}

/** For the operations that take a name or an identifier, but not both. */
export function chooseGroup(
  context: LogsContext,
  input: { readonly logGroupName?: string; readonly logGroupIdentifier?: string },
): LogGroup {
  if (input.logGroupName !== undefined && input.logGroupIdentifier !== undefined)
    throw validationException('LogGroup name and LogGroup ARN are mutually exclusive parameters.')
  const chosen = input.logGroupName ?? input.logGroupIdentifier
  if (chosen === undefined) throw invalidParameter('Either logGroupName or logGroupIdentifier must be given.')
  return requireGroup(context, groupNameOf(chosen))
}

export function requireStream(group: LogGroup, name: string): void {
  if (!group.streams.has(name)) throw notFound('The specified log stream does not exist.')
}

/** A group's protection holds for its streams as well. */
export function refuseWhereProtected(context: LogsContext, group: string): void {
  if (context.resources.groupSettings(group).deletionProtectionEnabled)
    throw validationException('The log group is protected from deletion; PutLogGroupDeletionProtection lifts that.')
}
