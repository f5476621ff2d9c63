import { crc32 } from 'node:zlib'

export type Frame = { readonly headers: Readonly<Record<string, string>>; readonly payload: Readonly<Record<string, unknown>> }

/** Reads a body frame by frame, as AWS's page on event streams lays them out; a checksum that does not fit throws. */
export function frameReader(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader()
  let held = Buffer.alloc(0)
  const raw = async (): Promise<Buffer | undefined> => {
    while (held.length < 4 || held.length < held.readUInt32BE(0)) {
      const { done, value } = await reader.read()
      if (done) return undefined
      held = Buffer.concat([held, value])
    }
    const bytes = held.subarray(0, held.readUInt32BE(0))
    held = held.subarray(bytes.length)
    return bytes
  }
  const next = async (): Promise<Frame | undefined> => {
    const bytes = await raw()
    return bytes && decode(bytes)
  }
  return { raw, next, cancel: () => reader.cancel() }
}

function decode(bytes: Buffer): Frame {
  const end = bytes.length - 4
  if (crc32(bytes.subarray(0, 8)) !== bytes.readUInt32BE(8) || crc32(bytes.subarray(0, end)) !== bytes.readUInt32BE(end))
    throw new Error('a checksum does not fit')
  const headers: Record<string, string> = {}
  const payloadAt = 12 + bytes.readUInt32BE(4)
  for (let at = 12; at < payloadAt;) {
    const nameEnd = at + 1 + bytes.readUInt8(at)
    const valueAt = nameEnd + 3
    const valueEnd = valueAt + bytes.readUInt16BE(nameEnd + 1)
    headers[bytes.toString('utf8', at + 1, nameEnd)] = bytes.toString('utf8', valueAt, valueEnd)
    at = valueEnd
  }
  return { headers, payload: JSON.parse(bytes.toString('utf8', payloadAt, end)) }
}
