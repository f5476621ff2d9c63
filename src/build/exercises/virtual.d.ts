declare module 'virtual:exercises' {
  import type { Exercise, Unit } from '#grading/exercise.ts'

  export const units: readonly Unit[]
  /** Rejects where there is no exercise of this id. */
  export function loadExercise(id: string): Promise<Exercise>
}

declare module 'virtual:marking' {
  import type { Marking } from '#grading/marking.ts'

  /** Solutions, wrong answers and hints: for the worker only. */
  export function loadMarking(id: string): Promise<Marking>
}
