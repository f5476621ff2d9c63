import type { Answer } from '#grading/exercise.ts'
import type { FieldProblem } from '#grading/verdict.ts'
import type { Checking } from '../desk/use-checking.ts'

/** What the check found wrong with fields, as long as the answer is the one it was given. */
export function fieldProblems({ judged }: Checking, answer: Answer): readonly FieldProblem[] {
  if (judged === undefined || judged.verdict.kind !== 'form-error') return []
  return JSON.stringify(judged.answer) === JSON.stringify(answer) ? judged.verdict.problems : []
}
