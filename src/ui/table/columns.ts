/** One row as Logs Insights gives it; a missing field is left out. */
export type Row = readonly { readonly field: string; readonly value: string }[]

export type Column = { readonly name: string; readonly isNumeric: boolean }

const number = /^-?(\d+(\.\d+)?|\.\d+)(e[+-]?\d+)?$/i

export const cell = (row: Row, name: string): string | undefined => row.find((entry) => entry.field === name)?.value

/** Every field the rows have, in the order first met, `@ptr` aside; one is numeric when all its values are. */
export function columnsOf(rows: readonly Row[], known: readonly string[] = []): readonly Column[] {
  const numeric = new Map<string, boolean>(known.map((name) => [name, true]))
  const seen = new Set<string>()
  for (const row of rows) {
    for (const { field, value } of row) {
      seen.add(field)
      numeric.set(field, (numeric.get(field) ?? true) && (value === '' || number.test(value)))
    }
  }
  return [...numeric].filter(([name]) => name !== '@ptr').map(([name, isNumeric]) => ({ name, isNumeric: isNumeric && seen.has(name) }))
}
