// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
import type { Field, FieldCondition, FilterPattern } from '../ast.ts'
import { problem } from '../diagnostics.ts'
import { readOperand, readOperator, type Reader } from './reader.ts'

const reserved: ReadonlySet<string> = new Set(['SPACE'])

// delimited = "[" , [ field , { "," , field } ] , "]" ; [] is [...]
export function parseDelimited(reader: Reader): FilterPattern | undefined {
  const { from } = reader
  reader.eat('[')
  const fields: Field[] = []
  if (reader.peek()?.text === ']') fields.push({ isEllipsis: true, from: reader.from, to: reader.from })
  else {
    do {
      const field = parseField(reader)
      if (field === undefined) return undefined
      fields.push(field)
    } while (reader.eat(','))
  }
  if (!reader.eat(']'))
    return reader.fail(reader.peek() === undefined ? 'the pattern must end with ]' : 'expected a comma, a condition or ]')
  if (reader.peek() !== undefined) return reader.fail('nothing may follow the closing ]')
  checkNames(reader, fields)
  return { kind: 'delimited', fields, from, to: reader.to }
}

// field = "..." | "" | name , [ conditions ]
function parseField(reader: Reader): Field | undefined {
  const { from } = reader
  if (reader.eat('...')) return { isEllipsis: true, from, to: reader.to }
  const token = reader.peek()
  if (token?.text === ',' || token?.text === ']') return { isEllipsis: false, from, to: from }
  if (!isName(reader)) return reader.fail('expected a name of letters, digits, "_" and "-", "..." or nothing')
  reader.at++
  const name = token?.text ?? ''
  const next = reader.peek()?.text
  if (next === ',' || next === ']' || next === undefined) return { isEllipsis: false, name, from, to: reader.to }
  const condition = parseOr(reader, name)
  return condition && { isEllipsis: false, name, condition, from, to: reader.to }
}

function isName(reader: Reader): boolean {
  const token = reader.peek()
  return (token?.kind === 'word' || token?.kind === 'number') && /^[\p{L}\p{N}_-]+$/u.test(token.text)
}

// conditions = and , { "||" , and } ; and = cond , { "&&" , cond } ; the name may be said again before each
const parseOr = (reader: Reader, name: string): FieldCondition | undefined =>
  parseLogical(reader, 'or', '||', () => parseLogical(reader, 'and', '&&', () => parseCondition(reader, name)))

function parseLogical(
  reader: Reader,
  kind: 'and' | 'or',
  word: string,
  part: () => FieldCondition | undefined,
): FieldCondition | undefined {
  const { from } = reader
  const first = part()
  if (first === undefined) return undefined
  const parts = [first]
  while (reader.eat(word)) {
    const next = part()
    if (next === undefined) return undefined
    parts.push(next)
  }
  return parts.length === 1 ? first : { kind, parts, from, to: reader.to }
}

function parseCondition(reader: Reader, name: string): FieldCondition | undefined {
  const { from } = reader
  if (isName(reader)) {
    if (reader.peek()?.text !== name) return reader.fail(`fields are parted by commas, and a condition here is about ${name}`)
    reader.at++
  }
  const operator = readOperator(reader)
  if (operator === undefined) return reader.fail('expected =, !=, <, >, <= or >=')
  const operand = readOperand(reader, operator, reserved)
  return operand && { kind: 'compare', operator, operand, from, to: reader.to }
}

function checkNames(reader: Reader, fields: readonly Field[]): void {
  const seen = new Set<string>()
  for (const field of fields) {
    const name = field.isEllipsis ? '...' : field.name
    if (name !== undefined && seen.has(name)) {
      const hint = name === '...' ? '"..." may stand in one place only' : 'give each field a name of its own'
      reader.problem ??= problem('filter-pattern/duplicate-field', field.from, field.to, `Duplicate field '${name}'`, hint)
    }
    if (name !== undefined) seen.add(name)
  }
}
