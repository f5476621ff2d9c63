/** A piece is a line. */
export const assemble = (pieces: readonly string[]): string => pieces.join('\n')

/** Which pieces, by their index, an assembled text was made of, in its order; undefined when it was not. */
export function takeApart(pieces: readonly string[], text: string): readonly number[] | undefined {
  if (text === '') return []
  const find = (rest: string, used: readonly number[]): readonly number[] | undefined => {
    for (const [index, piece] of pieces.entries()) {
      if (used.includes(index)) continue
      const order = [...used, index]
      if (rest === piece) return order
      const found =
        /^[ \n]/.test(rest.slice(piece.length)) && rest.startsWith(piece) ? find(rest.slice(piece.length + 1), order) : undefined
      if (found !== undefined) return found
    }
    return undefined
  }
  return find(text, [])
}

/** Moves one member of a list; the list itself where it cannot move. */
export function moved(order: readonly number[], from: number, to: number): readonly number[] {
  const piece = order[from]
  if (piece === undefined || to < 0 || to >= order.length || from === to) return order
  const rest = order.filter((_, at) => at !== from)
  return [...rest.slice(0, to), piece, ...rest.slice(to)]
}
