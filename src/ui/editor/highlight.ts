import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { Language } from '#lib/text/language.ts'
import type { SyntaxStyle } from '#lib/text/prose.ts'

export type EditorPiece = {
  readonly from: number
  readonly text: string
  readonly style?: SyntaxStyle
  readonly severity?: Diagnostic['severity']
}

/** An empty range (something is missing here) is shown on the character before it, or the one it stands at. */
export function drawnRange({ from, to }: Diagnostic, length: number): { readonly from: number; readonly to: number } {
  const start = Math.min(Math.max(0, from), length)
  const end = Math.min(Math.max(start, to), length)
  if (end > start) return { from: start, to: end }
  return start === length ? { from: Math.max(0, start - 1), to: length } : { from: start, to: start + 1 }
}

/** A text in pieces of one colour and one underline each. */
export function editorPieces(
  text: string,
  tokens: ReturnType<Language['tokens']>,
  diagnostics: readonly Diagnostic[],
): readonly EditorPiece[] {
  const problems = diagnostics.map((diagnostic) => ({ ...drawnRange(diagnostic, text.length), severity: diagnostic.severity }))
  const cuts = new Set([0, text.length, ...[...tokens, ...problems].flatMap((range) => [range.from, range.to])])
  const borders = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((left, right) => left - right)
  return borders.slice(0, -1).map((from, at) => {
    const to = borders[at + 1] ?? text.length
    const style = tokens.find((token) => token.from <= from && to <= token.to)?.style
    const over = problems.filter((problem) => problem.from <= from && to <= problem.to)
    const severity = over.find((problem) => problem.severity === 'error')?.severity ?? over[0]?.severity
    return { from, text: text.slice(from, to), ...(style === undefined ? {} : { style }), ...(severity === undefined ? {} : { severity }) }
  })
}

/** Pieces line by line, line ends left out; an empty text is one empty line. */
export function linesOf(pieces: readonly EditorPiece[]): readonly (readonly EditorPiece[])[] {
  const lines: EditorPiece[][] = [[]]
  for (const piece of pieces) {
    let from = piece.from
    for (const [at, text] of piece.text.split('\n').entries()) {
      if (at > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...piece, from, text })
      from += text.length + 1
    }
  }
  return lines
}

/** One-based line and column of an offset, as a person counts them. */
export function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
