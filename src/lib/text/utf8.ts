const encoder = new TextEncoder()
const LONGEST = 8192
const scratch = new Uint8Array(LONGEST * 3)

/** Bytes the text takes in UTF-8; a lone surrogate counts as the replacement character that stands for it. */
export function utf8Length(text: string): number {
  // the engine's own encoder is several times faster than asking for each unit
  return text.length <= LONGEST ? encoder.encodeInto(text, scratch).written : encoder.encode(text).length
}
