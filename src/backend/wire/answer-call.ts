import { ApiError } from '#lib/operation/api-error.ts'
import { EventStream } from '#lib/operation/event-stream.ts'
import type { Operation } from '#lib/operation/operation.ts'
import type { Played } from '#lib/operation/service.ts'
import type { CallContext } from './call-context.ts'
import type { Addressee, Codec, Received } from './protocols/codec.ts'
import { writeEventStream } from './protocols/event-stream.ts'
import { json } from './protocols/json.ts'
import { query } from './protocols/query.ts'
import type { AwsCall } from './router.ts'
import { playedTitles, type KnownService } from './services.ts'

/** CBOR comes with the first client that speaks it: the page's own do not. */
const codecs: Readonly<Record<AwsCall['protocol'], () => Codec | Promise<Codec>>> = {
  json: () => json,
  query: () => query,
  cbor: async () => (await import('./protocols/cbor.ts')).cbor,
}

/** One call, in its own protocol: its input is read by the operation's table, its answer or refusal printed. */
export async function answerCall(
  call: AwsCall,
  received: Received,
  requestId: string,
  context: () => Promise<CallContext>,
): Promise<Response> {
  const codec = await codecs[call.protocol]()
  const addressee: Addressee = { service: call.service, operation: call.operation, requestId, contentType: received.contentType }
  try {
    const { input, run } = await operationOf(call)
    const members = codec.read(input, received)
    const called = await context()
    const answer = await run(members, called)
    return answer instanceof EventStream ? writeEventStream(answer, called.onBug) : codec.write(answer, addressee)
  } catch (failure) {
    if (failure instanceof ApiError) return codec.refuse(failure, addressee)
    throw failure
  }
}

/** A call that is refused before anybody looks at what it asks. */
export async function refuseCall(
  { protocol, service, operation }: AwsCall,
  { contentType }: Received,
  requestId: string,
  error: ApiError,
): Promise<Response> {
  const codec = await codecs[protocol]()
  return codec.refuse(error, { service, operation, requestId, contentType })
}

async function operationOf({ protocol, service, operation: name }: AwsCall): Promise<Operation<CallContext>> {
  if (protocol === 'query' && name === '') throw new ApiError('MissingAction', 'the request names no Action')
  const played = await service?.load?.()
  const operation = service?.protocols.includes(protocol) === true ? played?.operations.get(name) : undefined
  if (operation !== undefined) return operation
  if (service !== undefined && isKnown(played, name)) throw notPlayed(service, played, name)
  if (protocol === 'query') {
    const version = service?.query === undefined ? '' : ` for version ${service.query.version}`
    throw new ApiError('InvalidAction', `Could not find operation ${name}${version}`)
  }
  throw new ApiError('UnknownOperationException', '', protocol === 'cbor' ? 404 : 400)
}

/** A service of which nothing is played is not asked what it has. */
const isKnown = (played: Played<CallContext> | undefined, name: string): boolean => played === undefined || played.unsimulated.has(name)

function notPlayed({ title }: KnownService, played: Played<CallContext> | undefined, name: string): ApiError {
  const instead = played === undefined ? `these services are: ${playedTitles()}` : `these are: ${[...played.operations.keys()].join(', ')}`
  return new ApiError('NotImplemented', `the operation ${name} of ${title} is not simulated; ${instead}`, 501)
}
