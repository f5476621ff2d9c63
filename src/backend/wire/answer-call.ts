import { ApiError } from '#lib/operation/api-error.ts'
import type { Service } from '#lib/operation/service.ts'
import type { CallContext } from './call-context.ts'
import { cbor } from './protocols/cbor.ts'
import type { Addressee, Codec, Received } from './protocols/codec.ts'
import { json } from './protocols/json.ts'
import { query } from './protocols/query.ts'
import type { AwsCall } from './router.ts'
import { playedTitles } from './services.ts'

const codecs: Readonly<Record<AwsCall['protocol'], Codec>> = { json, query, cbor }

/** One call, in its own protocol: its input is read by the operation's table, its answer or refusal printed. */
export async function answerCall(
  call: AwsCall,
  received: Received,
  requestId: string,
  context: () => Promise<CallContext>,
): Promise<Response> {
  const codec = codecs[call.protocol]
  const addressee: Addressee = { service: call.service, operation: call.operation, requestId, contentType: received.contentType }
  try {
    const { input, run } = operationOf(call)
    const members = codec.read(input, received)
    return codec.write(await run(members, await context()), addressee)
  } catch (failure) {
    if (failure instanceof ApiError) return codec.refuse(failure, addressee)
    throw failure
  }
}

/** A call that is refused before anybody looks at what it asks. */
export const refuseCall = (
  { protocol, service, operation }: AwsCall,
  { contentType }: Received,
  requestId: string,
  error: ApiError,
): Response => codecs[protocol].refuse(error, { service, operation, requestId, contentType })

function operationOf({ protocol, service, operation: name }: AwsCall) {
  if (protocol === 'query' && name === '') throw new ApiError('MissingAction', 'the request names no Action')
  const operation = service?.protocols.includes(protocol) === true ? service.operations.get(name) : undefined
  if (operation !== undefined) return operation
  if (service !== undefined && isKnown(service, name)) throw notPlayed(service, name)
  if (protocol === 'query') {
    const version = service?.query === undefined ? '' : ` for version ${service.query.version}`
    throw new ApiError('InvalidAction', `Could not find operation ${name}${version}`)
  }
  throw new ApiError('UnknownOperationException', '', protocol === 'cbor' ? 404 : 400)
}

/** A service of which nothing is played is not asked what it has. */
const isKnown = ({ operations, unsimulated }: Service<CallContext>, name: string): boolean => operations.size === 0 || unsimulated.has(name)

function notPlayed({ title, operations }: Service<CallContext>, name: string): ApiError {
  const instead = operations.size === 0 ? `these services are: ${playedTitles()}` : `these are: ${[...operations.keys()].join(', ')}`
  return new ApiError('NotImplemented', `the operation ${name} of ${title} is not simulated; ${instead}`, 501)
}
