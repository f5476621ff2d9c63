import { operationMaker } from '#lib/operation/operation.ts'
import { validationError } from './api-error.ts'
import type { CloudWatchContext } from './context.ts'

/** An operation of CloudWatch. */
export const operation = operationMaker<CloudWatchContext>({
  style: { lowerCamel: true, quotesTexts: true },
  refuse: validationError,
})
