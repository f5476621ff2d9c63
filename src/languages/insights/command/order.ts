import type { Limit, Sort, SortKey } from '../ast.ts'
import { parseExpression } from '../parse/expression.ts'
import { commaSeparated } from '../parse/pieces.ts'
import type { Reader } from '../parse/reader.ts'
import { printExpression } from '../print/expression.ts'
import { inRows, type CommandEntry } from './entry.ts'

// sort = "sort" , key , { "," , key } ; key = expr , [ "asc" | "desc" ]
function parseSort(reader: Reader, from: number): Sort {
  if (reader.isWord('by')) reader.expected('a field', 'sort takes its keys directly: sort @timestamp desc')
  const keys = commaSeparated(reader, () => parseKey(reader))
  return { kind: 'sort', keys, from, to: reader.to }
}

function parseKey(reader: Reader): SortKey {
  const expression = parseExpression(reader)
  const direction = reader.isBroken ? undefined : reader.eat('desc') ? 'desc' : reader.eat('asc') ? 'asc' : undefined
  const to = direction === undefined ? expression.to : reader.to
  return { expression, descending: direction === 'desc', isExplicit: direction !== undefined, from: expression.from, to }
}

const printKey = ({ expression, descending, isExplicit }: SortKey): string =>
  `${printExpression(expression)}${isExplicit ? (descending ? ' desc' : ' asc') : ''}`

/** Commands that order rows and cut them off. */
export const sort: CommandEntry<Sort> = {
  word: {
    name: 'sort',
    form: 'sort KEY [asc | desc], ...',
    insert: 'sort @timestamp desc',
    says: 'Orders the rows; numbers by value, after everything that is no number.',
    examples: ['sort @timestamp desc', 'sort errors desc, service asc'],
    joints: [
      { word: 'desc', says: 'largest first' },
      { word: 'asc', says: 'smallest first' },
    ],
    parse: parseSort,
  },
  verb: 'order',
  leaves: 'events',
  print: ({ keys }) => `sort ${keys.map(printKey).join(', ')}`,
  names: () => [],
  expressions: ({ keys }) => inRows(keys.map(({ expression }) => expression)),
}

const MAX_ROWS = 100_000

// limit = "limit" , [ "any" ] , integer
function parseLimit(reader: Reader, from: number): Limit | undefined {
  const any = reader.eat('any')
  const { token } = reader
  const sign = reader.isSymbol('-')
  if (token.kind !== 'number' && !sign) {
    reader.expected('a number')
    return undefined
  }
  if (sign) reader.next()
  const count = reader.token.kind === 'number' ? reader.token.value : Number.NaN
  const range = { from: token.from, to: reader.token.to }
  reader.next()
  if (sign || !Number.isInteger(count) || count < 1 || count > MAX_ROWS) {
    const written = reader.text.slice(range.from, range.to)
    reader.report('insights/limit-range', range, `expected a whole number from 1 to ${MAX_ROWS}, found "${written}"`)
  }
  return { kind: 'limit', count, any, from, to: reader.to }
}

export const limit: CommandEntry<Limit> = {
  word: {
    name: 'limit',
    form: 'limit [any] NUMBER',
    insert: 'limit 20',
    says: 'Keeps that many rows, at most 100000; 10000 where a query has no limit. any takes whichever are found first.',
    examples: ['limit 20', 'limit any 5'],
    joints: [{ word: 'any', says: 'rows in no order' }],
    parse: parseLimit,
  },
  verb: 'limit',
  leaves: 'rows',
  print: ({ any, count }) => `limit ${any ? 'any ' : ''}${count}`,
  names: () => [],
  expressions: () => [],
}
