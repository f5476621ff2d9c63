import { ApiError } from '#lib/operation/api-error.ts'
import { invalidParameter } from '../api-error.ts'
import type { LogsContext } from '../context.ts'

const ARN = /^arn:aws[\w-]*:(lambda|kinesis|firehose|logs):([a-z0-9-]+):(\d{12}):(.+)$/

/**
 * Who may be sent events, refused in the service's recorded words. Of what could receive them only functions are known
 * here, by the log group that each of them writes to.
 */
export function checkDestination(context: LogsContext, destinationArn: string, roleArn: string | undefined): void {
  const [, vendor = '', region, account, resource = ''] = ARN.exec(destinationArn) ?? []
  if (vendor === '') throw invalidParameter('destinationArn is not a valid ARN of a function, a stream or a destination.')
  const needsRole = vendor === 'kinesis' || vendor === 'firehose'
  if (needsRole && roleArn === undefined) throw invalidParameter(`destinationArn for vendor ${vendor} cannot be used without roleArn`)
  if (!needsRole && roleArn !== undefined) throw invalidParameter(`destinationArn for vendor ${vendor} cannot be used with roleArn`)
  if (vendor === 'lambda') return checkFunction(context, { region, account, resource })
  if (vendor === 'logs') throw invalidParameter('The specified destination does not exist.')
  const stream = vendor === 'kinesis' ? 'Kinesis' : 'Firehose'
  throw invalidParameter(
    `Could not deliver test message to specified ${stream} stream. Check if the given ${stream} stream is in ACTIVE state.`,
  )
}

type Target = { readonly region: string | undefined; readonly account: string | undefined; readonly resource: string }

function checkFunction(context: LogsContext, { region, account, resource }: Target): void {
  if (account !== context.accountId) throw new ApiError('AccessDeniedException', 'Cross-account lambda invocation passing is not allowed.')
  const name = /^function:([\w-]{1,64})(?::[\w$-]+)?$/.exec(resource)?.[1]
  const isThere = region === context.region && name !== undefined && context.logs.group(`/aws/lambda/${name}`) !== undefined
  if (!isThere)
    throw invalidParameter(
      'Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.',
    )
}
