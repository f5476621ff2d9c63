import type { Transport } from '#lib/transport.ts'

/** What goes through the door between page and worker: requests with answers, and calls with values. */
export type DoorRequest =
  | { readonly kind: 'fetch'; readonly id: number; readonly request: PackedRequest }
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly argument: unknown }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'hello'; readonly base: string }

export type DoorAnswer =
  | { readonly kind: 'response'; readonly id: number; readonly response: PackedResponse }
  | { readonly kind: 'part'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'end'; readonly id: number }
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'ready' }

export type PackedRequest = {
  readonly url: string
  readonly method: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body?: ArrayBuffer
}

export type PackedResponse = {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  /** `parts`: it goes on, and comes in messages of its own. */
  readonly body: ArrayBuffer | null | 'parts'
}

/** The page's side. */
export type Door = {
  readonly transport: Transport
  call(name: string, argument: unknown, signal?: AbortSignal): Promise<unknown>
}

/** The part of a Worker that a door needs. */
export type DoorWorker = {
  postMessage(message: DoorRequest, transfer?: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<DoorAnswer>) => void): void
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void
  addEventListener(type: 'messageerror', listener: () => void): void
}

type Pending = { resolve(answer: DoorAnswer): void; reject(failure: Error): void }

/**
 * Opens the door to a worker. `patience` ends the wait for a worker that never starts; a worker that breaks rejects
 * what was asked and what will be, and says so once: nothing hangs, and another door can be opened.
 */
export function openDoor(worker: DoorWorker, base: string, patience?: Promise<unknown>, onBroken: () => void = () => undefined): Door {
  const pending = new Map<number, Pending>()
  const bodies = new Map<number, Body>()
  let broken: Error | undefined
  let isReady = false
  let last = 0

  const fail = (failure: Error): void => {
    if (broken !== undefined) return
    broken = failure
    for (const { reject } of pending.values()) reject(broken)
    pending.clear()
    for (const body of bodies.values()) body.fail(broken)
    bodies.clear()
    onBroken()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<DoorAnswer>) => {
    if (data.kind === 'ready') {
      isReady = true
      return
    }
    const body = bodies.get(data.id)
    if (body !== undefined) return body.take(data)
    if (data.kind === 'response' && data.response.body === 'parts' && pending.has(data.id)) bodies.set(data.id, openBody(data.id))
    pending.get(data.id)?.resolve(data)
    pending.delete(data.id)
  })
  const openBody = (id: number): Body =>
    createBody(
      () => void bodies.delete(id),
      () => worker.postMessage({ kind: 'cancel', id } satisfies DoorRequest),
    )
  worker.addEventListener('messageerror', () => fail(new Error('an answer of the simulated cloud could not be read')))
  worker.addEventListener('error', (event) => {
    if (!isReady) fail(new Error(`the simulated cloud did not start: ${event.message || 'its worker could not be loaded'}`))
  })
  void patience?.then(() => {
    if (!isReady) fail(new Error('the simulated cloud did not start in time: reload the page'))
  })
  worker.postMessage({ kind: 'hello', base } satisfies DoorRequest)

  const ask = (message: (id: number) => DoorRequest, transfer: Transferable[], signal: AbortSignal | undefined): Promise<DoorAnswer> =>
    new Promise((resolve, reject) => {
      if (broken) return reject(broken)
      if (signal?.aborted) return reject(abortOf(signal))
      const id = ++last
      const cancel = (): void => {
        pending.delete(id)
        worker.postMessage({ kind: 'cancel', id } satisfies DoorRequest)
        if (signal) reject(abortOf(signal))
      }
      const settled = (): void => signal?.removeEventListener('abort', cancel)
      signal?.addEventListener('abort', cancel, { once: true })
      pending.set(id, {
        resolve: (answer) => {
          settled()
          resolve(answer)
        },
        reject: (failure) => {
          settled()
          reject(failure)
        },
      })
      worker.postMessage(message(id), transfer)
    })

  return {
    async transport(request) {
      const packed = await packRequest(request)
      const answer = await ask((id) => ({ kind: 'fetch', id, request: packed }), packed.body ? [packed.body] : [], request.signal)
      if (answer.kind !== 'response') throw failureOf(answer)
      const { status, headers, body } = answer.response
      const whole = body === 'parts' ? bodies.get(answer.id)?.stream(request.signal) : body
      return new Response(whole, { status, headers: headers.map(([name, value]) => [name, value]) })
    },
    async call(name, argument, signal) {
      const answer = await ask((id) => ({ kind: 'call', id, name, argument }), [], signal)
      if (answer.kind !== 'value') throw failureOf(answer)
      return answer.value
    },
  }
}

/** A body that comes in parts, as the page reads it. */
type Body = {
  stream(signal: AbortSignal): ReadableStream<Uint8Array<ArrayBuffer>>
  take(answer: DoorAnswer): void
  fail(failure: Error): void
}

function createBody(forget: () => void, cancel: () => void): Body {
  let isOver = false
  let controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined
  const finish = (last: () => void): void => {
    if (isOver) return
    isOver = true
    forget()
    last()
  }
  const readable = new ReadableStream<Uint8Array<ArrayBuffer>>({ start: (made) => void (controller = made), cancel: () => finish(cancel) })
  const fail = (failure: Error): void => finish(() => controller?.error(failure))
  return {
    fail,
    stream(signal) {
      const abort = (): void => {
        if (!isOver) cancel()
        fail(abortOf(signal))
      }
      if (signal.aborted) abort()
      else signal.addEventListener('abort', abort, { once: true })
      return readable
    },
    take(answer) {
      if (answer.kind === 'part') controller?.enqueue(answer.bytes)
      else if (answer.kind === 'end') finish(() => controller?.close())
      else fail(failureOf(answer))
    },
  }
}

const failureOf = (answer: DoorAnswer): Error =>
  new Error(answer.kind === 'failure' ? answer.message : `cannot use an answer of kind "${answer.kind}"`)

const abortOf = (signal: AbortSignal): Error => (signal.reason instanceof Error ? signal.reason : new DOMException('aborted', 'AbortError'))

async function packRequest(request: Request): Promise<PackedRequest> {
  const body = request.method === 'GET' || request.method === 'HEAD' ? undefined : await request.arrayBuffer()
  return { url: request.url, method: request.method, headers: [...request.headers], body }
}

export async function packResponse(response: Response): Promise<PackedResponse> {
  const isBare = response.status === 204 || response.status === 304
  return { status: response.status, headers: [...response.headers], body: isBare ? null : await response.arrayBuffer() }
}
