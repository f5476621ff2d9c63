const encoder = new TextEncoder()

/** A text to be found: its bytes, and what is laid over the searched bytes before they are compared. */
export type Needle = { readonly bytes: Uint8Array; readonly mask: Uint8Array }

export function needleOf(text: string): Needle {
  const bytes = encoder.encode(text)
  return { bytes, mask: new Uint8Array(bytes.length) }
}

/** Finds the text in either case; letters of ASCII only, `text` in small ones. */
export function foldedNeedle(text: string): Needle {
  const { bytes } = needleOf(text)
  return { bytes, mask: bytes.map((byte) => (byte >= 97 && byte <= 122 ? 32 : 0)) }
}
