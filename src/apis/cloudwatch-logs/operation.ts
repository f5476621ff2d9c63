import { operationMaker, type Operation } from '#lib/operation/operation.ts'
import { invalidParameter } from './api-error.ts'
import type { LogsContext } from './context.ts'

export type LogsOperation = Operation<LogsContext>

/** An operation of CloudWatch Logs. */
export const operation = operationMaker<LogsContext>({ refuse: invalidParameter })
