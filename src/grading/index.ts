export { createGrader, type GradeInput, type Grader } from './grader.ts'
export type { Hint, Verdict } from './verdict.ts'
