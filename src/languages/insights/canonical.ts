import { never } from '#lib/invariant.ts'
import type { Expression } from './ast.ts'

/** The expression in one spelling: two that differ only in blanks and capitals of function names have the same. */
export function canonicalText(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value)
    case 'string':
      return JSON.stringify(expression.value)
    case 'boolean':
      return String(expression.value)
    case 'period':
      return `${expression.amount}${expression.unit}`
    case 'field':
      return `\`${expression.name}\``
    case 'star':
      return '*'
    case 'call':
      return `${expression.name.toLowerCase()}(${expression.args.map(canonicalText).join(',')})`
    case 'not':
      return `not(${canonicalText(expression.operand)})`
    case 'negate':
      return `-(${canonicalText(expression.operand)})`
    case 'binary':
      return `(${canonicalText(expression.left)}${expression.operator}${canonicalText(expression.right)})`
    case 'like':
      return `(${canonicalText(expression.left)}${expression.negated ? '!' : ''}~${'source' in expression.pattern ? `/${expression.pattern.source}/` : 'value' in expression.pattern ? JSON.stringify(expression.pattern.value) : ''})`
    case 'in':
      return `(${canonicalText(expression.left)}${expression.negated ? '!' : ''}in[${expression.subquery?.text ?? expression.list.map(canonicalText).join(',')}])`
    case 'broken':
      return '?'
    default:
      return never(expression)
  }
}
