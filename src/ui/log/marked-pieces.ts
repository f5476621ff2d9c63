import type { TextRange } from '#lib/text/text-range.ts'

export type MarkedPiece = { readonly from: number; readonly text: string; readonly isMarked: boolean }

/** Ranges in order, cut to the text, those that touch or overlap made one. */
function tidy(ranges: readonly TextRange[], length: number): readonly TextRange[] {
  const merged: TextRange[] = []
  for (const range of ranges.toSorted((left, right) => left.from - right.from || left.to - right.to)) {
    const from = Math.max(0, range.from)
    const to = Math.min(length, range.to)
    const last = merged.at(-1)
    if (to <= from) continue
    if (last && from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, to) }
    else merged.push({ from, to })
  }
  return merged
}

/** A text cut at the borders of its marked ranges. */
export function markedPieces(text: string, ranges: readonly TextRange[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = []
  let at = 0
  for (const { from, to } of tidy(ranges, text.length)) {
    if (from > at) pieces.push({ from: at, text: text.slice(at, from), isMarked: false })
    pieces.push({ from, text: text.slice(from, to), isMarked: true })
    at = to
  }
  if (at < text.length) pieces.push({ from: at, text: text.slice(at), isMarked: false })
  return pieces
}
