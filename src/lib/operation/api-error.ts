/** What a caller did wrong or cannot have, in the service's own words: thrown by an operation, printed in the request's protocol, nowhere else. */
export class ApiError extends Error {
  /** The model's name of the error. */
  readonly type: string
  readonly status: number
  /** The error's further members. */
  readonly members: Readonly<Record<string, unknown>>
  /** The error's code in the Query protocol, where it is not the type. */
  readonly queryCode: string

  constructor(type: string, message: string, status = 400, members: Readonly<Record<string, unknown>> = {}, queryCode = type) {
    super(message)
    this.name = type
    this.type = type
    this.status = status
    this.members = members
    this.queryCode = queryCode
  }
}
