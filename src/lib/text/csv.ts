// https://www.rfc-editor.org/rfc/rfc4180

/** One record and the line it begins on. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }
export type ReadCsv = { readonly rows: readonly CsvRow[] } | { readonly problem: string }

/** The records of a text: cells parted by commas or another sign, quoted where they hold one, lines ended in any way; blank lines are none. */
export function readCsv(text: string, delimiter = ','): ReadCsv {
  const rows: CsvRow[] = []
  let cells: string[] = []
  let line = 1
  let firstLine = 1
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, delimiter)
    if (cell === undefined) return { problem: `line ${line}: a quote is opened and never closed` }
    line += lineBreaks(text, at, cell.end)
    at = cell.end
    cells.push(cell.value)
    if (text[at] === delimiter) {
      at++
      continue
    }
    if (at < text.length && text[at] !== '\n' && text[at] !== '\r') return { problem: `line ${line}: text stands behind a closing quote` }
    const isBlank = cells.length === 1 && cell.value === '' && !cell.isQuoted
    if (!isBlank) rows.push({ line: firstLine, cells })
    cells = []
    at += text.startsWith('\r\n', at) ? 2 : 1
    firstLine = ++line
  }
  return { rows }
}

type Cell = { readonly value: string; readonly end: number; readonly isQuoted: boolean }

function plainCell(text: string, from: number, delimiter: string): Cell {
  const parting = delimiter.charCodeAt(0)
  let end = from
  while (end < text.length && !isLineBreak(text.charCodeAt(end)) && text.charCodeAt(end) !== parting) end++
  return { value: text.slice(from, end), end, isQuoted: false }
}

const isLineBreak = (code: number): boolean => code === 10 || code === 13

function quotedCell(text: string, from: number): Cell | undefined {
  for (let close = text.indexOf('"', from + 1); close >= 0; close = text.indexOf('"', close + 2)) {
    if (text[close + 1] !== '"') return { value: text.slice(from + 1, close).replaceAll('""', '"'), end: close + 1, isQuoted: true }
  }
  return undefined
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}

const written = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Records as a text that gives them back; a record of one empty cell is quoted, so that it is no blank line. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => (cells.length === 1 && cells[0] === '' ? '""\n' : `${cells.map(written).join(',')}\n`)).join('')
