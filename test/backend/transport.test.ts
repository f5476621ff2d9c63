import { afterEach, describe, expect, it } from 'vitest'
import { createTransport } from '#backend/transport.ts'

const real = globalThis.fetch
afterEach(() => {
  globalThis.fetch = real
})

const direct = async (request: Request) => new Response(`direct ${await request.text()}`)
const ask = () => new Request('http://here/aws/', { method: 'POST', body: 'q' })

describe('the page’s way to the cloud', () => {
  it('goes straight to the worker while nothing stands in between', async () => {
    const transport = createTransport(direct, () => false)
    expect(await (await transport(ask())).text()).toBe('direct q')
  })

  it('goes through fetch once a service worker answers', async () => {
    globalThis.fetch = async () => new Response('through', { headers: { 'x-amzn-RequestId': '1' } })
    const transport = createTransport(direct, () => true)
    expect(await (await transport(ask())).text()).toBe('through')
  })

  it('falls back for good when a file server answers instead', async () => {
    let asked = 0
    globalThis.fetch = async () => {
      asked++
      return new Response('<h1>Not found</h1>', { status: 404 })
    }
    const transport = createTransport(direct, () => true)
    expect(await (await transport(ask())).text()).toBe('direct q')
    expect(await (await transport(ask())).text()).toBe('direct q')
    expect(asked).toBe(1)
  })

  it('falls back when fetch fails', async () => {
    globalThis.fetch = async () => {
      throw new TypeError('Failed to fetch')
    }
    expect(await (await createTransport(direct, () => true)(ask())).text()).toBe('direct q')
  })

  it('does not take a cancelled request for a broken way', async () => {
    globalThis.fetch = async (request) => {
      throw request instanceof Request ? request.signal.reason : new Error('no request')
    }
    const transport = createTransport(direct, () => true)
    await expect(transport(new Request(ask(), { signal: AbortSignal.abort(new Error('enough')) }))).rejects.toThrow('enough')
  })
})
