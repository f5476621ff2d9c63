import { filterPattern } from '#languages/filter-pattern/index.ts'
import { insights } from '#languages/insights/index.ts'
import type { Language } from '#lib/language.ts'
import type { ExerciseLanguage } from './exercise.ts'

/** The languages an exercise may be written in. */
export const languages: Readonly<Record<ExerciseLanguage, Language>> = { 'filter-pattern': filterPattern, insights }
