import { isExerciseLanguage, type ExerciseLanguage, type ExerciseSubject } from '../exercise.ts'
import { filterPattern } from './filter-pattern.ts'
import { insights } from './insights.ts'
import type { ProgramLanguage } from './program-language.ts'

/** The languages an exercise may be written in. */
export const programs: Readonly<Record<ExerciseLanguage, ProgramLanguage>> = { 'filter-pattern': filterPattern, insights }

/** The language of an exercise whose answer is a text. */
export function programsIn(subject: ExerciseSubject): ProgramLanguage {
  return programs[textLanguage(subject)]
}

export function textLanguage(subject: ExerciseSubject): ExerciseLanguage {
  if (isExerciseLanguage(subject)) return subject
  throw new Error(`cannot run a text: the exercise is about ${JSON.stringify(subject)}`)
}
