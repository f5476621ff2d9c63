import { ApiError } from '#lib/operation/api-error.ts'

export const invalidParameterValue = (message: string): ApiError =>
  new ApiError('InvalidParameterValueException', message, 400, {}, 'InvalidParameterValue')
export const invalidCombination = (message: string): ApiError =>
  new ApiError('InvalidParameterCombinationException', message, 400, {}, 'InvalidParameterCombination')
export const missingParameter = (message: string): ApiError =>
  new ApiError('MissingRequiredParameterException', message, 400, {}, 'MissingParameter')
export const validationError = (message: string): ApiError => new ApiError('ValidationError', message)
export const invalidNextToken = (): ApiError => new ApiError('InvalidNextToken', '')
/** What AWS has and this house does not simulate: 501 is the one server error that no client retries. */
export const notSimulated = (what: string, instead: string): ApiError =>
  new ApiError('NotImplemented', `${what} is not simulated; ${instead}`, 501)
