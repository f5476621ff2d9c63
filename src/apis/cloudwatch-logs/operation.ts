import { operationMaker } from '#lib/operation/operation.ts'
import { invalidParameter } from './api-error.ts'
import type { LogsContext } from './context.ts'

/** An operation of CloudWatch Logs. */
export const operation = operationMaker<LogsContext>({ refuse: invalidParameter })
