import type { Accum, AddTotals, Autoregress, FillDown, FillMissing, FillValue, Name, Outlier } from '../ast.ts'
import { parseLiteral } from '../parse/expression.ts'
import {
  blankSeparated,
  commaSeparated,
  optionFlag,
  optionName,
  optionNumber,
  optionWord,
  parseAlias,
  parseField,
  parseName,
  parseOptions,
} from '../parse/pieces.ts'
import type { Reader } from '../parse/reader.ts'
import { printAlias, printExpression, printName, printPath, printPaths, printText } from '../print/expression.ts'
import { as, inRows, type CommandEntry } from './entry.ts'

const isField = (reader: Reader): boolean => reader.token.kind === 'path'

// addtotals = "addtotals" , { opt } , [ field , { "," , field } ]
function parseAddTotals(reader: Reader, from: number): AddTotals {
  const options = parseOptions(reader, ['fieldname', 'row', 'col'])
  const title = optionName(options, 'fieldname', 'Total')
  const row = optionFlag(reader, options, 'row', true)
  const col = optionFlag(reader, options, 'col', false)
  const fields = blankSeparated(
    reader,
    () => isField(reader),
    () => parseField(reader),
  )
  return { kind: 'addtotals', title, row, col, fields, from, to: reader.to }
}

/** Commands that go over the rows in their order. */
export const addtotals: CommandEntry<AddTotals> = {
  word: {
    name: 'addtotals',
    form: 'addtotals [fieldname=Total] [row=true] [col=false] [FIELD, ...]',
    insert: 'addtotals',
    says: 'Adds a column with the sum of each row, with col=true also a last row with the sum of each column.',
    examples: ['fields price, tax | addtotals price, tax', 'stats sum(a) as a, sum(b) as b by day | addtotals col=true'],
    joints: [
      { word: 'fieldname', says: 'what the column of sums is called' },
      { word: 'row', says: 'whether each row gets a sum' },
      { word: 'col', says: 'whether a row of sums is added' },
    ],
    parse: parseAddTotals,
  },
  verb: 'sum',
  leaves: 'rows',
  print: ({ title, row, col, fields }) =>
    `addtotals fieldname=${printText(title)} row=${row} col=${col}${fields.length > 0 ? ` ${printPaths(fields)}` : ''}`,
  names: ({ title, row }) => (row ? [title] : []),
  expressions: ({ fields }) => inRows(fields),
}

// accum = "accum" , field , [ "AS" , name ]
function parseAccum(reader: Reader, from: number): Accum | undefined {
  const field = parseField(reader)
  return field === undefined ? undefined : { kind: 'accum', field, ...parseAlias(reader), from, to: reader.to }
}

export const accum: CommandEntry<Accum> = {
  word: {
    name: 'accum',
    form: 'accum FIELD [as NAME]',
    insert: 'accum ',
    says: 'A running total: the sum of the field over this row and all before it.',
    examples: ['sort @timestamp asc | accum bytes as totalBytes'],
    joints: [as],
    parse: parseAccum,
  },
  verb: 'add up',
  leaves: 'events',
  print: ({ field, alias }) => `accum ${printPath(field)}${printAlias(alias)}`,
  names: ({ field, alias }) => [alias?.name ?? field.name],
  expressions: ({ field }) => inRows([field]),
}

const MOST_BACK = 100

// autoregress = "autoregress" , field , [ "AS" , name ] , [ "p" , "=" , int , [ "-" , int ] ]
function parseAutoregress(reader: Reader, from: number): Autoregress | undefined {
  const field = parseField(reader)
  const alias = parseAlias(reader)
  const [first, last] = !reader.isBroken && reader.eat('p') ? parseSteps(reader) : [1, 1]
  return field === undefined ? undefined : { kind: 'autoregress', field, ...alias, first, last, from, to: reader.to }
}

function parseSteps(reader: Reader): readonly [number, number] {
  if (!reader.eat('=')) reader.expected('"="', 'how many rows back: p=1 or p=1-3')
  const from = reader.token.from
  const first = parseWhole(reader)
  const last = !reader.isBroken && reader.eat('-') ? parseWhole(reader) : first
  if (!reader.isBroken && (first < 1 || last < first || last > MOST_BACK)) {
    const written = reader.text.slice(from, reader.to)
    const hint = 'the smaller number stands first: p=1-3'
    reader.report('insights/option', { from, to: reader.to }, `expected from 1 to ${MOST_BACK} rows back, found "${written}"`, hint)
  }
  return [first, last]
}

function parseWhole(reader: Reader): number {
  const { token } = reader
  if (!reader.isBroken && token.kind === 'number' && Number.isInteger(token.value)) {
    reader.next()
    return token.value
  }
  reader.expected('a whole number')
  return 1
}

/** One name for one step back; more are told apart by it. */
export const autoregressNames = ({ field, alias, first, last }: Autoregress): readonly string[] =>
  first === last && alias !== undefined
    ? [alias.name]
    : Array.from({ length: last - first + 1 }, (_, at) => `${(alias ?? field).name}_p${first + at}`)

export const autoregress: CommandEntry<Autoregress> = {
  word: {
    name: 'autoregress',
    form: 'autoregress FIELD [as NAME] [p=NUMBER or p=NUMBER-NUMBER]',
    insert: 'autoregress ',
    says: 'Brings values of earlier rows into this one: FIELD_p1 is the value one row before.',
    examples: ['sort @timestamp asc | autoregress bytes p=1-2', 'sort @timestamp asc | autoregress bytes as before'],
    joints: [as, { word: 'p', says: 'how many rows back' }],
    parse: parseAutoregress,
  },
  verb: 'look back',
  leaves: 'events',
  print: ({ field, alias, first, last }) =>
    `autoregress ${printPath(field)}${printAlias(alias)} p=${first}${first === last ? '' : `-${last}`}`,
  names: autoregressNames,
  expressions: ({ field }) => inRows([field]),
}

// filldown = "filldown" , { field | wildcard }
const parseFillDown = (reader: Reader, from: number): FillDown => ({
  kind: 'filldown',
  fields: blankSeparated(
    reader,
    () => isField(reader) || reader.isSymbol('*'),
    () => parseWildcard(reader),
  ),
  from,
  to: reader.to,
})

/** A name in which `*` stands for any text. */
function parseWildcard(reader: Reader): Name {
  const { from } = reader.token
  let name = ''
  do {
    const token = reader.next()
    name += token.kind === 'path' ? token.steps.join('.') : token.text
  } while (
    reader.token.from === reader.to &&
    (['path', 'number'].includes(reader.token.kind) || reader.isSymbol('*') || reader.isSymbol('.'))
  )
  return { name, from, to: reader.to }
}

export const filldown: CommandEntry<FillDown> = {
  word: {
    name: 'filldown',
    form: 'filldown [FIELD | PREFIX*] ...',
    insert: 'filldown ',
    says: 'Fills a missing value with the last one there was in the rows before; every field where none is named.',
    examples: ['fields host, cpu | sort @timestamp asc | filldown host', 'fields host, cpu_user, cpu_sys | filldown host cpu_*'],
    parse: parseFillDown,
  },
  verb: 'fill',
  leaves: 'events',
  print: ({ fields }) => ['filldown', ...fields.map(({ name }) => (name.includes('*') ? name : printName(name)))].join(' '),
  names: ({ fields }) => fields.map(({ name }) => name).filter((name) => !name.includes('*')),
  expressions: () => [],
}

// fillmissing = "fillmissing" , [ "with" , literal , "for" , name , { "," , literal , "for" , name } ]
function parseFillMissing(reader: Reader, from: number): FillMissing {
  const values = reader.eat('with') ? commaSeparated(reader, () => parseFillValue(reader)) : []
  return { kind: 'fillmissing', values, from, to: reader.to }
}

function parseFillValue(reader: Reader): FillValue | undefined {
  const value = parseLiteral(reader)
  if (!reader.isBroken && !reader.eat('for')) reader.expected('"for"', 'a value is for a column: with 0 for errors')
  const name = reader.isBroken ? undefined : parseName(reader)
  return name === undefined ? undefined : { value, name }
}

export const fillmissing: CommandEntry<FillMissing> = {
  word: {
    name: 'fillmissing',
    form: 'fillmissing [with VALUE for COLUMN, ...]',
    insert: 'fillmissing with 0 for ',
    says: 'Behind stats by bin(): adds a row for each stretch of time that has none.',
    examples: ['stats count(*) as errors by bin(5m) | fillmissing with 0 for errors'],
    joints: [
      { word: 'with', says: 'the value of the rows that are added' },
      { word: 'for', says: 'the column that gets it' },
    ],
    parse: parseFillMissing,
  },
  verb: 'fill',
  leaves: 'rows',
  print: ({ values }) =>
    `fillmissing${values.length === 0 ? '' : ` with ${values.map(({ value, name }) => `${printExpression(value)} for ${printName(name.name)}`).join(', ')}`}`,
  names: () => [],
  expressions: () => [],
}

// outlier = "outlier" , { opt } , field , { field }
function parseOutlier(reader: Reader, from: number): Outlier {
  const options = parseOptions(reader, ['action', 'param', 'uselower', 'mark'])
  const action = optionWord(reader, options, 'action', ['transform', 'remove'])
  const param = optionNumber(reader, options, 'param', 2.5, { isRight: () => true, says: 'a number' })
  const uselower = optionFlag(reader, options, 'uselower', false)
  const mark = optionFlag(reader, options, 'mark', false)
  if (!reader.isBroken && !isField(reader)) reader.expected('a field')
  const fields = blankSeparated(
    reader,
    () => isField(reader),
    () => parseField(reader),
  )
  return { kind: 'outlier', action, param, uselower, mark, fields, from, to: reader.to }
}

export const outlier: CommandEntry<Outlier> = {
  word: {
    name: 'outlier',
    form: 'outlier [action=transform | remove] [param=2.5] [uselower=false] [mark=false] FIELD ...',
    insert: 'outlier ',
    says: 'Finds values far above the middle half of all: transform lowers them to the bound, remove drops their rows, mark says which they were.',
    examples: ['fields cpu | outlier action=remove cpu', 'fields cpu, mem | outlier mark=true uselower=true cpu mem'],
    joints: [
      { word: 'action', says: 'transform or remove' },
      { word: 'param', says: 'how many times the middle half is allowed beyond it' },
      { word: 'uselower', says: 'whether values far below count too' },
      { word: 'mark', says: 'adds a field that says which were outliers' },
    ],
    parse: parseOutlier,
  },
  verb: 'outliers',
  leaves: 'rows',
  print: ({ action, param, uselower, mark, fields }) =>
    `outlier action=${action} param=${param} uselower=${uselower} mark=${mark} ${fields.map(printPath).join(' ')}`,
  names: ({ fields, mark }) => fields.flatMap(({ name }) => [name, ...(mark ? [`${name}_outlier`] : [])]),
  expressions: ({ fields }) => inRows(fields),
}
