import { never } from '#lib/invariant.ts'
import type { ColumnsDiffer, Comparison, EventsDiffer, RowsDiffer } from './compare.ts'
import type { RowDifference } from '../verdict.ts'

/** A verdict's words for a difference: a title, what is right already, and the first thing that is not. */
export type Explanation = { readonly title: string; readonly right: readonly string[]; readonly first: string }

export function explain(difference: Comparison): Explanation {
  switch (difference.kind) {
    case 'columns':
      return explainColumns(difference)
    case 'rows':
      return explainRows(difference)
    case 'events':
      return explainEvents(difference)
    case 'refused':
      return { title: 'Not yet: it cannot be run', right: [], first: difference.message }
    default:
      return never(difference)
  }
}

function explainColumns({ missing, extra, yours, expected }: ColumnsDiffer): Explanation {
  const right = yours.rows.length === expected.rows.length ? [`You have ${count(yours.rows.length, 'row')}, as many as asked for.`] : []
  const wanted = count(expected.columns.length, 'column')
  const found = `Your result has ${count(yours.columns.length, 'column')} (${list(yours.columns)}), the question asks for ${wanted}`
  if (yours.columns.length < expected.columns.length)
    return { title: 'Not yet: something asked for is not shown', right, first: `${found}.` }
  if (yours.columns.length > expected.columns.length) return { title: 'Close: more is shown than was asked for', right, first: `${found}.` }
  const first =
    missing.length > 0
      ? `No column is called ${list(missing)}${extra.length > 0 ? `; ${list(extra)} stands there instead` : ''}.`
      : `${found}.`
  return { title: 'Close: a column has another name', right, first }
}

function explainRows(difference: RowsDiffer): Explanation {
  const { rows, isOrderOnly, yoursTotal, expectedTotal, columns } = difference
  const [first] = rows
  const right = rowsRight(difference)
  if (isOrderOnly)
    return {
      title: 'Close: the rows are right, the order is not',
      right: [`All ${count(yoursTotal, 'row')} are the right ones.`],
      first: orderSentence(first),
    }
  if (yoursTotal === 0)
    return {
      title: 'Not yet: nothing is left',
      right,
      first: `Your result is empty; the question asks for ${count(expectedTotal, 'row')}.`,
    }
  if (first?.state === 'changed') {
    const title = yoursTotal === expectedTotal ? 'Close: the rows are right, the figures are not' : rowCountTitle(yoursTotal, expectedTotal)
    return { title, right, first: yoursTotal === expectedTotal ? cellSentence(first, columns) : countSentence(yoursTotal, expectedTotal) }
  }
  return { title: rowCountTitle(yoursTotal, expectedTotal), right, first: countSentence(yoursTotal, expectedTotal) }
}

function rowsRight({ rows, yoursTotal, expectedTotal, columns }: RowsDiffer): readonly string[] {
  const wrongOfYours = rows.filter((row) => row.yours !== undefined).length
  const good = yoursTotal - wrongOfYours
  const names = columns.length === 1 ? `The column, ${list(columns)}, is right.` : `The columns are right: ${list(columns)}.`
  const counted = yoursTotal === expectedTotal ? [`So is their number: ${count(yoursTotal, 'row')}.`] : []
  const some =
    good > 0 && good < yoursTotal
      ? [`${good} of your ${count(yoursTotal, 'row')} ${good === 1 ? 'is' : 'are'} right to the last figure.`]
      : []
  const untouched = columns.filter(
    (_, at) => rows.length > 0 && rows.every((row) => row.state === 'changed' && row.yours?.[at]?.differs === false),
  )
  const same = untouched.length > 0 && untouched.length < columns.length ? [`Every value of ${list(untouched)} is right.`] : []
  return [names, ...counted, ...same, ...some]
}

const rowCountTitle = (yours: number, expected: number): string =>
  yours === expected ? 'Not yet: these are other rows' : yours > expected ? 'Not yet: there are rows too many' : 'Not yet: rows are missing'

const countSentence = (yours: number, expected: number): string =>
  yours === expected
    ? `Your result has ${count(yours, 'row')} as it should, but not the ones asked for.`
    : `Your result has ${count(yours, 'row')}, the question asks for ${expected}.`

function cellSentence(row: RowDifference, columns: readonly string[]): string {
  const at = row.yours?.findIndex((cell) => cell.differs) ?? -1
  const name = keyOf(row)
  const where = name === '' ? 'In one row, ' : `In the row of ${name}, `
  const column = columns[at] ?? 'a value'
  return `${where}${column} is ${shown(row.yours?.[at]?.text)}; it should be ${shown(row.expected?.[at]?.text)}.`
}

/** What names a row that differs: its values that are right. */
export function keyOf(row: RowDifference | undefined): string {
  const cells = row?.yours ?? row?.expected ?? []
  const same = cells.filter((cell) => !cell.differs).map((cell) => cell.text)
  return same.length > 0 ? (same[0] ?? '') : row?.state === 'changed' ? '' : (cells[0]?.text ?? '')
}

const orderSentence = (row: RowDifference | undefined): string =>
  `Where ${shown(row?.expected?.map((cell) => cell.text).join(', '))} should stand, yours has ${shown(row?.yours?.map((cell) => cell.text).join(', '))}.`

function explainEvents({ events, yoursTotal, expectedTotal, total }: EventsDiffer): Explanation {
  const extra = events.filter((event) => event.state === 'extra').length
  const missing = events.length - extra
  const kept = expectedTotal - missing
  const right =
    kept > 0
      ? [
          missing === 0
            ? `You keep every line that was asked for, ${kept} of them.`
            : `${kept} of the ${count(yoursTotal, 'line')} you keep ${kept === 1 ? 'is' : 'are'} right.`,
        ]
      : []
  const spared = total - expectedTotal - extra
  const left = extra === 0 && spared > 0 ? [`You leave out every line that was not asked for.`] : []
  return {
    title: eventsTitle(yoursTotal, extra, missing),
    right: [...right, ...left],
    first: eventsSentence(yoursTotal, extra, missing, total),
  }
}

function eventsTitle(yours: number, extra: number, missing: number): string {
  if (yours === 0) return 'Not yet: nothing is kept'
  if (missing === 0) return extra === 1 ? 'Close: one line too many' : 'Close: lines too many'
  if (extra === 0) return missing === 1 ? 'Close: one line is missing' : 'Close: lines are missing'
  return 'Not yet: lines are missing, and others are too many'
}

function eventsSentence(yours: number, extra: number, missing: number, total: number): string {
  if (total === 1) return yours === 0 ? 'This line is not kept, and it should be.' : 'You keep this line, and it should not be kept.'
  if (yours === 0) return `None of the ${count(total, 'line')} is kept, and ${missing} should be.`
  const parts = [
    ...(extra > 0 ? [`${count(extra, 'line')} should not be there`] : []),
    ...(missing > 0 ? [`${count(missing, 'line')} should be and ${missing === 1 ? 'is' : 'are'} not`] : []),
  ]
  return `You keep ${yours} of ${count(total, 'line')}: ${parts.join(', and ')}.`
}

/** `1 row`, `12 rows`. */
export const count = (number: number, noun: string): string => `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`

/** Thin spaces between groups of digits. */
export const grouped = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, '\u2009')

const list = (names: readonly string[]): string => names.join(', ')

const shown = (text: string | undefined): string => (text === undefined || text === '' ? 'empty' : text)
