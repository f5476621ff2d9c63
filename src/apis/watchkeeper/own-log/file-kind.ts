const MAGIC: readonly (readonly [name: string, ...bytes: readonly number[]])[] = [
  ['a zip archive: unpack it first', 0x50, 0x4b, 0x03, 0x04],
  ['a Zstandard archive: unpack it first', 0x28, 0xb5, 0x2f, 0xfd],
  ['a PDF', 0x25, 0x50, 0x44, 0x46],
  ['a PNG picture', 0x89, 0x50, 0x4e, 0x47],
  ['a JPEG picture', 0xff, 0xd8, 0xff],
  ['a program', 0x7f, 0x45, 0x4c, 0x46],
  ['a database', 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
]

const beginsWith = (head: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, at) => head[at] === byte)

export const isGzip = (head: Uint8Array): boolean => beginsWith(head, [0x1f, 0x8b])

export const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'

/** Why bytes are no log: a known kind of file, or a share of bytes that no text holds. */
export function refusalOf(head: Uint8Array): string | undefined {
  const known = MAGIC.find(([, ...magic]) => beginsWith(head, magic))
  if (known) return `this is ${known[0]}`
  if (encodingOf(head) !== 'utf-8') return undefined
  const sample = head.subarray(0, 4096)
  const odd = sample.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)).length
  return odd > sample.length / 10 ? `this is no text: ${odd} of its first ${sample.length} bytes are control codes` : undefined
}
