import type { Anomaly, Diff, DiffModifier, LogCompare, Pattern, RelevantFields } from '../ast.ts'
import { parseExpression } from '../parse/expression.ts'
import { parseFields, parsePeriod } from '../parse/pieces.ts'
import type { Reader } from '../parse/reader.ts'
import { printExpression, printPaths } from '../print/expression.ts'
import { inRows, type CommandEntry } from './entry.ts'

/** Commands that look for what logs have in common. */
export const pattern: CommandEntry<Pattern> = {
  word: {
    name: 'pattern',
    form: 'pattern TEXT',
    insert: 'pattern @message',
    says: 'Groups texts that differ only in their variable parts: one row for each pattern, with its number of events and its share.',
    examples: ['filter @message like /ERROR/ | pattern @message'],
    parse: (reader, from) => ({ kind: 'pattern', input: parseExpression(reader), from, to: reader.to }),
  },
  verb: 'patterns',
  leaves: 'rows',
  print: ({ input }) => `pattern ${printExpression(input)}`,
  names: () => ['@pattern', '@ratio', '@sampleCount', '@severityLabel', '@PatternId', '@tokens', '@visualization', '@logSamples'],
  replaces: true,
  expressions: ({ input }) => inRows([input]),
}

export const anomaly: CommandEntry<Anomaly> = {
  word: {
    name: 'anomaly',
    form: 'anomaly',
    insert: 'anomaly',
    says: 'Behind pattern: says of each pattern what is unusual about it.',
    examples: ['pattern @message | anomaly | limit 20'],
    parse: (reader, from) => ({ kind: 'anomaly', from, to: reader.to }),
  },
  verb: 'unusual',
  leaves: 'rows',
  print: () => 'anomaly',
  names: () => ['@anomaly', '@anomalyTypes', '@anomalyDescription'],
  expressions: () => [],
}

const compared = ['@pattern', '@sampleCount', '@previousSampleCount', '@differenceEventCount', '@differenceDescription', '@severityLabel']

const modifiers: readonly DiffModifier[] = ['previousDay', 'previousWeek', 'previousMonth']

// diff = "diff" , [ "previousDay" | "previousWeek" | "previousMonth" ]
function parseDiff(reader: Reader, from: number): Diff {
  const { token } = reader
  const modifier = token.kind === 'path' && !reader.isAtBoundary ? modifiers.find((word) => reader.isWord(word.toLowerCase())) : undefined
  if (modifier !== undefined) reader.next()
  else if (token.kind === 'path' && !reader.isAtBoundary)
    reader.report('insights/option', token, `expected ${modifiers.join(', ')} or nothing behind diff, found "${token.text}"`)
  return { kind: 'diff', ...(modifier === undefined ? {} : { modifier }), from, to: reader.to }
}

export const diff: CommandEntry<Diff> = {
  word: {
    name: 'diff',
    form: 'diff [previousDay | previousWeek | previousMonth]',
    insert: 'diff',
    says: 'Compares the patterns of this time range with those of an equal one before.',
    examples: ['filter @message like /ERROR/ | diff | limit 20', 'fields @message | diff previousDay'],
    joints: [
      { word: 'previousDay', says: 'the same hours a day before' },
      { word: 'previousWeek', says: 'a week before' },
      { word: 'previousMonth', says: 'a month before' },
    ],
    parse: parseDiff,
  },
  verb: 'compare',
  leaves: 'rows',
  print: ({ modifier }) => `diff${modifier === undefined ? '' : ` ${modifier}`}`,
  names: () => compared,
  replaces: true,
  expressions: () => [],
}

// logcompare = "logcompare" , "timeshift" , period
function parseLogCompare(reader: Reader, from: number): LogCompare | undefined {
  if (!reader.eat('timeshift')) reader.expected('"timeshift"', 'logcompare says how far back to compare with: logcompare timeshift 1d')
  const timeshift = reader.isBroken ? undefined : parsePeriod(reader, 'a period such as 1d after "timeshift"')
  return timeshift === undefined ? undefined : { kind: 'logcompare', timeshift, from, to: reader.to }
}

export const logcompare: CommandEntry<LogCompare> = {
  word: {
    name: 'logcompare',
    form: 'logcompare timeshift PERIOD',
    insert: 'logcompare timeshift 1d',
    says: 'Compares the patterns of this time range with those of one that lies a period further back.',
    examples: ['filter @message like /ERROR/ | logcompare timeshift 1d | limit 20'],
    joints: [{ word: 'timeshift', says: 'how far back' }],
    parse: parseLogCompare,
  },
  verb: 'compare',
  leaves: 'rows',
  print: ({ timeshift }) => `logcompare timeshift ${timeshift.text}`,
  names: () => compared,
  replaces: true,
  expressions: () => [],
}

// relevantfields = "relevantfields" , [ field , { "," , field } ] , "where" , expr
function parseRelevantFields(reader: Reader, from: number): RelevantFields | undefined {
  const fields = reader.isWord('where') ? [] : parseFields(reader)
  if (!reader.isBroken && !reader.eat('where'))
    reader.expected('"where"', 'a condition says what is to be explained: relevantfields where status >= 500')
  if (reader.isBroken) return undefined
  return { kind: 'relevantfields', fields, condition: parseExpression(reader), from, to: reader.to }
}

export const relevantfields: CommandEntry<RelevantFields> = {
  word: {
    name: 'relevantfields',
    form: 'relevantfields [FIELD, ...] where CONDITION',
    insert: 'relevantfields where ',
    says: 'Ranks the fields by how much their values differ between the events that meet the condition and the others.',
    examples: ['relevantfields where status >= 500'],
    joints: [{ word: 'where', says: 'the events to explain' }],
    parse: parseRelevantFields,
  },
  verb: 'explain',
  leaves: 'rows',
  print: ({ fields, condition }) =>
    `relevantfields ${fields.length > 0 ? `${printPaths(fields)} ` : ''}where ${printExpression(condition)}`,
  names: () => ['@fieldName', '@relevanceScore', '@topRelevanceContributors', '@conditionalMedian', '@baselineMedian'],
  replaces: true,
  expressions: ({ fields, condition }) => inRows([...fields, condition]),
}
