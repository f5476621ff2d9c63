import type { LogGroup, LogStream } from '#stores/log-store.ts'
import { alreadyExists, invalidParameter } from '../api-error.ts'
import type { LogsContext } from '../context.ts'
import { boolean, describeLimit, logGroupIdentifier, logGroupName, logStreamName, nextToken, required } from '../members.ts'
import { operation } from '../operation.ts'
import { page } from '../paging/paging.ts'
import { chooseGroup, refuseWhereProtected, requireGroup, requireStream, streamArn } from '../resource-name.ts'

const names = { logGroupName: { ...logGroupName, ...required }, logStreamName: { ...logStreamName, ...required } } as const

const createLogStream = operation('CreateLogStream', names, (input, context) => {
  const group = requireGroup(context, input.logGroupName)
  if (group.streams.has(input.logStreamName)) throw alreadyExists('The specified log stream already exists')
  group.createStream(input.logStreamName, context.clock.now())
  return undefined
})

const deleteLogStream = operation('DeleteLogStream', names, (input, context) => {
  const group = requireGroup(context, input.logGroupName)
  requireStream(group, input.logStreamName)
  refuseWhereProtected(context, input.logGroupName)
  group.deleteStream(input.logStreamName)
  return undefined
})

const describeLogStreams = operation(
  'DescribeLogStreams',
  {
    logGroupName,
    logGroupIdentifier,
    logStreamNamePrefix: logStreamName,
    orderBy: { type: 'string', oneOf: ['LogStreamName', 'LastEventTime'] },
    descending: boolean,
    nextToken,
    limit: describeLimit,
  },
  (input, context) => {
    const group = chooseGroup(context, input)
    const isByTime = input.orderBy === 'LastEventTime'
    if (isByTime && input.logStreamNamePrefix !== undefined)
      throw invalidParameter('Cannot order by LastEventTime with a logStreamNamePrefix.')
    const streams = [...group.streams.values()]
      .filter((stream) => stream.name.startsWith(input.logStreamNamePrefix ?? ''))
      .sort((left, right) => (isByTime ? byTime(left, right) : 0) || byName(left, right))
    if (input.descending) streams.reverse()
    const binding = ['DescribeLogStreams', group.name, input.logStreamNamePrefix, isByTime, input.descending ?? false]
    const found = page(streams, (stream) => stream.name, { binding, limit: input.limit ?? 50, token: input.nextToken })
    return { logStreams: found.items.map((stream) => describe(context, group, stream)), nextToken: found.nextToken }
  },
)

const byName = (left: LogStream, right: LogStream): number => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0)
const byTime = (left: LogStream, right: LogStream): number => (left.lastEventTimestamp ?? 0) - (right.lastEventTimestamp ?? 0)

const describe = (context: LogsContext, group: LogGroup, stream: LogStream) => ({
  logStreamName: stream.name,
  creationTime: stream.createdAt,
  firstEventTimestamp: stream.firstEventTimestamp,
  lastEventTimestamp: stream.lastEventTimestamp,
  lastIngestionTime: stream.lastIngestionTime,
  uploadSequenceToken: stream.lastIngestionTime === undefined ? undefined : sequenceToken(stream.lastIngestionTime),
  arn: streamArn(context, group.name, stream.name),
  storedBytes: 0,
})

/** 56 digits, as the service's; nobody reads them. */
export const sequenceToken = (ingestionTime: number): string => `49${ingestionTime.toString().padStart(54, '0')}`

export const logStreamOperations = [createLogStream, deleteLogStream, describeLogStreams]
