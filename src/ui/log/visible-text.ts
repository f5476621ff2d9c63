/** A piece of a text as it is drawn: what cannot be seen is named. */
export type VisiblePiece = { readonly text: string; readonly isNamed: boolean }

const invisible = /(?![\t\n])[\p{Cc}\p{Cf}\u2028\u2029]/gu

const nameOf = (character: string): string => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Control, zero-width and direction characters become their names, since a log may hold what a person must see to believe. */
export function visiblePieces(text: string): readonly VisiblePiece[] {
  const pieces: VisiblePiece[] = []
  let from = 0
  for (const found of text.matchAll(invisible)) {
    if (found.index > from) pieces.push({ text: text.slice(from, found.index), isNamed: false })
    pieces.push({ text: nameOf(found[0]), isNamed: true })
    from = found.index + found[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isNamed: false })
  return pieces
}
