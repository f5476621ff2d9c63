export { basicStatistics, type BasicStatistic, type Bounds, type Range, type RangeMeasure, type Statistic } from './ast.ts'
export { statisticProblem } from './diagnose.ts'
export { isBasicStatistic, parseStatistic } from './parse.ts'
