import { numberOf } from '#languages/insights/functions/values/coercion.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import { FIRST_TEXT, MISSING, type FieldColumn } from './discovery/field-column.ts'

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
}

export const constantReader = (value: Value): Reader => {
  const number = numberOf(value)
  return { read: () => value, number: () => number, constant: { value } }
}

export const missing: Reader = constantReader(null)

export const valueReader = (read: (row: number) => Value): Reader => ({ read, number: (row) => numberOf(read(row)) })

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

/** Evaluates once for each different text of the column instead of once for each row. */
export function onceForEachText(column: FieldColumn, read: (row: number) => Value): Reader {
  const seen: (Value | undefined)[] = []
  let ofMissing: Value | undefined
  return {
    ...valueReader((row) => {
      const code = column.code(row)
      if (code === MISSING) return (ofMissing ??= read(row))
      if (code < FIRST_TEXT || code >= 65536) return read(row)
      const known = seen[code]
      if (known !== undefined) return known
      while (seen.length < code) seen.push(undefined)
      return (seen[code] = read(row))
    }),
    column,
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
  }
}
