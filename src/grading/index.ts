export { createGrader, type GradeInput, type Grader } from './grader.ts'
export type { Verdict } from './verdict.ts'
