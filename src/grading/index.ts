export { createGrader, type GradeInput, type Marker } from './grader.ts'
export type { Verdict } from './verdict.ts'
