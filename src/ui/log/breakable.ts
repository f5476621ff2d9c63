/** A piece that must not be cut at its hyphens, or one after which a line may end. */
export type BreakablePiece = { readonly text: string; readonly isWhole: boolean }

const joints = /\d{4}-\d\d-\d\d[T ]\d\d:[\d:.]+Z?|[,;&](?=\S)/g

/** JSON and common logs have few places where a line may end, and the wrong ones: between fields is better than within a date. */
export function breakablePieces(text: string): readonly BreakablePiece[] {
  const pieces: BreakablePiece[] = []
  let from = 0
  for (const found of text.matchAll(joints)) {
    const isWhole = found[0].length > 1
    const end = isWhole ? found.index : found.index + 1
    if (end > from) pieces.push({ text: text.slice(from, end), isWhole: false })
    if (isWhole) pieces.push({ text: found[0], isWhole: true })
    from = found.index + found[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isWhole: false })
  return pieces
}
