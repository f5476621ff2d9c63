/** What a caller did wrong or cannot have, in CloudWatch Logs' own words: thrown by an operation, printed by `fetch.ts`, nowhere else. */
export class ApiError extends Error {
  readonly type: string
  readonly status: number
  readonly members: Readonly<Record<string, unknown>>

  constructor(type: string, message: string, status = 400, members: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = type
    this.type = type
    this.status = status
    this.members = members
  }
}

export const invalidParameter = (message: string): ApiError => new ApiError('InvalidParameterException', message)
export const validationException = (message: string): ApiError => new ApiError('ValidationException', message)
export const notFound = (message: string): ApiError => new ApiError('ResourceNotFoundException', message)
export const alreadyExists = (message: string): ApiError => new ApiError('ResourceAlreadyExistsException', message)
export const limitExceeded = (message = 'Resource limit exceeded.'): ApiError => new ApiError('LimitExceededException', message)
export const invalidToken = (): ApiError => invalidParameter('The specified nextToken is invalid.')
/** What the account holds and this house does not simulate: 501 is the one server error that no client retries. */
export const notSimulated = (what: string, instead: string): ApiError =>
  new ApiError('NotImplemented', `${what} is not simulated; ${instead}`, 501)
/** The body cannot be read at all; the service says no more than that. */
export const unreadable = (): ApiError => new ApiError('com.amazon.coral.service#SerializationException', '')
