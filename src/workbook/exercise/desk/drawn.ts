import type { Drawing, Exercise } from '#grading/exercise.ts'
import { redrawn } from '#grading/seeds.ts'
import { invariant } from '#lib/invariant.ts'

/** The nth drawing; past the author's values they come round again, on another seed. */
export function drawnAt(exercise: Exercise, number: number): Drawing {
  const drawing = exercise.drawings[number % exercise.drawings.length]
  invariant(drawing !== undefined, `cannot draw ${exercise.id}: it has no drawings`)
  if (number < exercise.drawings.length) return drawing
  return redrawn(drawing, exercise.id, number)
}
