import { useCallback, useMemo, useState } from 'react'
import type { TimeRange } from '#lib/time.ts'
import type { ConsoleProps } from './console-props.ts'
import { rangeOf, readChosen, writeChosen, type ChosenRange } from './console-range.ts'

export type ConsoleRange = {
  readonly chosen: ChosenRange
  /** Stands still while the clock runs, until it is chosen anew or refreshed. */
  readonly range: TimeRange
  choose(chosen: ChosenRange): void
  /** Back from the world's time as it is now; always another object, so that whoever reads by it reads again. */
  refresh(): void
}

type Held = Pick<ConsoleProps, 'query' | 'range' | 'now' | 'onQueryChange'>

/** The time range of a console's page, kept in the link. */
export function useConsoleRange({ query, range: whole, now, onQueryChange }: Held): ConsoleRange {
  const chosen = useMemo(() => readChosen(query), [query])
  const key = JSON.stringify(chosen)
  const [asOf, setAsOf] = useState({ key, now, count: 0 })
  if (asOf.key !== key) setAsOf({ ...asOf, key, now })
  const { start, end } = rangeOf(chosen, whole, asOf.now)
  // a refresh is a new range even where it is the same time
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const range = useMemo(() => ({ start, end }), [start, end, asOf.count])
  const choose = useCallback((next: ChosenRange) => onQueryChange(writeChosen(next)), [onQueryChange])
  return { chosen, range, choose, refresh: () => setAsOf({ key, now, count: asOf.count + 1 }) }
}
