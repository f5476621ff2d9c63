import type { ComparisonOperator } from './alarm.ts'
import { never } from '../invariant.ts'

/** Strict as the operators are named; what is no number never breaches. */
export function isBreaching(operator: ComparisonOperator, value: number, threshold: number, lower: number, upper: number): boolean {
  switch (operator) {
    case 'GreaterThanThreshold':
      return value > threshold
    case 'GreaterThanOrEqualToThreshold':
      return value >= threshold
    case 'LessThanThreshold':
      return value < threshold
    case 'LessThanOrEqualToThreshold':
      return value <= threshold
    case 'LessThanLowerOrGreaterThanUpperThreshold':
      return value < lower || value > upper
    case 'LessThanLowerThreshold':
      return value < lower
    case 'GreaterThanUpperThreshold':
      return value > upper
    default:
      return never(operator)
  }
}
