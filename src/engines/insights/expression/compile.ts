import { foldedNeedle, needleOf } from '#lib/byte-search/needle.ts'
import { compileRegex } from '#lib/regex/index.ts'
import { never } from '#lib/invariant.ts'
import type { Binary, Call, Expression, In, Like, Query } from '#languages/insights/ast.ts'
import { findFunction } from '#languages/insights/functions/index.ts'
import { isTrue, textOf } from '#languages/insights/functions/values/coercion.ts'
import { fits } from '#languages/insights/functions/values/longest-text.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import {
  constantReader,
  keepTrue,
  missing,
  numberReader,
  onceForEachText,
  preparing,
  sharedColumn,
  valueReader,
  type Reader,
} from '../reader.ts'
import type { Names } from '../planning/scope.ts'
import { compileComparison, isComparison } from './comparison.ts'
import { keepMatching, type MessageTest } from './message-search.ts'
import { membership, membershipOf } from './membership.ts'
import { timeFloor } from './time-floor.ts'

/** Binds an expression to its data; names are looked up now, not for each row. */
export function compile(expression: Expression, names: Names): Reader {
  const known = names.expression(expression)
  if (known !== undefined) return known
  switch (expression.kind) {
    case 'number':
    case 'string':
    case 'boolean':
      return constantReader(expression.value)
    case 'period':
      return constantReader(`${expression.amount}${expression.unit}`)
    case 'field':
      return names.field(expression)
    case 'star':
    case 'broken':
      return missing
    case 'call':
      return compileCall(expression, names)
    case 'not':
      return compileNot(compile(expression.operand, names))
    case 'negate':
      return arithmetic([constantReader(0), compile(expression.operand, names)], (left, right) => left - right)
    case 'binary':
      return compileBinary(expression, names)
    case 'like':
      return compileLike(expression, names)
    case 'in':
      return compileIn(expression, names)
    default:
      return never(expression)
  }
}

/** One evaluation where nothing varies, one for each text where one column varies, else one for each row. */
function pure(inputs: readonly Reader[], read: (row: number) => Value): Reader {
  if (inputs.every(({ constant }) => constant !== undefined)) return constantReader(read(0))
  const column = sharedColumn(inputs)
  return column === undefined ? preparing(valueReader(read), inputs) : onceForEachText(column, read)
}

function compileNot(operand: Reader): Reader {
  return pure([operand], (row) => !isTrue(operand.read(row)))
}

function arithmetic(inputs: readonly [Reader, Reader], apply: (left: number, right: number) => number): Reader {
  const [left, right] = inputs
  const reader = numberReader((row) => apply(left.number(row), right.number(row)))
  return left.constant !== undefined && right.constant !== undefined ? constantReader(reader.read(0)) : preparing(reader, inputs)
}

const operations: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0 ? Number.NaN : left / right),
  '%': (left, right) => left % right,
  '^': (left, right) => left ** right,
}

function compileBinary(expression: Binary, names: Names): Reader {
  const left = compile(expression.left, names)
  const right = compile(expression.right, names)
  const { operator } = expression
  if (operator === 'and') {
    const both = pure([left, right], (row) => isTrue(left.read(row)) && isTrue(right.read(row)))
    if (both.keepTrue !== undefined || both.constant !== undefined) return both
    return { ...both, keepTrue: (rows, count) => keepTrue(right, rows, keepTrue(left, rows, count)) }
  }
  if (operator === 'or') return pure([left, right], (row) => isTrue(left.read(row)) || isTrue(right.read(row)))
  if (isComparison(operator)) return compileComparison(operator, left, right)
  const apply = operations[operator]
  return apply === undefined ? missing : arithmetic([left, right], apply)
}

function compileLike(expression: Like, names: Names): Reader {
  const left = compile(expression.left, names)
  const test = likeTest(expression.pattern)
  const { negated } = expression
  const reader = pure([left], (row) => {
    const text = textOf(left.read(row))
    return text !== null && test.test(text) !== negated
  })
  const { messageOf } = left
  if (messageOf === undefined || test.needles.length === 0) return reader
  return { ...reader, keepTrue: (rows, count) => keepMatching(messageOf, test, negated, rows, count) }
}

function likeTest(pattern: Like['pattern']): MessageTest {
  if (pattern.kind === 'string') {
    const { value } = pattern
    return { test: (text) => text.includes(value), needles: value === '' ? [] : [needleOf(value)], isExact: !/\p{Surrogate}/u.test(value) }
  }
  const compiled = pattern.kind === 'broken' ? undefined : compileRegex(pattern.source)
  if (compiled === undefined || !('value' in compiled)) return { test: () => false, needles: [], isExact: false }
  const { test, needles, literal } = compiled.value
  return {
    test,
    needles: needles.map(({ text, fold }) => (fold ? foldedNeedle(text) : needleOf(text))),
    isExact: literal !== '' && compiled.value.engineFor(1) === 'literal',
  }
}

function compileIn(expression: In, names: Names): Reader {
  if (expression.subquery !== undefined) return compileInQuery(expression, expression.subquery.query, names)
  const left = compile(expression.left, names)
  const list = expression.list.map((item) => compile(item, names))
  const { negated } = expression
  const isMember = membership(list)
  return pure([left, ...list], (row) => {
    const value = left.read(row)
    return value !== null && isMember(value, row) !== negated
  })
}

/** The values of the one field that the query's last `fields` names; they are there before the first row is read. */
function compileInQuery({ left: expression, negated }: In, query: Query, names: Names): Reader {
  const left = compile(expression, names)
  const inner = names.context.inner.get(query)
  const item = query.commands.findLast(({ kind }) => kind === 'fields')
  const title = item?.kind === 'fields' ? item.items[0]?.title : undefined
  if (inner === undefined || title === undefined) return missing
  const column = inner.shown(title)
  let isMember: (value: Value) => boolean = () => false
  inner.whenDone(() => (isMember = membershipOf(Array.from({ length: inner.size }, (_, place) => column.read(place)))))
  const read = (row: number): Value => {
    const value = left.read(row)
    return value !== null && isMember(value) !== negated
  }
  return left.constant === undefined ? pure([left], read) : valueReader(read)
}

function compileCall(call: Call, names: Names): Reader {
  const entry = findFunction(call.name)
  if (entry === undefined || entry.kind === 'aggregate') return missing
  const args = call.args.map((argument) => compile(argument, names))
  const [first] = call.args
  const bare = entry.name === 'unmask' && first?.kind === 'field' ? names.unmasked?.(first) : undefined
  if (bare !== undefined) return bare
  if (entry.name === 'bin') args.unshift(names.field(timestampField))
  const floor = timeFloor(entry.name, args)
  if (floor !== undefined) return floor
  const { context } = names
  const single = args[0]
  if (single !== undefined && args.length === 1) return pure(args, (row) => withinReason(entry.evaluate([single.read(row)], context)))
  return pure(args, (row) => {
    const values = args.map((argument) => argument.read(row))
    return withinReason(entry.evaluate(values, context))
  })
}

const withinReason = (value: Value): Value => (typeof value === 'string' && !fits(value.length) ? null : value)

const timestampField = { kind: 'field', name: '@timestamp', steps: ['@timestamp'], from: 0, to: 0 } as const
