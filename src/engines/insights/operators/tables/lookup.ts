import type { CidrLookup, Lookup, Name } from '#languages/insights/ast.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import { textOf } from '#languages/insights/functions/values/coercion.ts'
import { nearest } from '#lib/text/near.ts'
import type { TableContent } from '#stores/lookup-table-store.ts'
import type { Planner } from '../../planning/planner.ts'
import { missing, onceForEachText, sharedColumn, valueReader, type Reader } from '../../reader.ts'
import { findByRange, rangeColumn } from './range-finder.ts'
import { findByColumns, type RowFinder } from './row-finder.ts'

/** `lookup`: the columns of the table's row that has the same texts; a row without one has nothing there. */
export function planLookup(command: Lookup, planner: Planner): void {
  const table = tableOf(command.table, planner)
  if (table === undefined) return
  const keyColumns = command.keys.map(({ column }) => columnOf(command.table, column, planner))
  const keys = command.keys.map(({ field }) => planner.scope.field(field))
  const find = findByColumns(table, keyColumns)
  const columns = command.outputs.map((output) => ({
    title: output.name,
    reader: cellReader(keys, find, columnOf(command.table, output, planner)),
  }))
  define(planner, columns)
}

/** `cidrlookup`: the columns of the table's row with the narrowest range around the address. */
export function planCidrLookup(command: CidrLookup, planner: Planner): void {
  const table = tableOf(command.table, planner)
  if (table === undefined) return
  const ranges = command.column === undefined ? rangeColumn(table) : columnOf(command.table, command.column, planner)
  if (ranges < 0) {
    const message = `the lookup table "${command.table.name}" has no column with nothing but ranges of addresses in it`
    return planner.refuse('insights/lookup', command.table, message, `say which holds them: ${command.field.name} as COLUMN`)
  }
  const key = planner.scope.field(command.field)
  const find = findByRange(table, ranges)
  const columns = command.outputs.map(({ column, alias }) => {
    const title = (alias ?? column).name
    const looked = cellReader([key], find, columnOf(command.table, column, planner))
    return { title, reader: command.fillsOnly ? filled(planner.scope.named(title) ?? missing, looked) : looked }
  })
  define(planner, columns)
}

type Titled = { readonly title: string; readonly reader: Reader }

function define(planner: Planner, columns: readonly Titled[]): void {
  for (const { title, reader } of columns) planner.scope.define(title, reader)
  planner.output.add(
    columns,
    columns.map(({ title }) => title),
  )
}

function tableOf({ name, from, to }: Name, planner: Planner): TableContent | undefined {
  const { tables } = planner.context
  const table = tables.find(name)
  if (table !== undefined) return table
  const known = tables.all().map(({ lookupTableName }) => lookupTableName)
  const near = nearest(name, known)
  const others = known.length === 0 ? 'there are none: CreateLookupTable makes one' : `there are ${known.slice(0, 10).join(', ')}`
  planner.refuse(
    'insights/lookup',
    { from, to },
    `no lookup table is called "${name}"`,
    near === undefined ? others : `did you mean "${near}"?`,
  )
  return undefined
}

/** The place of a column; one that is not there is told of. */
function columnOf(table: Name, { name, from, to }: Name, planner: Planner): number {
  const columns = planner.context.tables.find(table.name)?.columns ?? []
  const at = columns.indexOf(name)
  if (at >= 0) return at
  const near = nearest(name, columns)
  const hint = near === undefined ? `its columns are ${columns.join(', ')}` : `did you mean "${near}"?`
  planner.refuse('insights/lookup', { from, to }, `the lookup table "${table.name}" has no column "${name}"`, hint)
  return at
}

/** A cell of the table's row that is found for a row: once for each text where one field decides. */
function cellReader(keys: readonly Reader[], find: RowFinder, at: number): Reader {
  const read = (row: number): Value => find(keys.map((key) => textOf(key.read(row))))?.[at] || null
  const column = sharedColumn(keys)
  return column === undefined ? valueReader(read) : onceForEachText(column, read)
}

/** OUTPUTNEW: what is there stays. */
function filled(own: Reader, looked: Reader): Reader {
  return valueReader((row) => {
    const value = own.read(row)
    return value === null || value === '' ? looked.read(row) : value
  })
}
