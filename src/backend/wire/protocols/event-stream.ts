import { ApiError } from '#lib/operation/api-error.ts'
import type { EventStream } from '#lib/operation/event-stream.ts'

const CONTENT_TYPE = 'application/vnd.amazon.eventstream'

/** An answer whose body goes on until somebody stops it. */
export const isEventStream = (response: Response): boolean => response.headers.get('content-type') === CONTENT_TYPE

/** Frames as their reader asks for them (aws-wire.md 7); whoever cancels the body stops the source. */
export function writeEventStream({ events }: EventStream, onBug: (failure: unknown) => void): Response {
  const stop = new AbortController()
  const source = events(stop.signal)
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    // boto fails without it
    start: (controller) => controller.enqueue(frame({ ':message-type': 'event', ':event-type': 'initial-response' }, {})),
    async pull(controller) {
      try {
        const next = await source.next()
        if (next.done === true) controller.close()
        else controller.enqueue(frame({ ':message-type': 'event', ':event-type': next.value.type }, next.value.payload))
      } catch (failure) {
        if (stop.signal.aborted) return
        if (!(failure instanceof ApiError)) onBug(failure)
        controller.enqueue(exceptionFrame(failure))
        controller.close()
      }
    },
    async cancel() {
      stop.abort()
      await source.return?.()
    },
  })
  return new Response(body, { headers: { 'content-type': CONTENT_TYPE } })
}

function exceptionFrame(failure: unknown): Uint8Array<ArrayBuffer> {
  const { type, message } =
    failure instanceof ApiError ? failure : { type: 'SessionStreamingException', message: 'this is a bug of the simulation' }
  return frame({ ':message-type': 'exception', ':exception-type': type }, { message })
}

const encoder = new TextEncoder()
const PRELUDE = 12
const CHECKSUM = 4
const TEXT = 7

/** total length, headers' length, their CRC32, headers, payload, CRC32 of all before; big endian. */
function frame(headers: Readonly<Record<string, string>>, payload: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> {
  const head = headerBytes({ ...headers, ':content-type': 'application/json' })
  const text = encoder.encode(JSON.stringify(payload))
  const bytes = new Uint8Array(PRELUDE + head.length + text.length + CHECKSUM)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, bytes.length)
  view.setUint32(4, head.length)
  view.setUint32(8, crc32(bytes.subarray(0, 8)))
  bytes.set(head, PRELUDE)
  bytes.set(text, PRELUDE + head.length)
  view.setUint32(bytes.length - CHECKSUM, crc32(bytes.subarray(0, bytes.length - CHECKSUM)))
  return bytes
}

function headerBytes(headers: Readonly<Record<string, string>>): Uint8Array {
  const bytes: number[] = []
  for (const [name, value] of Object.entries(headers)) {
    const [key, text] = [encoder.encode(name), encoder.encode(value)]
    bytes.push(key.length, ...key, TEXT, text.length >> 8, text.length & 0xff, ...text)
  }
  return Uint8Array.from(bytes)
}

const POLYNOMIAL = 0xedb88320

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = (rest & 1) === 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1
  return rest
})

function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of bytes) rest = (rest >>> 8) ^ (table[(rest ^ byte) & 0xff] ?? 0)
  return ~rest >>> 0
}
