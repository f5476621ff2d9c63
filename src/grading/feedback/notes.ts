import { editDistance } from '#lib/text/near.ts'
import { columnsOf } from '../results/columns.ts'
import { count, grouped } from '../results/explain.ts'
import type { ExerciseKind } from '../exercise.ts'
import type { DrawnMarking } from '../marking.ts'
import type { Outcome } from '../results/outcome.ts'
import type { Note } from '../verdict.ts'

/** What a right answer could still do better; none of it costs anything. */
export function notesOn(kind: ExerciseKind, marking: DrawnMarking, text: string, answer: Outcome, expected: Outcome): readonly Note[] {
  return [
    ...nameNotes(marking, text),
    ...scanNotes(marking, answer, expected),
    ...lengthNotes(marking, text),
    ...(kind === 'fix' ? editNotes(marking, text) : []),
  ]
}

/** A column that is called by its formula where ours has a name. */
function nameNotes(marking: DrawnMarking, text: string): readonly Note[] {
  if (marking.language !== 'insights' || marking.solution === undefined) return []
  const yours = columnsOf(text)
  const ours = columnsOf(marking.solution.text)
  const at = yours.findIndex((name, nth) => isFormula(name) && !isFormula(ours[nth] ?? name))
  if (at < 0) return []
  return [{ kind: 'name', message: `A name reads better than a formula: "${yours[at]} as ${ours[at]}" calls the column what it is.` }]
}

const isFormula = (column: string): boolean => /[(+*/]/.test(column)

function scanNotes({ par }: DrawnMarking, answer: Outcome, expected: Outcome): readonly Note[] {
  if (answer.kind !== 'table' || expected.kind !== 'table') return []
  const limit = par.scanned ?? expected.bytes
  if (limit === 0 || answer.bytes <= limit) return []
  return [{ kind: 'scan', message: `It reads ${bytes(answer.bytes)}; ${bytes(limit)} would do, and what is read is what is paid for.` }]
}

function lengthNotes({ par }: DrawnMarking, text: string): readonly Note[] {
  const length = plain(text).length
  if (par.length === undefined) return []
  if (length < par.length) return [{ kind: 'length', message: `${count(length, 'character')}: shorter than the ${par.length} we needed.` }]
  return length === par.length ? [] : [{ kind: 'length', message: `${count(length, 'character')}; it can be said in ${par.length}.` }]
}

function editNotes(marking: DrawnMarking, text: string): readonly Note[] {
  if (marking.solution === undefined) return []
  const yours = editDistance(plain(marking.start), plain(text))
  const ours = editDistance(plain(marking.start), plain(marking.solution.text))
  if (yours > ours) return []
  return [{ kind: 'edit', message: `You mended it with ${count(yours, 'keystroke')}; a shorter repair was not found.` }]
}

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ')

const bytes = (size: number): string =>
  size >= 1e6 ? `${(size / 1e6).toFixed(1)} MB` : size >= 1e3 ? `${(size / 1e3).toFixed(1)} kB` : `${grouped(size)} bytes`
