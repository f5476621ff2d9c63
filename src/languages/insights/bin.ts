import type { Expression, PeriodLiteral, Stats } from './ast.ts'

/** The period of `bin(p)` and `datefloor(t, p)`: what cuts time into stretches. */
export function binOf(expression: Expression): PeriodLiteral | undefined {
  if (expression.kind !== 'call' || !/^(?:bin|datefloor|dateceil)$/i.test(expression.name)) return undefined
  const last = expression.args.at(-1)
  return last?.kind === 'period' ? last : undefined
}

/** Whether a stats has a row for each stretch of time. */
export const hasBins = ({ by }: Stats): boolean => by.some(({ expression }) => binOf(expression) !== undefined)
