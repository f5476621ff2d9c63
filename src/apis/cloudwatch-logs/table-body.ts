import { readCsv, type CsvRow } from '#lib/text/csv.ts'
import { utf8Length } from '#lib/text/utf8.ts'
import type { TableContent } from '#stores/lookup-table-store.ts'

const LARGEST = 10 * 1024 * 1024

export type ReadTable = (TableContent & { readonly sizeBytes: number }) | { readonly problem: string }

/** A lookup table out of its CSV: the first record names the columns, the others have no more cells than that. */
export function readTableBody(text: string): ReadTable {
  const sizeBytes = utf8Length(text)
  if (sizeBytes > LARGEST) return { problem: `it has ${sizeBytes} bytes, at most ${LARGEST} are allowed` }
  const read = readCsv(text)
  if ('problem' in read) return read
  const [header, ...records] = read.rows
  if (header === undefined) return { problem: 'it has no header row' }
  const columns = header.cells
  const problem = headerProblem(columns) ?? firstTooLong(records, columns.length)
  if (problem !== undefined) return { problem }
  const rows = records.map(({ cells }) => (cells.length === columns.length ? cells : columns.map((_, at) => cells[at] ?? '')))
  return { columns, rows, sizeBytes }
}

function headerProblem(columns: readonly string[]): string | undefined {
  const unnamed = columns.findIndex((name) => name.trim() === '')
  if (unnamed >= 0) return `column ${unnamed + 1} of the header row has no name`
  const twice = columns.find((name, at) => columns.indexOf(name) < at)
  return twice === undefined ? undefined : `the header row names the column "${twice}" twice`
}

function firstTooLong(records: readonly CsvRow[], width: number): string | undefined {
  const found = records.find(({ cells }) => cells.length > width)
  return found && `line ${found.line} has ${found.cells.length} cells, the header row names ${width} columns`
}
