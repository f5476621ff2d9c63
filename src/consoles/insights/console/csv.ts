import { cell, type Row } from '#ui/table/columns.ts'

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const columnsOf = (rows: readonly Row[]): readonly string[] =>
  [...new Set(rows.flatMap((row) => row.map(({ field }) => field)))].filter((name) => name !== '@ptr')

/** Rows as a spreadsheet takes them: RFC 4180, a head line first. */
export function toCsv(rows: readonly Row[]): string {
  const columns = columnsOf(rows)
  const lines = rows.map((row) => columns.map((name) => quote(cell(row, name) ?? '')).join(','))
  return [columns.map(quote).join(','), ...lines].join('\r\n')
}

/** Rows as a program takes them: a list of objects, every value a text, as the query gave it. */
export const toJson = (rows: readonly Row[]): string =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(row.filter(({ field }) => field !== '@ptr').map(({ field, value }) => [field, value]))),
    null,
    2,
  )
