/** The most that a body may hold, packed or unpacked: a lookup table of 10 MB, written as JSON, goes in. */
export const LARGEST_BODY = 24 * 1024 * 1024

export type UnreadBody = { readonly status: 400 | 413 | 415; readonly problem: string }
export type ReadBody = { readonly bytes: Uint8Array<ArrayBuffer> } | UnreadBody

/** The body's bytes, unpacked where the client packed it. */
export async function readBody(request: Request): Promise<ReadBody> {
  const packed = new Uint8Array(await request.arrayBuffer())
  if (packed.length > LARGEST_BODY) return tooLarge
  const codings = (request.headers.get('content-encoding') ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity' && coding !== 'aws-chunked')
  if (codings.length === 0) return { bytes: packed }
  if (codings.at(-1) !== 'gzip') return { status: 415, problem: `the content encoding ${codings.join(', ')} is not known here, gzip is` }
  return unpack(packed).catch(() => ({ status: 400, problem: 'the body says that it is packed with gzip, and is not' }))
}

const tooLarge = { status: 413, problem: `a body holds at most ${LARGEST_BODY} bytes` } as const

async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<ReadBody> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let size = 0; ;) {
    const { done, value } = await reader.read()
    if (done) return { bytes: new Uint8Array(await new Blob(parts).arrayBuffer()) }
    size += value.length
    if (size > LARGEST_BODY) return tooLarge
    parts.push(value)
  }
}
