import { cell, type Row } from '#ui/table/columns.ts'

const columnsOf = (rows: readonly Row[]): readonly string[] =>
  [...new Set(rows.flatMap((row) => row.map(({ field }) => field)))].filter((name) => name !== '@ptr')

/** A head line and a line for each row, every cell written by `write`. */
function linesOf(rows: readonly Row[], write: (text: string) => string): readonly (readonly string[])[] {
  const columns = columnsOf(rows)
  return [columns.map(write), ...rows.map((row) => columns.map((name) => write(cell(row, name) ?? '')))]
}

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Rows as a program reads them: RFC 4180, a head line first. */
export const toCsv = (rows: readonly Row[]): string =>
  linesOf(rows, quote)
    .map((line) => line.join(','))
    .join('\r\n')

/** Rows as a spreadsheet takes them when they are pasted; a tab or a line break within a cell would end it, so it is a blank there. */
export const toTabs = (rows: readonly Row[]): string =>
  linesOf(rows, (text) => text.replaceAll(/[\t\r\n]+/g, ' ').trim())
    .map((line) => line.join('\t'))
    .join('\n')

/** Rows as a table in Markdown, for a ticket or a report. */
export function toMarkdown(rows: readonly Row[]): string {
  const [head = [], ...body] = linesOf(rows, (text) =>
    text
      .replaceAll(/[\\|]/g, '\\$&')
      .replaceAll(/\s*[\r\n]+\s*/g, ' ')
      .trim(),
  )
  return [head, head.map(() => '---'), ...body].map((line) => `| ${line.join(' | ')} |`).join('\n')
}

/** Rows as a program takes them: a list of objects, every value a text, as the query gave it. */
export const toJson = (rows: readonly Row[]): string =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(row.filter(({ field }) => field !== '@ptr').map(({ field, value }) => [field, value]))),
    null,
    2,
  )
