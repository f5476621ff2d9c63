import { climb, type Binding, type Operators } from '#lib/text/pratt.ts'
import { parseRegex } from '#lib/regex/parse.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import type { BinaryOperator, BrokenExpression, Call, Expression, FieldPath, RegexLiteral, StringLiteral, Subquery } from '../ast.ts'
import { problem } from '../diagnostics.ts'
import { childrenOf } from '../walk.ts'
import { lexRegex } from './lex.ts'
import { nameOf, type Reader } from './reader.ts'

// expr = orx ; orx = andx , { "or" , andx } ; andx = notx , { "and" , notx } ; notx = ( "not" | "!" ) , notx | cmp
// cmp = add , [ comparator , add | "=~" , regex | [ "not" ] , "like" , pattern | [ "not" ] , "in" , list ]
// add = mul , { ( "+" | "-" ) , mul } ; mul = pow , { ( "*" | "/" | "%" ) , pow } ; pow = unary , [ "^" , pow ]
export function parseExpression(reader: Reader): Expression {
  const expression = climb(operatorsOf(reader))
  // everybody who reads the tree does so on the call stack
  if (reader.depth > 0 || isShallow(expression)) return expression
  reportTooDeep(reader, expression, `more than ${MAX_STEPS} operators follow each other`)
  return { kind: 'broken', from: expression.from, to: expression.to }
}

const MAX_DEPTH = 250
const MAX_STEPS = 1000

const reportTooDeep = (reader: Reader, range: TextRange, message: string): void =>
  reader.report('insights/too-deep', range, message, 'make a part of it a field of its own first, or write a list: a in [1, 2]')

/** Whether no path through the tree is longer than allowed; goes level by level, so that any tree can be asked. */
function isShallow(expression: Expression): boolean {
  let level: readonly Expression[] = [expression]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_STEPS) return false
    level = level.flatMap(childrenOf)
  }
  return true
}

const NOT = 3
const COMPARISON = 4

const bindings: Readonly<Record<BinaryOperator | 'like' | 'in', Binding>> = {
  or: { power: 1 },
  and: { power: 2 },
  '=': { power: COMPARISON },
  '!=': { power: COMPARISON },
  '<': { power: COMPARISON },
  '<=': { power: COMPARISON },
  '>': { power: COMPARISON },
  '>=': { power: COMPARISON },
  like: { power: COMPARISON },
  in: { power: COMPARISON },
  '+': { power: 5 },
  '-': { power: 5 },
  '*': { power: 6 },
  '/': { power: 6 },
  '%': { power: 6 },
  '^': { power: 7, right: true },
}

type Infix = BinaryOperator | 'like' | 'in'

/** Other languages' spellings, read as what they mean there, and told. */
const foreign: Readonly<Record<string, BinaryOperator>> = { '==': '=', '<>': '!=', '&&': 'and', '||': 'or' }

function operatorsOf(reader: Reader): Operators<Expression, Infix> {
  let compared: Expression | undefined
  return {
    operand: () => parseOperand(reader),
    peek: () => peekInfix(reader),
    combine: (left, infix, right) => {
      if (bindings[infix].power !== COMPARISON) return combine(reader, left, infix, right)
      if (left === compared) {
        reportSecondComparison(reader)
        return left
      }
      compared = combine(reader, left, infix, right)
      return compared
    },
  }
}

const reportSecondComparison = (reader: Reader): void =>
  reader.report(
    'insights/unexpected',
    reader.token,
    `unexpected "${reader.token.text}" behind a comparison`,
    'comparisons are joined with and, or: 1 < a and a < 5',
  )

function peekInfix(reader: Reader): { readonly operator: Infix; readonly binding: Binding } | undefined {
  if (reader.isBroken || reader.isAtBoundary) return undefined
  const operator = infixOf(reader)
  return operator === undefined ? undefined : { operator, binding: bindings[operator] }
}

function infixOf(reader: Reader): Infix | undefined {
  const { token } = reader
  if (token.kind === 'symbol') {
    if (token.text === '=~') return 'like'
    return isInfix(token.text) ? token.text : foreign[token.text]
  }
  if (token.kind !== 'path' || token.isQuoted) return undefined
  const word = token.text.toLowerCase()
  if (word !== 'not') return isInfix(word) ? word : undefined
  const behind = reader.peekNext().text.toLowerCase()
  return behind === 'like' || behind === 'in' ? behind : undefined
}

const isInfix = (text: string): text is Infix => Object.hasOwn(bindings, text)

function combine(reader: Reader, left: Expression, infix: Infix, right: () => Expression): Expression {
  const negated = reader.eat('not')
  const written = reader.next()
  if (infix === 'like') return parseLike(reader, left, negated, written.text)
  if (infix === 'in') return parseIn(reader, left, negated)
  if (Object.hasOwn(foreign, written.text)) {
    reader.diagnostics.push(
      problem('insights/foreign-operator', written, `expected "${infix}", found "${written.text}"`, `"${infix}" is the word for it here`),
    )
  }
  reader.depth++
  const operand = right()
  reader.depth--
  return { kind: 'binary', operator: infix, left, right: operand, from: left.from, to: operand.to }
}

function parseLike(reader: Reader, left: Expression, negated: boolean, written: string): Expression {
  const pattern = parseLikePattern(reader, written)
  return { kind: 'like', negated, left, pattern, from: left.from, to: pattern.to }
}

function parseLikePattern(reader: Reader, written: string): StringLiteral | RegexLiteral | BrokenExpression {
  const { token } = reader
  if (reader.isSymbol('/')) return parseRegexLiteral(reader)
  if (token.kind === 'string' && written !== '=~') return parseString(reader)
  const hint = token.kind === 'path' ? `a text stands in quotes: ${written} "${token.text}"` : undefined
  reader.expected(
    written === '=~' ? `a /regular expression/ after "=~"` : `a text or a /regular expression/ after "${written}"`,
    written === '=~' ? undefined : hint,
  )
  return brokenHere(reader)
}

// list = "[" , literal , { "," , literal } , "]"
function parseIn(reader: Reader, left: Expression, negated: boolean): Expression {
  if (reader.isSymbol('(')) return parseInQuery(reader, left, negated)
  if (!reader.eat('[')) {
    reader.expected('a list in brackets after "in"', 'a list is written ["a", "b"]')
    return brokenHere(reader)
  }
  const list = parseList(reader, ']', () => climb(operatorsOf(reader), COMPARISON + 1))
  return { kind: 'in', negated, left, list, from: left.from, to: reader.to }
}

function parseInQuery(reader: Reader, left: Expression, negated: boolean): Expression {
  const behind = reader.peekNext()
  if (behind.kind !== 'path') {
    reader.report('insights/expected', behind, `expected a query in the parentheses after "in", found ${nameOf(behind)}`, listHint)
    return brokenHere(reader)
  }
  const subquery = parseSubquery(reader)
  if (subquery === undefined) return { kind: 'broken', from: left.from, to: reader.to }
  return { kind: 'in', negated, left, list: [], subquery, from: left.from, to: reader.to }
}

const listHint = 'a list stands in brackets: in ["a", "b"]'

// subquery = "(" , query , ")"
export function parseSubquery(reader: Reader): Subquery | undefined {
  const { from } = reader.token
  if (!reader.isSymbol('(')) {
    reader.expected('a query in parentheses', "(SOURCE '/log/group' | fields ...)")
    return undefined
  }
  if (!reader.isNested) return reader.nested()
  skipParentheses(reader)
  reader.report('insights/nested-query', { from, to: reader.to }, 'a query in parentheses holds no further one')
  return undefined
}

/** From an opening parenthesis to the one that closes it. */
export function skipParentheses(reader: Reader): void {
  let depth = 0
  do {
    if (reader.isSymbol('(')) depth++
    if (reader.isSymbol(')')) depth--
    reader.next()
  } while (depth > 0 && reader.token.kind !== 'end')
}

/** Parts between commas up to the closing symbol, the opening one being read. */
function parseList<Part>(reader: Reader, close: string, part: () => Part): readonly Part[] {
  const parts: Part[] = []
  if (reader.eat(close)) return parts
  do parts.push(part())
  while (!reader.isBroken && reader.eat(','))
  if (!reader.isBroken && !reader.eat(close)) reader.expected(`"," or "${close}"`)
  return parts
}

export const brokenHere = (reader: Reader): BrokenExpression => ({ kind: 'broken', from: reader.token.from, to: reader.token.from })

function parseOperand(reader: Reader): Expression {
  if (reader.isBroken) return brokenHere(reader)
  if (reader.depth >= MAX_DEPTH) {
    reportTooDeep(reader, reader.token, `expressions stand more than ${MAX_DEPTH} deep in each other`)
    return brokenHere(reader)
  }
  reader.depth++
  const operand = parseUnary(reader)
  reader.depth--
  return operand
}

function parseUnary(reader: Reader): Expression {
  const { token } = reader
  if (reader.isSymbol('!') || reader.isWord('not')) {
    reader.next()
    const operand = climb(operatorsOf(reader), NOT)
    return { kind: 'not', operand, from: token.from, to: operand.to }
  }
  if (reader.isSymbol('-')) {
    reader.next()
    const operand = parsePrimary(reader)
    return { kind: 'negate', operand, from: token.from, to: operand.to }
  }
  return parsePrimary(reader)
}

// primary = literal | call | path | "(" , expr , ")"
export function parsePrimary(reader: Reader): Expression {
  const { token } = reader
  if (reader.isAtBoundary && isNoOperand(reader)) return missingOperand(reader)
  switch (token.kind) {
    case 'number':
      reader.next()
      return { kind: 'number', value: token.value, text: token.text, from: token.from, to: token.to }
    case 'string':
      return parseString(reader)
    case 'period':
      reader.report(
        'insights/misplaced-period',
        token,
        `the period "${token.text}" stands where a value should`,
        'a period is an argument, as in bin(5m); a duration is a number',
      )
      return brokenHere(reader)
    case 'path':
      return parseWord(reader)
    default:
      return reader.isSymbol('(') ? parseParentheses(reader) : missingOperand(reader)
  }
}

// literal = number | string | boolean
export function parseLiteral(reader: Reader): Expression {
  const literal = parseUnary(reader)
  const written = literal.kind === 'negate' ? literal.operand : literal
  if (!reader.isBroken && !['number', 'string', 'boolean'].includes(written.kind))
    reader.report('insights/expected', literal, `expected a value, found "${reader.text.slice(literal.from, literal.to)}"`, textHint)
  return literal
}

const textHint = 'a text stands in quotes'

// list = "[" , literal , { "," , literal } , "]"
export function parseLiterals(reader: Reader): readonly Expression[] {
  if (reader.eat('[')) return parseList(reader, ']', () => parseLiteral(reader))
  reader.expected('a list in brackets after "in"', 'a list is written ["a", "b"]')
  return []
}

/** A command's word is a field's name too; one that begins a line and is followed by its own operand is the command. */
function isNoOperand(reader: Reader): boolean {
  const behind = reader.peekNext()
  return reader.token.kind !== 'path' || !(['symbol', 'end'].includes(behind.kind) || isReserved(behind.text.toLowerCase()))
}

function missingOperand(reader: Reader): Expression {
  reader.expected('a field or a value', hintForOperand(reader))
  return brokenHere(reader)
}

function hintForOperand(reader: Reader): string | undefined {
  if (reader.isSymbol('/')) return 'a /regular expression/ stands after like, =~ or in parse'
  if (reader.isSymbol('*')) return '"*" stands in count(*) only'
  const isComparison = infixOf(reader) !== undefined && bindings[infixOf(reader) ?? 'or'].power === COMPARISON
  return isComparison ? 'every comparison names its field again: a = 1 or a = 2' : undefined
}

function parseParentheses(reader: Reader): Expression {
  const { from } = reader.next()
  const inner = parseExpression(reader)
  if (!reader.isBroken && !reader.eat(')')) reader.expected('")"')
  return { ...inner, from, to: Math.max(inner.to, reader.to) }
}

function parseString(reader: Reader): StringLiteral {
  const token = reader.next()
  const { from, to } = token
  if (token.kind === 'string' && !token.isClosed) {
    reader.report('insights/unclosed', { from, to }, `the text ${token.text} is never closed`, `end it with ${token.text[0] ?? ''}`)
  }
  return { kind: 'string', value: token.kind === 'string' ? token.value : '', from, to }
}

/** `/.../`, its expression checked. */
export function parseRegexLiteral(reader: Reader): RegexLiteral {
  const { from, to, source, isClosed } = lexRegex(reader.text, reader.token.from)
  reader.moveTo(to)
  if (!isClosed)
    reader.report(
      'insights/unclosed',
      { from, to },
      'the regular expression is never closed',
      'end it with "/"; a slash inside is written \\/',
    )
  const parsed = parseRegex(source)
  const [found] = 'diagnostics' in parsed && isClosed ? parsed.diagnostics : []
  if (found !== undefined) {
    reader.diagnostics.push(problem('insights/regex', { from: from + 1 + found.from, to: from + 1 + found.to }, found.message, found.hint))
  }
  return { kind: 'regex', source, from, to }
}

function parseWord(reader: Reader): Expression {
  const { token } = reader
  if (token.kind !== 'path') return missingOperand(reader)
  if (!token.isClosed) reader.report('insights/unclosed', token, `the name ${token.text} is never closed`, 'end it with "`"')
  const word = token.text.toLowerCase()
  if (!token.isQuoted && (word === 'true' || word === 'false')) {
    reader.next()
    return { kind: 'boolean', value: word === 'true', from: token.from, to: token.to }
  }
  if (!token.isQuoted && isReserved(word)) return missingOperand(reader)
  return reader.peekNext().text === '(' && !token.isQuoted ? parseCall(reader) : parsePath(reader)
}

const reserved: ReadonlySet<string> = new Set(['and', 'or', 'as', 'by', 'like', 'in', 'asc', 'desc'])
const isReserved = (word: string): boolean => reserved.has(word)

// call = name , "(" , [ ( expr | "*" | period ) , { "," , ( expr | period ) } ] , ")"
function parseCall(reader: Reader): Call {
  const { from, to, text: name } = reader.next()
  reader.eat('(')
  const args = parseList(reader, ')', () => parseArgument(reader))
  return { kind: 'call', name, nameRange: { from, to }, args, from, to: reader.to }
}

function parseArgument(reader: Reader): Expression {
  const { token } = reader
  if (token.kind === 'period') {
    reader.next()
    return { kind: 'period', amount: token.amount, unit: token.unit, text: token.text, from: token.from, to: token.to }
  }
  if (reader.isSymbol('*')) {
    reader.next()
    return { kind: 'star', from: token.from, to: token.to }
  }
  return parseExpression(reader)
}

// path = ident , { "." , ident | "[" , int , "]" }
export function parsePath(reader: Reader): FieldPath {
  const first = reader.next()
  const steps: (string | number)[] = first.kind === 'path' ? [...first.steps] : []
  while (isAdjacent(reader) && (reader.isSymbol('[') || reader.isSymbol('.'))) {
    if (reader.eat('.')) {
      if (reader.token.kind !== 'path' || !isAdjacent(reader)) reader.expected('a name after "."')
      else steps.push(...pathSteps(reader))
    } else steps.push(...parseIndex(reader))
    if (reader.isBroken) break
  }
  return { kind: 'field', name: steps.join('.'), steps, from: first.from, to: reader.to }
}

const isAdjacent = (reader: Reader): boolean => reader.token.from === reader.to

function pathSteps(reader: Reader): readonly string[] {
  const token = reader.next()
  return token.kind === 'path' ? token.steps : []
}

function parseIndex(reader: Reader): readonly number[] {
  reader.eat('[')
  const { token } = reader
  if (token.kind !== 'number' || !Number.isInteger(token.value)) {
    reader.expected('a place counted from 0')
    return []
  }
  reader.next()
  if (!reader.eat(']')) reader.expected('"]"')
  return [token.value]
}
