import type { Transport } from '#lib/transport.ts'

/** What goes through the door between page and worker: requests with answers, and calls with values. */
export type DoorRequest =
  | { readonly kind: 'fetch'; readonly id: number; readonly request: PackedRequest }
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly argument: unknown }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'hello'; readonly base: string }

export type DoorAnswer =
  | { readonly kind: 'response'; readonly id: number; readonly response: PackedResponse }
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
  readonly body: ArrayBuffer | null
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
  let broken: Error | undefined
  let isReady = false
  let last = 0

  const fail = (failure: Error): void => {
    if (broken !== undefined) return
    broken = failure
    for (const { reject } of pending.values()) reject(broken)
    pending.clear()
    onBroken()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<DoorAnswer>) => {
    if (data.kind === 'ready') {
      isReady = true
      return
    }
    pending.get(data.id)?.resolve(data)
    pending.delete(data.id)
  })
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
      return new Response(body, { status, headers: headers.map(([name, value]) => [name, value]) })
    },
    async call(name, argument, signal) {
      const answer = await ask((id) => ({ kind: 'call', id, name, argument }), [], signal)
      if (answer.kind !== 'value') throw failureOf(answer)
      return answer.value
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
