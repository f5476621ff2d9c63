import { ApiError } from '#lib/operation/api-error.ts'

export const invalidParameter = (message: string): ApiError => new ApiError('InvalidParameterException', message)
export const validationException = (message: string): ApiError => new ApiError('ValidationException', message)
export const notFound = (message: string): ApiError => new ApiError('ResourceNotFoundException', message)
export const alreadyExists = (message: string): ApiError => new ApiError('ResourceAlreadyExistsException', message)
export const limitExceeded = (message = 'Resource limit exceeded.'): ApiError => new ApiError('LimitExceededException', message)
export const invalidToken = (): ApiError => invalidParameter('The specified nextToken is invalid.')
/** What the account holds and this house does not simulate: 501 is the one server error that no client retries. */
export const notSimulated = (what: string, instead: string): ApiError =>
  new ApiError('NotImplemented', `${what} is not simulated; ${instead}`, 501)
