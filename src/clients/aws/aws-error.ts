/** Where a query does not compile. */
export type CompileLocation = { readonly startCharOffset: number; readonly endCharOffset: number }

/** What an AWS service said no with. */
export class AwsError extends Error {
  readonly type: string
  readonly status: number
  /** MalformedQueryException only. */
  readonly location: CompileLocation | undefined

  constructor(type: string, message: string, status: number, location?: CompileLocation) {
    super(message)
    this.name = type
    this.type = type
    this.status = status
    this.location = location
  }
}

/** Reads an error answer in JSON 1.0 or 1.1. */
export async function awsErrorOf(response: Response): Promise<AwsError> {
  const text = await response.text()
  const body = parse(text)
  const type = typeof body.__type === 'string' ? body.__type.replace(/^.*#/, '') : 'UnknownError'
  const message = typeof body.message === 'string' ? body.message : `the answer has status ${response.status} and no message`
  return new AwsError(type, message, response.status, locationOf(body.queryCompileError))
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function locationOf(error: unknown): CompileLocation | undefined {
  if (typeof error !== 'object' || error === null || !('location' in error)) return undefined
  const { location } = error
  if (typeof location !== 'object' || location === null || !('startCharOffset' in location) || !('endCharOffset' in location))
    return undefined
  const { startCharOffset, endCharOffset } = location
  return typeof startCharOffset === 'number' && typeof endCharOffset === 'number' ? { startCharOffset, endCharOffset } : undefined
}
