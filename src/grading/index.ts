export type { Progress } from './bench.ts'
export type { Answer, Drawing, Exercise, ExerciseKind, ExerciseLanguage, ExerciseSummary, Unit } from './exercise.ts'
export { createGrader, type GradeInput, type GradeOptions, type Grader, type GraderOptions } from './grader.ts'
export type * from './verdict.ts'
