import { describe, expect, it } from 'vitest'
import { openDoor, type DoorAnswer, type DoorRequest, type DoorWorker } from '#backend/door.ts'
import { serveDoor, type Behind } from '#backend/serve-door.ts'

/** A worker as the page sees it, over a real message channel. */
function workerOf(port: MessagePort): DoorWorker & { break(message: string): void } {
  const target = new EventTarget()
  port.onmessage = ({ data }: MessageEvent<DoorAnswer>) => target.dispatchEvent(new MessageEvent('message', { data }))
  return {
    postMessage: (message, transfer = []) => port.postMessage(message, transfer),
    addEventListener: (type: string, listener: never) => target.addEventListener(type, listener),
    break: (message) => target.dispatchEvent(Object.assign(new Event('error'), { message })),
  }
}

const quiet: Behind = { fetch: async () => new Response(), call: async () => undefined }

function house(behind: Partial<Behind>) {
  const { port1, port2 } = new MessageChannel()
  const worker = workerOf(port1)
  const bases: string[] = []
  serveDoor(
    {
      postMessage: (message, transfer) => port2.postMessage(message, transfer),
      addEventListener: (_type, listener) => {
        port2.onmessage = ({ data }: MessageEvent<DoorRequest>) => listener(new MessageEvent('message', { data }))
      },
    },
    (base) => {
      bases.push(base)
      return { ...quiet, ...behind }
    },
  )
  return { door: openDoor(worker, 'http://here/sub/'), worker, bases, close: () => port1.close() }
}

describe('the door between page and worker', () => {
  it('carries a request there and its answer back, with headers, status and bytes', async () => {
    const { door, bases, close } = house({
      fetch: async (request) =>
        new Response(`${request.method} ${request.url} ${request.headers.get('x-a')} ${await request.text()}`, {
          status: 418,
          headers: { 'x-b': '2' },
        }),
    })
    const response = await door.transport(new Request('http://here/sub/aws/', { method: 'POST', headers: { 'x-a': '1' }, body: 'käse' }))
    expect([response.status, response.headers.get('x-b'), await response.text()]).toEqual([418, '2', 'POST http://here/sub/aws/ 1 käse'])
    expect(bases).toEqual(['http://here/sub/'])
    close()
  })

  it('keeps answers with their questions, whatever their order', async () => {
    const gates = new Map<string, () => void>()
    const { door, close } = house({
      call: (name) => new Promise((resolve) => gates.set(name, () => resolve(name))),
      fetch: async () => new Response('now'),
    })
    const first = door.call('first', 1)
    const second = door.call('second', 2)
    await door.transport(new Request('http://here/'))
    gates.get('second')?.()
    expect(await second).toBe('second')
    gates.get('first')?.()
    expect(await first).toBe('first')
    close()
  })

  it('brings a failure over as an error with its sentence', async () => {
    const { door, close } = house({
      call: async () => {
        throw new Error('cannot grade: no such exercise')
      },
    })
    await expect(door.call('grade', {})).rejects.toThrow('cannot grade: no such exercise')
    close()
  })

  it('tells the worker when the page no longer waits', async () => {
    let stopped: (() => void) | undefined
    const heard = new Promise<void>((resolve) => (stopped = resolve))
    const { door, close } = house({
      call: (_name, _argument, signal) => new Promise(() => signal.addEventListener('abort', () => stopped?.())),
    })
    const controller = new AbortController()
    const asked = door.call('long', {}, controller.signal)
    controller.abort(new Error('enough'))
    await expect(asked).rejects.toThrow('enough')
    await heard
    close()
  })

  it('rejects what waits and what comes when the worker cannot start', async () => {
    const { port1 } = new MessageChannel()
    const worker = workerOf(port1)
    let broken = 0
    const door = openDoor(worker, 'http://here/', undefined, () => broken++)
    const asked = door.transport(new Request('http://here/'))
    const called = asked.catch((failure: unknown) => failure)
    worker.break('boom')
    expect(await called).toMatchObject({ message: 'the simulated cloud did not start: boom' })
    await expect(door.call('x', {})).rejects.toThrow('did not start')
    worker.break('again')
    expect(broken).toBe(1)
    port1.close()
  })

  it('rejects once patience is over', async () => {
    const { port1 } = new MessageChannel()
    const door = openDoor(workerOf(port1), 'http://here/', Promise.resolve())
    await expect(door.call('x', {})).rejects.toThrow('the simulated cloud did not start in time')
    port1.close()
  })

  it('carries a body that goes on, part after part, and tells the source when the page stops reading', async () => {
    let feed: ReadableStreamDefaultController<Uint8Array> | undefined
    let stopped: (() => void) | undefined
    const heard = new Promise<void>((resolve) => (stopped = resolve))
    const { door, close } = house({
      fetch: async () => {
        const body = new ReadableStream<Uint8Array>({ start: (made) => void (feed = made), cancel: () => stopped?.() })
        return new Response(body, { headers: { 'content-type': 'application/vnd.amazon.eventstream' } })
      },
    })
    const response = await door.transport(new Request('http://here/'))
    const reader = response.body?.getReader()
    for (const part of ['one', 'two']) {
      feed?.enqueue(new TextEncoder().encode(part))
      expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(part)
    }
    await reader?.cancel()
    await heard
    close()
  })

  it('a body that goes on ends and fails with its source, and with the page’s signal', async () => {
    const feeds: ReadableStreamDefaultController<Uint8Array>[] = []
    const { door, close } = house({
      fetch: async () => {
        const body = new ReadableStream<Uint8Array>({ start: (made) => void feeds.push(made) })
        return new Response(body, { headers: { 'content-type': 'application/vnd.amazon.eventstream' } })
      },
    })
    const read = async (signal?: AbortSignal) => (await door.transport(new Request('http://here/', { signal }))).body?.getReader()
    const ended = await read()
    feeds[0]?.close()
    expect((await ended?.read())?.done).toBe(true)
    const controller = new AbortController()
    const aborted = await read(controller.signal)
    controller.abort()
    await expect(aborted?.read()).rejects.toThrow('abort')
    const failed = await read()
    feeds[2]?.error(new Error('no more'))
    await expect(failed?.read()).rejects.toThrow('no more')
    close()
  })
})
