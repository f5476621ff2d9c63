import type { Display, Fields } from '../ast.ts'
import { parseItems } from '../parse/pieces.ts'
import { printItems } from '../print/expression.ts'
import { as, inRows, type CommandEntry } from './entry.ts'

/** Commands that choose columns. */
export const fields: CommandEntry<Fields> = {
  word: {
    name: 'fields',
    form: 'fields EXPRESSION [as NAME], ...',
    insert: 'fields @timestamp, @message',
    says: 'Adds columns: fields of the event, or values computed from them. Several of them add up.',
    examples: ['fields @timestamp, @message', 'fields durationMs / 1000 as seconds'],
    joints: [as],
    parse: (reader, from) => ({ kind: 'fields', items: parseItems(reader), from, to: reader.to }),
  },
  verb: 'select',
  leaves: 'events',
  print: ({ items }) => `fields ${printItems(items)}`,
  names: ({ items }) => items.map(({ title }) => title),
  expressions: ({ items }) => inRows(items.map(({ expression }) => expression)),
}

export const display: CommandEntry<Display> = {
  word: {
    name: 'display',
    form: 'display EXPRESSION [as NAME], ...',
    insert: 'display ',
    says: 'Sets the columns of the result; only the last display counts.',
    examples: ['fields a, b | display b'],
    joints: [as],
    parse: (reader, from) => ({ kind: 'display', items: parseItems(reader), from, to: reader.to }),
  },
  verb: 'show',
  leaves: 'events',
  print: ({ items }) => `display ${printItems(items)}`,
  names: ({ items }) => items.map(({ title }) => title),
  expressions: ({ items }) => inRows(items.map(({ expression }) => expression)),
}
