import type { LogGroup } from '#stores/log-store.ts'

/** Before the `ordinal`-th event of a millisecond, among those a reader sees: an append behind it moves nothing. */
export type Position = { readonly timestamp: number; readonly ordinal: number }

type Accepts = (row: number) => boolean

/** The first row at or behind a position. */
export function rowAt(group: LogGroup, accepts: Accepts, position: Position): number {
  let row = group.lowerBound(position.timestamp)
  for (let passed = 0; passed < position.ordinal && row < group.size && group.timestamp(row) === position.timestamp; row++)
    if (accepts(row)) passed++
  return row
}

export function positionOf(group: LogGroup, accepts: Accepts, row: number): Position {
  const timestamp = group.timestamp(row)
  let ordinal = 0
  for (let before = group.lowerBound(timestamp); before < row; before++) if (accepts(before)) ordinal++
  return { timestamp, ordinal }
}
