import { discoverFields, pointerGroup, readRecord } from '#engines/insights/index.ts'
import { MINUTE } from '#lib/time.ts'
import { notFound } from '../api-error.ts'
import { boolean, logGroupIdentifier, logGroupName, required, timestamp } from '../members.ts'
import { operation } from '../operation.ts'
import { chooseGroup } from '../resource-name.ts'

const getLogRecord = operation('GetLogRecord', { logRecordPointer: { type: 'string', ...required }, unmask: boolean }, (input, context) => {
  const name = pointerGroup(input.logRecordPointer)
  const group = name === undefined ? undefined : context.logs.group(name)
  const record = group && readRecord(group, input.logRecordPointer, input.unmask)
  if (record !== undefined) return { logRecord: record }
  throw notFound('The specified log record does not exist.')
})

/** The model's `time` is in seconds; milliseconds, as everywhere else in this API, are told by their size. */
const millis = (time: number): number => (time < 1e11 ? time * 1000 : time)

/** Eight minutes either side of `time`; without it the last fifteen. */
const getLogGroupFields = operation('GetLogGroupFields', { logGroupName, logGroupIdentifier, time: timestamp }, (input, context) => {
  const group = chooseGroup(context, input)
  const now = context.clock.now()
  const window = input.time === undefined ? [now - 15 * MINUTE, now] : [millis(input.time) - 8 * MINUTE, millis(input.time) + 8 * MINUTE]
  const fields = discoverFields(group, window[0] ?? 0, window[1] ?? now)
  return { logGroupFields: fields.map(({ name, percent }) => ({ name, percent: Math.round(percent ?? 0) })) }
})

export const logRecordOperations = [getLogRecord, getLogGroupFields]
