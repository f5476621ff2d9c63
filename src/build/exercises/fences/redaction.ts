import type { LabelledPiece, RedactionMarking, RedactionSlip } from '#grading/marking.ts'
import { wordsOf } from '#grading/redaction/words.ts'
import { unknownWord } from '../../located-yaml.ts'
import type { Problem } from '../../prose.ts'
import type { Fence } from '../cut.ts'

const piece = /⟦(keep )?([^:⟦⟧]+):([^⟦⟧]+)⟧/g

/** Lines with `⟦card:4111 1111⟧` around what must not be logged, `⟦keep order id:W-60418⟧` around what looks like it and may stay. */
export function readRedaction(fence: Fence, problems: Problem[]): RedactionMarking {
  const lines: string[] = []
  const pieces: LabelledPiece[] = []
  for (const [at, written] of fence.text.split('\n').entries()) {
    if (written.trim() === '') continue
    const line = fence.line + 1 + at
    const { text, found } = readLine(written, lines.length)
    if (/[⟦⟧]/.test(text)) problems.push({ line, message: 'expected "⟦class:text⟧" or "⟦keep class:text⟧" around a piece of this line' })
    for (const one of found) {
      const cut = wordsOf(text).find((word) => (word.from < one.from && word.to > one.from) || (word.from < one.to && word.to > one.to))
      if (cut !== undefined)
        problems.push({ line, message: `"${text.slice(cut.from, cut.to)}" is one word: a piece holds all of it or none` })
    }
    lines.push(text)
    pieces.push(...found)
  }
  if (!pieces.some(({ isSecret }) => isSecret))
    problems.push({ line: fence.line, message: 'nothing in these lines must go: put "⟦class:text⟧" around it' })
  return { lines, pieces }
}

function readLine(written: string, line: number): { readonly text: string; readonly found: readonly LabelledPiece[] } {
  const found: LabelledPiece[] = []
  let [text, at] = ['', 0]
  for (const match of written.matchAll(piece)) {
    const [whole, keep, label = '', inside = ''] = match
    text += written.slice(at, match.index)
    found.push({ line, from: text.length, to: text.length + inside.length, label: label.trim(), isSecret: keep === undefined })
    text += inside
    at = match.index + whole.length
  }
  return { text: text + written.slice(at), found }
}

/** `missed card`: a class left in; `marked order id`: one taken out that may stay. */
export function readSlip(title: string, line: number, { pieces }: RedactionMarking, problems: Problem[]): RedactionSlip {
  const [, kind, label = ''] = /^(missed|marked) (.+)$/.exec(title) ?? []
  if (kind !== 'missed' && kind !== 'marked') {
    problems.push({ line, message: `expected "missed CLASS" or "marked CLASS", found "${title}"` })
    return { kind: 'missed', label: title }
  }
  const labels = [...new Set(pieces.filter(({ isSecret }) => isSecret === (kind === 'missed')).map((one) => one.label))]
  if (!labels.includes(label)) {
    const noun = kind === 'missed' ? 'class that must go' : 'class that may stay'
    problems.push({ line, message: unknownWord(noun, label, labels) })
  }
  return { kind, label }
}
