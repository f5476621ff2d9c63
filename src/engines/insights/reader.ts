import { isTrue, numberOf } from '#languages/insights/functions/values/coercion.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import type { LogGroup } from '#stores/log-store.ts'
import { FIRST_TEXT, MISSING, NUMBER, OPEN, type FieldColumn } from './discovery/field-column.ts'

/** An expression bound to its data: a row number goes in, a value comes out. */
export type Reader = {
  read(row: number): Value
  /** The value as a number, NaN where it is none. */
  number(row: number): number
  /** The value does not depend on the row. */
  readonly constant?: { readonly value: Value }
  /** The value depends on nothing but this column's cell; `isRaw`: it is that cell. */
  readonly column?: FieldColumn
  readonly isRaw?: true
  /** `number` gives milliseconds of a time. */
  readonly isTime?: true
  /** The value is the message of this group's row. */
  readonly messageOf?: LogGroup
  /** What `number` gives for each of the rows, all at once. */
  numbers?(rows: Uint32Array, count: number, into: Float64Array): void
  /** Leaves the rows whose value is true at the front, in order; how many there are. */
  keepTrue?(rows: Uint32Array, count: number): number
  /** Told that these rows are read next. */
  prepare?(rows: Uint32Array, count: number): void
}

/** `numbers` of any reader. */
export function readNumbers(reader: Reader, rows: Uint32Array, count: number, into: Float64Array): void {
  if (reader.numbers !== undefined) return reader.numbers(rows, count, into)
  for (let at = 0; at < count; at++) into[at] = reader.number(rows[at] ?? 0)
}

/** `keepTrue` of any reader. */
export function keepTrue(reader: Reader, rows: Uint32Array, count: number): number {
  if (reader.keepTrue !== undefined) return reader.keepTrue(rows, count)
  reader.prepare?.(rows, count)
  let kept = 0
  for (let at = 0; at < count; at++) {
    const row = rows[at] ?? 0
    if (isTrue(reader.read(row))) rows[kept++] = row
  }
  return kept
}

export const constantReader = (value: Value): Reader => {
  const number = numberOf(value)
  return { read: () => value, number: () => number, constant: { value } }
}

export const missing: Reader = constantReader(null)

export const valueReader = (read: (row: number) => Value): Reader => ({ read, number: (row) => numberOf(read(row)) })

/** The reader, which passes on to its inputs what it is told of rows to come. */
export function preparing(reader: Reader, inputs: readonly Reader[]): Reader {
  const told = inputs.filter(({ prepare }) => prepare !== undefined)
  if (told.length === 0) return reader
  return { ...reader, prepare: (rows, count) => told.forEach((input) => input.prepare?.(rows, count)) }
}

export const numberReader = (number: (row: number) => number): Reader => ({
  read: (row) => {
    const found = number(row)
    return Number.isFinite(found) ? found : null
  },
  number,
})

export const columnReader = (column: FieldColumn): Reader => ({
  read: (row) => column.value(row),
  number: (row) => column.number(row),
  numbers: (rows, count, into) => {
    column.load(rows, count)
    if (column.hasNumericTexts) {
      for (let at = 0; at < count; at++) into[at] = column.number(rows[at] ?? 0)
      return
    }
    const { numbers } = column
    for (let at = 0; at < count; at++) into[at] = numbers[rows[at] ?? 0] ?? Number.NaN
  },
  column,
  isRaw: true,
})

/** The only column the readers depend on, if it is one. */
export function sharedColumn(readers: readonly Reader[]): FieldColumn | undefined {
  let found: FieldColumn | undefined
  for (const { column, constant } of readers) {
    if (constant !== undefined) continue
    if (column === undefined || (found !== undefined && found !== column)) return undefined
    found = column
  }
  return found
}

/** Evaluates once for each different text of the column instead of once for each row; `ofNumber` decides of a number alone. */
export function onceForEachText(column: FieldColumn, read: (row: number) => Value, ofNumber?: (number: number) => boolean): Reader {
  const seen: (Value | undefined)[] = []
  let ofMissing: Value | undefined
  const value = (row: number): Value => {
    const code = column.code(row)
    if (code === MISSING) return (ofMissing ??= read(row))
    if (code < FIRST_TEXT || code >= 65536) return read(row)
    const known = seen[code]
    if (known !== undefined) return known
    while (seen.length < code) seen.push(undefined)
    return (seen[code] = read(row))
  }
  return { ...valueReader(value), keepTrue: keepByCode(column, (row) => isTrue(value(row)), ofNumber), column }
}

const [UNKNOWN, KEPT, DROPPED] = [0, 1, 2]

function keepByCode(
  column: FieldColumn,
  accept: (row: number) => boolean,
  ofNumber: ((number: number) => boolean) | undefined,
): (rows: Uint32Array, count: number) => number {
  const verdicts = new Uint8Array(65536)
  return (rows, count) => {
    column.load(rows, count)
    const { codes, numbers } = column
    let kept = 0
    for (let at = 0; at < count; at++) {
      const row = rows[at] ?? 0
      const code = codes[row] ?? MISSING
      let verdict = verdicts[code] ?? UNKNOWN
      if (code === NUMBER) verdict = (ofNumber === undefined ? accept(row) : ofNumber(numbers[row] ?? Number.NaN)) ? KEPT : DROPPED
      else if (code === OPEN) verdict = accept(row) ? KEPT : DROPPED
      else if (verdict === UNKNOWN) {
        verdict = accept(row) ? KEPT : DROPPED
        if (code < verdicts.length) verdicts[code] = verdict
      }
      if (verdict === KEPT) rows[kept++] = row
    }
    return kept
  }
}

/** Evaluates once for each row, however often it is asked. */
export function onceForEachRow(reader: Reader): Reader {
  if (reader.constant !== undefined || reader.isRaw === true || reader.column !== undefined) return reader
  let at = -1
  let value: Value = null
  let atNumber = -1
  let number = Number.NaN
  return {
    read: (row) => {
      if (row !== at) {
        value = reader.read(row)
        at = row
      }
      return value
    },
    number: (row) => {
      if (row !== atNumber) {
        number = reader.number(row)
        atNumber = row
      }
      return number
    },
    ...(reader.isTime === undefined ? {} : { isTime: reader.isTime }),
    ...(reader.messageOf === undefined ? {} : { messageOf: reader.messageOf }),
    ...(reader.numbers === undefined ? {} : { numbers: reader.numbers }),
    ...(reader.prepare === undefined ? {} : { prepare: reader.prepare }),
  }
}
