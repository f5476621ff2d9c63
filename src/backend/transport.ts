import type { Transport } from '#lib/transport.ts'

/** Every answer of ours carries a request id: a file server's or a proxy's does not. */
const MARK = 'x-amzn-requestid'

/**
 * Straight to the worker until a service worker stands in between, through the browser's own fetch from then on, so that
 * the network panel shows the calls. Where that fails, or somebody else answers, straight to the worker again, for good.
 */
export function createTransport(direct: Transport, isIntercepted: () => boolean): Transport {
  let isTrusted = true
  return async (request) => {
    if (!isTrusted || !isIntercepted()) return direct(request)
    const again = request.clone()
    const response = await fetch(request).catch((failure: unknown) => {
      if (request.signal.aborted) throw failure
      return undefined
    })
    if (response?.headers.has(MARK)) return response
    isTrusted = false
    return direct(again)
  }
}
