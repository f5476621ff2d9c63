/** The most that a body may hold, packed or unpacked. */
export const LARGEST_BODY = 8 * 1024 * 1024

export type ReadBody = { readonly text: string } | { readonly status: 400 | 413 | 415; readonly problem: string }

/** The body as text, unpacked where the client packed it. */
export async function readBody(request: Request): Promise<ReadBody> {
  const packed = new Uint8Array(await request.arrayBuffer())
  if (packed.length > LARGEST_BODY) return tooLarge
  const codings = (request.headers.get('content-encoding') ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity' && coding !== 'aws-chunked')
  if (codings.length === 0) return { text: new TextDecoder().decode(packed) }
  if (codings.at(-1) !== 'gzip') return { status: 415, problem: `the content encoding ${codings.join(', ')} is not known here, gzip is` }
  return unpack(packed).catch(() => ({ status: 400, problem: 'the body says that it is packed with gzip, and is not' }))
}

const tooLarge = { status: 413, problem: `a body holds at most ${LARGEST_BODY} bytes` } as const

async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<ReadBody> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let size = 0; ;) {
    const { done, value } = await reader.read()
    if (done) return { text: text + decoder.decode() }
    size += value.length
    if (size > LARGEST_BODY) return tooLarge
    text += decoder.decode(value, { stream: true })
  }
}
