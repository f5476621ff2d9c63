import { never } from '#lib/invariant.ts'
import type { Command, Expression, FieldPath, Item, Query, SortKey, Source } from './ast.ts'

/** A query in the house's layout: one command a line. */
export function print(query: Query): string {
  const stages = [...(query.source === undefined ? [] : [printSource(query.source)]), ...query.commands.map(printCommand)]
  return stages.join('\n| ')
}

function printSource({ groups, selectors, isSelection, options }: Source): string {
  const written = Object.entries(selectors).filter(([name]) => name !== 'datasource')
  const selection = `logGroups(${written.map(([name, values]) => `${selectorNames[name] ?? name}: ${printList(values)}`).join(', ')})`
  const sources = selectors['datasource'] === undefined ? [] : [`dataSource(${printList(selectors['datasource'])})`]
  const from = [...sources, ...(isSelection ? [selection] : groups.length > 0 ? [groups.map(printText).join(', ')] : [])]
  return ['SOURCE', ...from, ...Object.entries(options).map(([name, value]) => `${name}=${value}`)].join(' ')
}

const selectorNames: Readonly<Record<string, string>> = {
  nameprefix: 'namePrefix',
  accountidentifiers: 'accountIdentifiers',
  accountidentifier: 'accountIdentifier',
  loggroupclass: 'logGroupClass',
}

const printList = (values: readonly string[]): string => `[${values.map(printText).join(', ')}]`

function printCommand(command: Command): string {
  switch (command.kind) {
    case 'fields':
    case 'display':
      return `${command.kind} ${printItems(command.items)}`
    case 'filter':
      return `filter ${printExpression(command.condition)}`
    case 'stats':
      return `stats ${printItems(command.items)}${command.by.length > 0 ? ` by ${printItems(command.by)}` : ''}${command.offset === undefined ? '' : ` offset ${command.offset}ms`}`
    case 'sort':
      return `sort ${command.keys.map(printKey).join(', ')}`
    case 'limit':
      return `limit ${command.any ? 'any ' : ''}${command.count}`
    case 'parse-glob':
      return `parse ${printInput(command.input)}${printText(command.glob)} as ${command.names.map(({ name }) => printName(name)).join(', ')}`
    case 'parse-regex':
      return `parse ${printInput(command.input)}/${command.regex.source}/`
    case 'dedup':
      return `dedup ${command.keys.map(printPath).join(', ')}`
    case 'unsupported':
      return command.name
    case 'broken':
      return ''
    default:
      return never(command)
  }
}

const printInput = (input: Expression | undefined): string => (input === undefined ? '' : `${printExpression(input)} `)

const printItems = (items: readonly Item[]): string =>
  items.map(({ expression, alias }) => `${printExpression(expression)}${alias === undefined ? '' : ` as ${printName(alias)}`}`).join(', ')

const printKey = ({ expression, descending, isExplicit }: SortKey): string =>
  `${printExpression(expression)}${isExplicit ? (descending ? ' desc' : ' asc') : ''}`

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
      return `${inside(expression.left, COMPARISON + 1)} ${expression.negated ? 'not ' : ''}in [${expression.list.map(printExpression).join(', ')}]`
    case 'broken':
      return ''
    default:
      return never(expression)
  }
}

const printText = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r')}"`

const plain = /^[\p{L}_@][\p{L}\p{N}_@]*$/u
const reserved = new Set(['and', 'or', 'not', 'as', 'by', 'like', 'in', 'asc', 'desc', 'true', 'false'])

const printStep = (step: string, at: number): string =>
  (at === 0 ? plain.test(step) && !reserved.has(step.toLowerCase()) : /^[\p{L}\p{N}_@]+$/u.test(step)) ? step : `\`${step}\``

/** A path with backticks where a step needs them. */
export const printPath = ({ steps }: Pick<FieldPath, 'steps'>): string =>
  steps.map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at > 0 ? '.' : ''}${printStep(step, at)}`)).join('')

const printName = (name: string): string => (/^[\p{L}_@][\p{L}\p{N}_@.]*$/u.test(name) ? name : `\`${name}\``)
