import type { TableContent } from '#stores/lookup-table-store.ts'

/** Which row of a lookup table has these texts in these columns; the first one, where several have. */
export type RowFinder = (texts: readonly (string | null)[]) => readonly string[] | undefined

/** Texts are compared as they are, letter for letter; an empty cell is nothing and equals nothing. */
export function findByColumns({ rows }: TableContent, columns: readonly number[]): RowFinder {
  const byTexts = new Map<string, readonly string[]>()
  for (const row of rows) {
    const key = keyOf(columns.map((at) => row[at] ?? ''))
    if (key !== undefined && !byTexts.has(key)) byTexts.set(key, row)
  }
  return (texts) => {
    const key = keyOf(texts)
    return key === undefined ? undefined : byTexts.get(key)
  }
}

function keyOf(texts: readonly (string | null)[]): string | undefined {
  if (texts.some((text) => text === null || text === '')) return undefined
  return texts.length === 1 ? (texts[0] ?? undefined) : JSON.stringify(texts)
}
