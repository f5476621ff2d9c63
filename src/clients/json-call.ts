import type { Transport } from '#lib/transport.ts'

type JsonApi = {
  readonly transport: Transport
  /** The absolute URL of the folder its paths lie in, with its slash. */
  readonly folder: URL
  readonly headers?: Readonly<Record<string, string>>
  errorOf(answer: unknown, status: number): Error
}

export type JsonCall = (method: string, path: string, body?: object | Blob, signal?: AbortSignal) => Promise<unknown>

/** Calls of an api in JSON that is no AWS service; every refusal is that api's own error. */
export const jsonCaller =
  ({ transport, folder, headers = {}, errorOf }: JsonApi): JsonCall =>
  async (method, path, body, signal) => {
    signal?.throwIfAborted()
    const [type, text] = body instanceof Blob ? ['application/octet-stream', body] : ['application/json', body && JSON.stringify(body)]
    const request = new Request(new URL(path, folder), { method, body: text, headers: { ...headers, 'content-type': type }, signal })
    const response = await transport(request)
    signal?.throwIfAborted()
    const answer: unknown = await response.json()
    if (!response.ok) throw errorOf(answer, response.status)
    return answer
  }
