// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/matching-terms-json-log-events.html
import type { Condition, FilterPattern, Selector } from '../ast.ts'
import { problem } from '../diagnostics.ts'
import { readOperand, readOperator, type Reader } from './reader.ts'

const MAX_WILDCARDS_IN_SELECTOR = 1
const MAX_WILDCARD_SELECTORS = 3

const reserved: ReadonlySet<string> = new Set(['null', 'NULL', 'IS', 'NOT', 'EXISTS'])

// json = "{" , or , "}"
export function parseJson(reader: Reader): FilterPattern | undefined {
  const { from } = reader
  reader.eat('{')
  const condition = parseOr(reader)
  if (condition === undefined) return undefined
  if (!reader.eat('}')) return reader.fail(hintForRest(reader))
  if (reader.peek() !== undefined) return reader.fail('nothing may follow the closing }')
  checkWildcards(reader)
  return { kind: 'json', condition, from, to: reader.to }
}

function hintForRest(reader: Reader): string {
  const token = reader.peek()
  if (token === undefined) return 'the pattern must end with }'
  if (token.text.toUpperCase() === 'AND') return 'the word for and is &&'
  if (token.text.toUpperCase() === 'OR') return 'the word for or is ||'
  return 'expected &&, || or }; text of several words must stand in quotes'
}

// or = and , { "||" , and }
const parseOr = (reader: Reader): Condition | undefined => parseLogical(reader, 'or', '||', parseAnd)

// and = unit , { "&&" , unit }
const parseAnd = (reader: Reader): Condition | undefined => parseLogical(reader, 'and', '&&', parseUnit)

function parseLogical(
  reader: Reader,
  kind: 'and' | 'or',
  word: string,
  part: (reader: Reader) => Condition | undefined,
): Condition | undefined {
  const { from } = reader
  const first = part(reader)
  if (first === undefined) return undefined
  const parts = [first]
  while (reader.eat(word)) {
    const next = part(reader)
    if (next === undefined) return undefined
    parts.push(next)
  }
  return parts.length === 1 ? first : { kind, parts, from, to: reader.to }
}

// unit = "(" , or , ")" | comparison
function parseUnit(reader: Reader): Condition | undefined {
  if (!reader.eat('(')) return parseComparison(reader)
  const inner = parseOr(reader)
  if (inner === undefined || reader.eat(')')) return inner
  return reader.fail('expected ) to close the parenthesis')
}

// comparison = selector , ( "IS" , what | "NOT" , "EXISTS" | operator , value )
function parseComparison(reader: Reader): Condition | undefined {
  const { from } = reader
  const token = reader.peek()
  if (token?.kind !== 'selector') {
    return reader.fail(token?.kind === 'word' ? `a property is written with "$.": $.${token.text}` : 'expected a property, $.name')
  }
  reader.at++
  const selector: Selector = { steps: token.steps, from: token.from, to: token.to }
  if (reader.eat('IS')) return parseIs(reader, from, selector)
  if (reader.eat('NOT')) {
    return reader.eat('EXISTS') ? { kind: 'not-exists', selector, from, to: reader.to } : reader.fail('expected EXISTS after NOT')
  }
  const operator = readOperator(reader)
  if (operator === undefined) return reader.fail(hintForOperator(reader))
  const operand = readOperand(reader, operator, reserved)
  return operand && { kind: 'compare', selector, operator, operand, from, to: reader.to }
}

function parseIs(reader: Reader, from: number, selector: Selector): Condition | undefined {
  for (const what of ['NULL', 'TRUE', 'FALSE'] as const) {
    if (reader.eat(what)) return { kind: 'is', selector, what, from, to: reader.to }
  }
  const token = reader.peek()
  if (token?.text === 'NOT')
    return reader.refuse(token, 'filter-pattern/is-not', 'there is no IS NOT; = * holds for every string and number')
  return reader.fail('expected NULL, TRUE or FALSE after IS')
}

function hintForOperator(reader: Reader): string {
  const word = reader.peek()?.text ?? ''
  if (word === 'EXISTS') return 'there is no EXISTS, only NOT EXISTS; = * holds for every string and number'
  if (['IS', 'NOT'].includes(word.toUpperCase())) return `${word.toUpperCase()} is written in capitals`
  return 'expected =, !=, <, >, <=, >=, IS or NOT EXISTS'
}

function checkWildcards(reader: Reader): void {
  const selectors = reader.tokens.filter((token) => token.kind === 'selector')
  const counts = selectors.map((token) => token.steps.filter((step) => step.kind.startsWith('any-')).length)
  const crowded = selectors.find((_, at) => (counts[at] ?? 0) > MAX_WILDCARDS_IN_SELECTOR)
  const fourth = selectors.filter((_, at) => (counts[at] ?? 0) > 0)[MAX_WILDCARD_SELECTORS]
  if (crowded !== undefined) {
    const message = `Your filter pattern has a JSON path selector that exceeds the maximum of ${MAX_WILDCARDS_IN_SELECTOR} wildcard allowed per json selector.`
    reader.problem ??= problem('filter-pattern/wildcards-in-selector', crowded.from, crowded.to, message, 'name one of the two steps')
  }
  if (fourth !== undefined) {
    const message = `Your input has exceeded the maximum of ${MAX_WILDCARD_SELECTORS} JSON wildcard selectors allowed per filter pattern.`
    reader.problem ??= problem('filter-pattern/wildcards', fourth.from, fourth.to, message)
  }
}
