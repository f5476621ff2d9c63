import { never } from '#lib/invariant.ts'
import type { Call, Expression } from './ast.ts'

/** The expressions directly inside one. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'call':
      return expression.args
    case 'not':
    case 'negate':
      return [expression.operand]
    case 'binary':
      return [expression.left, expression.right]
    case 'like':
      return [expression.left]
    case 'in':
      return [expression.left, ...expression.list]
    case 'number':
    case 'string':
    case 'boolean':
    case 'period':
    case 'field':
    case 'star':
    case 'broken':
      return []
    default:
      return never(expression)
  }
}

/** Calls that stand anywhere in an expression, outermost first. */
export const callsIn = (expression: Expression): readonly Call[] => [
  ...(expression.kind === 'call' ? [expression] : []),
  ...childrenOf(expression).flatMap(callsIn),
]
