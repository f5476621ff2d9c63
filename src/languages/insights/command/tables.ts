import type { AppendCols, CidrLookup, CidrOutput, FieldPath, Join, Lookup, LookupKey, Name } from '../ast.ts'
import { parsePath, parseSubquery } from '../parse/expression.ts'
import {
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
import { printAlias, printName, printPath, printSubquery, printText } from '../print/expression.ts'
import { as, inRows, type CommandEntry } from './entry.ts'

// join = "join" , { opt } , "where" , path , "=" , path , "(" , query , ")"
function parseJoin(reader: Reader, from: number): Join | undefined {
  const options = parseOptions(reader, ['type', 'left', 'right'])
  const type = optionWord(reader, options, 'type', ['inner', 'left'])
  const left = optionName(options, 'left', 'left')
  const right = optionName(options, 'right', 'right')
  if (!reader.isBroken && !reader.eat('where'))
    reader.expected('"where"', 'join says which fields are equal: join left=a right=b where a.id = b.id (SOURCE ...)')
  const leftKey = parseSide(reader, left)
  if (!reader.isBroken && !reader.eat('=')) reader.expected('"="', 'join compares one field of each side with "="')
  const rightKey = parseSide(reader, right)
  const subquery = reader.isBroken ? undefined : parseSubquery(reader)
  if (leftKey === undefined || rightKey === undefined || subquery === undefined) return undefined
  return { kind: 'join', type, left, right, leftKey, rightKey, subquery, from, to: reader.to }
}

function parseSide(reader: Reader, side: string): FieldPath | undefined {
  if (reader.isBroken) return undefined
  if (reader.token.kind !== 'path') {
    reader.expected(`a field of "${side}"`)
    return undefined
  }
  const path = parsePath(reader)
  if (path.steps.length > 1 && path.steps[0] === side) return path
  reader.report('insights/join', path, `expected a field of "${side}" here, found "${path.name}"`, `left side first: ${side}.field`)
  return undefined
}

/** Commands that bring in what is not in the events. */
export const join: CommandEntry<Join> = {
  word: {
    name: 'join',
    form: 'join [type=inner | left] left=NAME right=NAME where LEFT.FIELD = RIGHT.FIELD (QUERY)',
    insert: "join left=a right=b where a. = b. (SOURCE '",
    says: "Puts each row beside those of another query whose field is equal; a left join keeps rows without a partner. Fields then bear their side's name.",
    examples: ["join type=left left=api right=fn where api.requestId = fn.requestId (SOURCE '/aws/lambda/fn')"],
    joints: [
      { word: 'type', says: 'inner, or left to keep rows without a partner' },
      { word: 'where', says: 'the field of each side that must be equal' },
    ],
    parse: parseJoin,
  },
  verb: 'join',
  leaves: 'rows',
  print: ({ type, left, right, leftKey, rightKey, subquery }) =>
    `join type=${type} left=${printName(left)} right=${printName(right)} where ${printPath(leftKey)} = ${printPath(rightKey)} ${printSubquery(subquery)}`,
  names: ({ left, right }) => [left, right],
  expressions: () => [],
}

const MAX_APPENDED = 100_000

// appendcols = "appendcols" , { opt } , "(" , query , ")"
function parseAppendCols(reader: Reader, from: number): AppendCols | undefined {
  const options = parseOptions(reader, ['override', 'max'])
  const override = optionFlag(reader, options, 'override', false)
  const max = optionNumber(reader, options, 'max', 10_000, {
    isRight: (value) => Number.isInteger(value) && value >= 1 && value <= MAX_APPENDED,
    says: `a whole number from 1 to ${MAX_APPENDED}`,
  })
  const subquery = reader.isBroken ? undefined : parseSubquery(reader)
  return subquery === undefined ? undefined : { kind: 'appendcols', override, max, subquery, from, to: reader.to }
}

export const appendcols: CommandEntry<AppendCols> = {
  word: {
    name: 'appendcols',
    form: 'appendcols [override=false] [max=10000] (QUERY)',
    insert: "appendcols (SOURCE '",
    says: 'Puts the columns of another query beside the rows, first to first, second to second.',
    examples: ["stats count(*) by svc | sort svc | appendcols (SOURCE '/lat' | stats avg(ms) as ms by svc | sort svc)"],
    joints: [
      { word: 'override', says: "whether the other query's values replace those there are" },
      { word: 'max', says: 'how many of its rows are taken' },
    ],
    parse: parseAppendCols,
  },
  verb: 'put beside',
  leaves: 'rows',
  print: ({ override, max, subquery }) => `appendcols override=${override} max=${max} ${printSubquery(subquery)}`,
  names: () => [],
  expressions: () => [],
}

/** A table's name: a text, or words with hyphens between them. */
function parseTable(reader: Reader): Name | undefined {
  const { token } = reader
  if (token.kind === 'string') {
    reader.next()
    return { name: token.value, from: token.from, to: token.to }
  }
  if (token.kind !== 'path') {
    reader.expected('the name of a lookup table')
    return undefined
  }
  reader.next()
  while (reader.token.from === reader.to && (reader.isSymbol('-') || reader.token.kind === 'path' || reader.token.kind === 'number'))
    reader.next()
  return { name: reader.text.slice(token.from, reader.to).replaceAll('`', ''), from: token.from, to: reader.to }
}

const printTable = ({ name }: Name): string => (/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) ? name : printText(name))

// lookup = "lookup" , table , name , [ "as" , field ] , { "," , name , [ "as" , field ] } , "OUTPUT" , name , { "," , name }
function parseLookup(reader: Reader, from: number): Lookup | undefined {
  const table = parseTable(reader)
  const keys = reader.isBroken ? [] : commaSeparated(reader, () => parseLookupKey(reader))
  if (!reader.isBroken && !reader.eat('output')) {
    const isNew = reader.isWord('outputnew')
    reader.expected('"OUTPUT"', isNew ? 'OUTPUTNEW stands in cidrlookup only' : "the table's columns you want: OUTPUT name, email")
  }
  const outputs = reader.isBroken ? [] : commaSeparated(reader, () => parseName(reader, 'a column of the table'))
  return table === undefined ? undefined : { kind: 'lookup', table, keys, outputs, from, to: reader.to }
}

function parseLookupKey(reader: Reader): LookupKey | undefined {
  const column = parseName(reader, 'a column of the table')
  if (column === undefined) return undefined
  const field = reader.eat('as') ? parseField(reader) : fieldOf(column)
  return field === undefined ? undefined : { column, field }
}

const fieldOf = ({ name, from, to }: Name): FieldPath => ({ kind: 'field', name, steps: name.split('.'), from, to })

const printKey = ({ column, field }: LookupKey): string =>
  `${printName(column.name)}${field.name === column.name ? '' : ` as ${printPath(field)}`}`

export const lookup: CommandEntry<Lookup> = {
  word: {
    name: 'lookup',
    form: 'lookup TABLE COLUMN [as FIELD], ... OUTPUT COLUMN, ...',
    insert: 'lookup ',
    says: 'Adds columns of a lookup table, where its row has the same values as the event.',
    examples: ['lookup user_data id as userId OUTPUT name, email'],
    joints: [
      { word: 'as', says: "the event's field, where it is called otherwise" },
      { word: 'OUTPUT', says: "the table's columns to add" },
    ],
    parse: parseLookup,
  },
  verb: 'look up',
  leaves: 'events',
  print: ({ table, keys, outputs }) =>
    `lookup ${printTable(table)} ${keys.map(printKey).join(', ')} OUTPUT ${outputs.map(({ name }) => printName(name)).join(', ')}`,
  names: ({ outputs }) => outputs.map(({ name }) => name),
  expressions: ({ keys }) => inRows(keys.map(({ field }) => field)),
}

// cidrlookup = "cidrlookup" , table , field , [ "AS" , name ] , ( "OUTPUT" | "OUTPUTNEW" ) , out , { "," , out }
function parseCidrLookup(reader: Reader, from: number): CidrLookup | undefined {
  const table = parseTable(reader)
  const field = reader.isBroken ? undefined : parseField(reader)
  const { alias: column } = parseAlias(reader)
  const fillsOnly = !reader.isBroken && reader.eat('outputnew')
  if (!fillsOnly && !reader.isBroken && !reader.eat('output'))
    reader.expected('"OUTPUT" or "OUTPUTNEW"', "the table's columns you want: OUTPUT region, owner")
  const outputs = reader.isBroken ? [] : commaSeparated(reader, () => parseOutput(reader))
  if (table === undefined || field === undefined) return undefined
  return { kind: 'cidrlookup', table, field, ...(column === undefined ? {} : { column }), outputs, fillsOnly, from, to: reader.to }
}

// out = name , [ "AS" , name ]
function parseOutput(reader: Reader): CidrOutput | undefined {
  const column = parseName(reader, 'a column of the table')
  return column === undefined ? undefined : { column, ...parseAlias(reader) }
}

export const cidrlookup: CommandEntry<CidrLookup> = {
  word: {
    name: 'cidrlookup',
    form: 'cidrlookup TABLE FIELD [as COLUMN] OUTPUT | OUTPUTNEW COLUMN [as NAME], ...',
    insert: 'cidrlookup ',
    says: "Adds columns of a lookup table whose row holds a range of addresses with the event's address in it.",
    examples: ['cidrlookup networks srcAddr as cidr OUTPUT region, owner as team'],
    joints: [
      as,
      { word: 'OUTPUT', says: "the table's columns to add" },
      { word: 'OUTPUTNEW', says: 'the same, but only where a field is empty' },
    ],
    parse: parseCidrLookup,
  },
  verb: 'look up',
  leaves: 'events',
  print: ({ table, field, column, outputs, fillsOnly }) => {
    const wanted = outputs.map((output) => `${printName(output.column.name)}${printAlias(output.alias)}`).join(', ')
    return `cidrlookup ${printTable(table)} ${printPath(field)}${printAlias(column)} ${fillsOnly ? 'OUTPUTNEW' : 'OUTPUT'} ${wanted}`
  },
  names: ({ outputs }) => outputs.map(({ column, alias }) => (alias ?? column).name),
  expressions: ({ field }) => inRows([field]),
}
