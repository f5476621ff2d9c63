import type { CountFrequent, Item, Sessionize, Stats } from '../ast.ts'
import { parseAlias, parseFields, parseItems, parsePeriod } from '../parse/pieces.ts'
import type { Reader } from '../parse/reader.ts'
import { printAlias, printItems, printPaths } from '../print/expression.ts'
import { as, inRows, type CommandEntry, type Place, type Placed } from './entry.ts'

// stats = "stats" , items , [ "by" , items ] , [ "offset" , period ]
function parseStats(reader: Reader, from: number): Stats {
  const items = parseItems(reader)
  const by = !reader.isBroken && reader.eat('by') ? parseItems(reader) : []
  const offset = !reader.isBroken && reader.eat('offset') ? parsePeriod(reader, 'a period such as 1d after "offset"') : undefined
  return { kind: 'stats', items, by, ...(offset === undefined ? {} : { offset }), from, to: reader.to }
}

const placed = (items: readonly Item[], place: Place): readonly Placed[] => items.map(({ expression }) => [expression, place])

/** Commands that count events together. */
export const stats: CommandEntry<Stats> = {
  word: {
    name: 'stats',
    form: 'stats AGGREGATE [as NAME], ... [by KEY, ... [offset PERIOD]]',
    insert: 'stats count(*) as events by ',
    says: 'Counts and computes over groups of events: one row for each combination of the keys after by. A later stats sees only the columns of the earlier one.',
    examples: ['stats count(*) as errors by bin(5m)', 'stats pct(durationMs, 99) as p99 by branch'],
    joints: [as, { word: 'by', says: 'one row for each of these keys' }],
    parse: parseStats,
  },
  verb: 'group',
  leaves: 'rows',
  print: ({ items, by, offset }) =>
    `stats ${printItems(items)}${by.length > 0 ? ` by ${printItems(by)}` : ''}${offset === undefined ? '' : ` offset ${offset.text}`}`,
  names: ({ by, items }) => [...by, ...items].map(({ title }) => title),
  replaces: true,
  expressions: ({ items, by }) => [...placed(items, 'aggregate'), ...placed(by, 'key')],
}

// countFrequent = ( "countFrequent" | "count_frequent" ) , field , { "," , field }
export const countFrequent: CommandEntry<CountFrequent> = {
  word: {
    name: 'countFrequent',
    aliases: ['count_frequent'],
    form: 'countFrequent FIELD, ...',
    insert: 'countFrequent ',
    says: 'Counts each combination of the fields, the most frequent first, in the column _approxcount.',
    examples: ['countFrequent method, status'],
    parse: (reader, from) => ({ kind: 'countFrequent', fields: parseFields(reader), from, to: reader.to }),
  },
  verb: 'group',
  leaves: 'rows',
  print: ({ fields }) => `countFrequent ${printPaths(fields)}`,
  names: ({ fields }) => [...fields.map(({ name }) => name), '_approxcount'],
  replaces: true,
  expressions: ({ fields }) => inRows(fields),
}

// sessionize = "sessionize" , field , { "," , field } , [ "maxspan" , period ] , [ "AS" , name ]
function parseSessionize(reader: Reader, from: number): Sessionize {
  const fields = parseFields(reader)
  const maxspan = !reader.isBroken && reader.eat('maxspan') ? parsePeriod(reader, 'a period such as 30m after "maxspan"') : undefined
  const alias = parseAlias(reader)
  return { kind: 'sessionize', fields, ...(maxspan === undefined ? {} : { maxspan }), ...alias, from, to: reader.to }
}

export const sessionize: CommandEntry<Sessionize> = {
  word: {
    name: 'sessionize',
    form: 'sessionize FIELD, ... [maxspan PERIOD] [as NAME]',
    insert: 'sessionize ',
    says: 'Numbers the sessions of each combination of the fields: a new one begins when nothing came for maxspan, 30m where none is given.',
    examples: ['sessionize userId', 'sessionize userId, deviceId maxspan 1h as visit'],
    joints: [{ word: 'maxspan', says: 'the longest pause within a session' }, as],
    parse: parseSessionize,
  },
  verb: 'sessions',
  leaves: 'events',
  print: ({ fields, maxspan, alias }) =>
    `sessionize ${printPaths(fields)}${maxspan === undefined ? '' : ` maxspan ${maxspan.text}`}${printAlias(alias)}`,
  names: ({ alias }) => [alias?.name ?? 'session_id'],
  expressions: ({ fields }) => inRows(fields),
}
