const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textFrom = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

export function toBase64(text: string): string {
  // every row of an answer has a pointer: letters of ASCII are their bytes
  if (/^[ -~\n]*$/.test(text)) return btoa(text)
  let units = ''
  for (const byte of bytesOf(text)) units += String.fromCharCode(byte)
  return btoa(units)
}

/** Null where the text is no Base64; the URL-safe letters are taken too. */
export function fromBase64(text: string): string | null {
  const plain = text.trim().replaceAll('-', '+').replaceAll('_', '/')
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(plain) || plain.replace(/=+$/, '').length % 4 === 1) return null
  return textFrom(Uint8Array.from(atob(plain.replace(/=+$/, '')), (unit) => unit.charCodeAt(0)))
}

/** Letters, digits and `-_.` stay; all else is its UTF-8 bytes as `%XX`. */
export function percentEncode(text: string): string {
  let written = ''
  for (const byte of bytesOf(text)) {
    const character = String.fromCharCode(byte)
    written += /[A-Za-z0-9._-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return written
}

/** A `+` is a blank; a broken `%` stays as it stands. */
export function percentDecode(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => textFrom(Uint8Array.from(run.slice(1).split('%'), (pair) => Number.parseInt(pair, 16))))
}
