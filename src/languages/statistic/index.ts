export { statisticProblem } from './diagnose.ts'
export { statisticNeeds, statisticSays, statisticSuggestions } from './says.ts'
