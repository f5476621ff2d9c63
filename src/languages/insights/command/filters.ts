import type { Dedup, Expression, Filter, FilterIndex } from '../ast.ts'
import { parseExpression, parseLiteral, parseLiterals } from '../parse/expression.ts'
import { parseField, parseFields } from '../parse/pieces.ts'
import type { Reader } from '../parse/reader.ts'
import { printExpression, printPath, printPaths } from '../print/expression.ts'
import { inRows, type CommandEntry, type Joint } from './entry.ts'

const conditions: readonly Joint[] = [
  { word: '=', says: 'equal, the whole value' },
  { word: '!=', says: 'different' },
  { word: '>=', says: 'at least' },
  { word: '<=', says: 'at most' },
  { word: 'like', says: 'holds a text or matches a /regex/' },
  { word: 'not like', says: 'neither holds nor matches' },
  { word: 'in', says: 'one of a list: in ["a", "b"]' },
  { word: 'not in', says: 'none of a list' },
  { word: 'and', says: 'both' },
  { word: 'or', says: 'one of them' },
]

/** Commands that let rows through. */
export const filter: CommandEntry<Filter> = {
  word: {
    name: 'filter',
    aliases: ['where'],
    form: 'filter CONDITION',
    insert: 'filter ',
    says: 'Keeps the events for which the condition is true. Comparisons look at the whole value, like at a part of it.',
    examples: [
      'filter status >= 500 and path = "/cart"',
      'filter @message like /(?i)timeout/',
      'filter ispresent(userId)',
      'filter requestId in (SOURCE \'/aws/lambda/payments\' | filter status = "FAILED" | fields requestId)',
    ],
    joints: conditions,
    parse: (reader, from) => ({ kind: 'filter', condition: parseExpression(reader), from, to: reader.to }),
  },
  verb: 'keep',
  leaves: 'events',
  print: ({ condition }) => `filter ${printExpression(condition)}`,
  names: () => [],
  expressions: ({ condition }) => inRows([condition]),
}

// filterIndex = "filterIndex" , field , ( "=" , literal | "in" , list )
function parseFilterIndex(reader: Reader, from: number): FilterIndex | undefined {
  const field = parseField(reader)
  if (field === undefined || reader.isBroken) return undefined
  const isList = reader.eat('in')
  if (!isList && !reader.eat('=')) {
    reader.expected('"=" or "in"', 'filterIndex compares one field: filterIndex requestId = "r-17"')
    return undefined
  }
  const values: readonly Expression[] = isList ? parseLiterals(reader) : [parseLiteral(reader)]
  return { kind: 'filterIndex', field, values, isList, from, to: reader.to }
}

export const filterIndex: CommandEntry<FilterIndex> = {
  word: {
    name: 'filterIndex',
    form: 'filterIndex FIELD = VALUE or filterIndex FIELD in [VALUE, ...]',
    insert: 'filterIndex ',
    says: 'Keeps the events whose indexed field has the value, and passes over log groups where the field has no index.',
    examples: ['filterIndex @logStream = "web-1"', 'filterIndex @logStream in ["web-1", "web-3"]'],
    joints: conditions.filter(({ word }) => word === '=' || word === 'in'),
    parse: parseFilterIndex,
  },
  verb: 'keep',
  leaves: 'events',
  print: ({ field, values, isList }) => {
    const written = values.map(printExpression).join(', ')
    return `filterIndex ${printPath(field)} ${isList ? `in [${written}]` : `= ${written}`}`
  },
  names: () => [],
  expressions: ({ field, values }) => inRows([field, ...values]),
}

// dedup = "dedup" , field , { "," , field }
export const dedup: CommandEntry<Dedup> = {
  word: {
    name: 'dedup',
    form: 'dedup FIELD, ...',
    insert: 'dedup ',
    says: 'Keeps the first row of each combination in the current order; only limit may follow.',
    examples: ['fields server, severity | sort @timestamp desc | dedup server'],
    parse: (reader, from) => ({ kind: 'dedup', keys: parseFields(reader), from, to: reader.to }),
  },
  verb: 'one of each',
  leaves: 'rows',
  print: ({ keys }) => `dedup ${printPaths(keys)}`,
  names: () => [],
  expressions: ({ keys }) => inRows(keys),
}
