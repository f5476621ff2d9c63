import { never } from '#lib/invariant.ts'
import type { Expression, FieldPath, In, Item, Name, Subquery } from '../ast.ts'

export const printItems = (items: readonly Item[]): string =>
  items.map(({ expression, alias }) => `${printExpression(expression)}${alias === undefined ? '' : ` as ${printName(alias)}`}`).join(', ')

const powers: Readonly<Record<string, number>> = { or: 1, and: 2, '+': 5, '-': 5, '*': 6, '/': 6, '%': 6, '^': 7 }
const NOT = 3
const COMPARISON = 4
const UNARY = 8
const PRIMARY = 9

function powerOf(expression: Expression): number {
  if (expression.kind === 'binary') return powers[expression.operator] ?? COMPARISON
  if (expression.kind === 'like' || expression.kind === 'in') return COMPARISON
  return expression.kind === 'not' ? NOT : expression.kind === 'negate' ? UNARY : PRIMARY
}

const inside = (expression: Expression, least: number): string =>
  powerOf(expression) < least ? `(${printExpression(expression)})` : printExpression(expression)

/** As short as it can be written, blanks around operators. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
    case 'period':
      return expression.text
    case 'string':
      return printText(expression.value)
    case 'boolean':
      return String(expression.value)
    case 'field':
      return printPath(expression)
    case 'star':
      return '*'
    case 'call':
      return `${expression.name}(${expression.args.map(printExpression).join(', ')})`
    case 'not':
      return `not ${inside(expression.operand, NOT)}`
    case 'negate':
      return `-${inside(expression.operand, PRIMARY)}`
    case 'binary': {
      const power = powerOf(expression)
      const isRight = expression.operator === '^'
      const isAlone = isRight || power === COMPARISON
      return `${inside(expression.left, isAlone ? power + 1 : power)} ${expression.operator} ${inside(expression.right, isRight ? power : power + 1)}`
    }
    case 'like': {
      const { pattern } = expression
      const written = pattern.kind === 'regex' ? `/${pattern.source}/` : pattern.kind === 'string' ? printText(pattern.value) : ''
      return `${inside(expression.left, COMPARISON + 1)} ${expression.negated ? 'not ' : ''}like ${written}`
    }
    case 'in':
      return `${inside(expression.left, COMPARISON + 1)} ${expression.negated ? 'not ' : ''}in ${printMembers(expression)}`
    case 'broken':
      return ''
    default:
      return never(expression)
  }
}

const printMembers = ({ list, subquery }: In): string =>
  subquery === undefined ? `[${list.map(printExpression).join(', ')}]` : printSubquery(subquery)

/** As it was written: its layout is its author's. */
export const printSubquery = ({ text }: Subquery): string => `(${text})`

export const printText = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r')}"`

const plain = /^[\p{L}_@][\p{L}\p{N}_@]*$/u
const reserved = new Set(['and', 'or', 'not', 'as', 'by', 'like', 'in', 'asc', 'desc', 'true', 'false'])

const printStep = (step: string, at: number): string =>
  (at === 0 ? plain.test(step) && !reserved.has(step.toLowerCase()) : /^[\p{L}\p{N}_@]+$/u.test(step)) ? step : `\`${step}\``

/** A path with backticks where a step needs them. */
export const printPath = ({ steps }: Pick<FieldPath, 'steps'>): string =>
  steps.map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at > 0 ? '.' : ''}${printStep(step, at)}`)).join('')

export const printPaths = (paths: readonly FieldPath[]): string => paths.map(printPath).join(', ')

export const printAlias = (alias: Name | undefined): string => (alias === undefined ? '' : ` as ${printName(alias.name)}`)

export const printName = (name: string): string => (/^[\p{L}_@][\p{L}\p{N}_@.]*$/u.test(name) ? name : `\`${name}\``)
