import { isEventStream } from './wire/protocols/event-stream.ts'
import { packResponse, type DoorAnswer, type DoorRequest, type PackedRequest } from './door.ts'

/** What a worker offers behind its door: the cloud, and calls by name. Made when the page has said where it lives. */
export type Behind = {
  fetch(request: Request): Promise<Response>
  call(name: string, argument: unknown, signal: AbortSignal): Promise<unknown>
}

/** The part of a worker's global scope, or of a message port, that a door needs. */
export type DoorScope = {
  postMessage(message: DoorAnswer, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<DoorRequest>) => void): void
}

/** The worker's side of the door. */
export function serveDoor(scope: DoorScope, make: (base: string) => Behind): void {
  const running = new Map<number, AbortController>()
  let behind: Behind | undefined

  const answer = async (id: number, work: (signal: AbortSignal) => Promise<DoorAnswer>): Promise<void> => {
    const controller = new AbortController()
    running.set(id, controller)
    const message = await work(controller.signal).catch((failure: unknown): DoorAnswer => ({
      kind: 'failure',
      id,
      message: textOf(failure),
    }))
    running.delete(id)
    if (!controller.signal.aborted)
      scope.postMessage(message, message.kind === 'response' && message.response.body instanceof ArrayBuffer ? [message.response.body] : [])
  }
  scope.addEventListener('message', ({ data }) => {
    if (data.kind === 'hello') behind = make(data.base)
    else if (data.kind === 'cancel') running.get(data.id)?.abort()
    else if (behind === undefined) scope.postMessage({ kind: 'failure', id: data.id, message: 'the door has not been opened' }, [])
    else
      void answer(
        data.id,
        handler(behind, data, (message) => scope.postMessage(message, [])),
      )
  })
  scope.postMessage({ kind: 'ready' }, [])
}

type Asked = Exclude<DoorRequest, { readonly kind: 'hello' | 'cancel' }>

function handler(behind: Behind, asked: Asked, post: (message: DoorAnswer) => void): (signal: AbortSignal) => Promise<DoorAnswer> {
  const { id } = asked
  if (asked.kind === 'fetch')
    return async (signal) => {
      const response = await behind.fetch(unpackRequest(asked.request, signal))
      if (response.body === null || !isEventStream(response)) return { kind: 'response', id, response: await packResponse(response) }
      if (!signal.aborted)
        post({ kind: 'response', id, response: { status: response.status, headers: [...response.headers], body: 'parts' } })
      await passOn(response.body, signal, (bytes) => post({ kind: 'part', id, bytes }))
      return { kind: 'end', id }
    }
  return async (signal) => ({ kind: 'value', id, value: await behind.call(asked.name, asked.argument, signal) })
}

/** Part after part, until the body ends or the page no longer reads. */
async function passOn(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
  post: (bytes: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  const reader = body.getReader()
  const stop = (): Promise<void> => reader.cancel()
  if (signal.aborted) return stop()
  signal.addEventListener('abort', () => void stop())
  for (;;) {
    const { done, value } = await reader.read()
    if (done || signal.aborted) return
    post(value)
  }
}

const unpackRequest = ({ url, method, headers, body }: PackedRequest, signal: AbortSignal): Request =>
  new Request(url, { method, headers: headers.map(([name, value]) => [name, value]), body, signal })

const textOf = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure))
