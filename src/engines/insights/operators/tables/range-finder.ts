import { parseRange, parseAddress, type Address } from '#languages/insights/functions/values/ip-address.ts'
import type { TableContent } from '#stores/lookup-table-store.ts'
import type { RowFinder } from './row-finder.ts'

/** The rows whose range begins with these bits, for one version and one length of prefix. */
type Level = { readonly version: 4 | 6; readonly shift: bigint; readonly byBits: Map<bigint, readonly string[]> }

/** Which row of a lookup table has the narrowest range around an address; the first one, where several have the same. A cell that is no range is passed over. */
export function findByRange({ rows }: TableContent, column: number): RowFinder {
  const levels: Level[] = []
  for (const row of rows) {
    const range = parseRange(row[column] ?? '')
    if (range === undefined) continue
    const { version, shift, bits } = range
    const byBits = levelOf(levels, version, shift).byBits
    if (!byBits.has(bits)) byBits.set(bits, row)
  }
  // the fewer bits are shifted out, the narrower the range
  levels.sort((left, right) => Number(left.shift - right.shift))
  return ([text]) => narrowest(levels, parseAddress(text ?? ''))
}

function levelOf(levels: Level[], version: 4 | 6, shift: bigint): Level {
  const known = levels.find((level) => level.version === version && level.shift === shift)
  if (known !== undefined) return known
  const made = { version, shift, byBits: new Map<bigint, readonly string[]>() }
  levels.push(made)
  return made
}

function narrowest(levels: readonly Level[], address: Address | undefined): readonly string[] | undefined {
  if (address === undefined) return undefined
  for (const { version, shift, byBits } of levels) {
    const row = version === address.version ? byBits.get(address.bits >> shift) : undefined
    if (row !== undefined) return row
  }
  return undefined
}

/** The first column with nothing but ranges in it, one of them at least written with its length. */
export function rangeColumn({ columns, rows }: TableContent): number {
  return columns.findIndex((_, at) => {
    const cells = rows.flatMap((row) => row[at] || [])
    return cells.some((cell) => cell.includes('/')) && cells.every((cell) => parseRange(cell) !== undefined)
  })
}
