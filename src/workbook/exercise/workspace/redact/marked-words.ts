import type { LineMark } from '#grading/exercise.ts'
import type { TextRange } from '#lib/text/text-range.ts'

/** A word of the lines, by its line and its place in it. */
export type WordAt = { readonly line: number; readonly word: number }

type Words = readonly (readonly TextRange[])[]

export const isMarked = (marks: readonly LineMark[], line: number, { from, to }: TextRange): boolean =>
  marks.some((mark) => mark.line === line && mark.from <= from && mark.to >= to)

/** Marks or unmarks every word from one to another, whichever comes first. */
export function withWords(words: Words, marks: readonly LineMark[], one: WordAt, other: WordAt, isOn: boolean): readonly LineMark[] {
  const [first, last] = isBefore(one, other) ? [one, other] : [other, one]
  const isMeant = (at: WordAt): boolean => !isBefore(at, first) && !isBefore(last, at)
  return words.flatMap((ofLine, line) =>
    join(
      line,
      ofLine.map((range, word) => ({ range, isOn: isMeant({ line, word }) ? isOn : isMarked(marks, line, range) })),
    ),
  )
}

const isBefore = (left: WordAt, right: WordAt): boolean => left.line < right.line || (left.line === right.line && left.word < right.word)

/** Words that stand side by side are one mark. */
function join(line: number, words: readonly { readonly range: TextRange; readonly isOn: boolean }[]): readonly LineMark[] {
  const marks: { line: number; from: number; to: number }[] = []
  let open: { line: number; from: number; to: number } | undefined
  for (const { range, isOn } of words) {
    if (!isOn) open = undefined
    else if (open === undefined) marks.push((open = { line, from: range.from, to: range.to }))
    else open.to = range.to
  }
  return marks
}
