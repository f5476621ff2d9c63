import type { LineMark } from '../exercise.ts'
import type { TextRange } from '#lib/text/text-range.ts'

/** What can be marked: figures and letters, with what holds a name, an address or a number together. */
const word = /[\p{L}\p{N}*]+(?:[._@+/'’-]+[\p{L}\p{N}*]+)*/gu

/** The words of a line. */
export const wordsOf = (line: string): readonly TextRange[] =>
  [...line.matchAll(word)].map(({ index, 0: text }) => ({ from: index, to: index + text.length }))

/** Whether a mark lies on any of a range. */
export const touches = (mark: LineMark, line: number, { from, to }: TextRange): boolean =>
  mark.line === line && mark.from < to && mark.to > from

/** Whether a mark lies on all of a range. */
export const covers = (mark: LineMark, line: number, { from, to }: TextRange): boolean =>
  mark.line === line && mark.from <= from && mark.to >= to
