import { useState } from 'react'
import type { TimeRange } from '#lib/time.ts'
import type { PaneProps, PaneView } from './pane-props.ts'

type Source = {
  readonly group: string
  readonly stream: string | undefined
  readonly range: TimeRange
  readonly tab: string | undefined
  change(view: PaneView): void
}

/** Group, time range and tab: the holder's where it keeps them, else the pane's own; a group or a time the account has not is passed over. */
export function usePaneView({ groups, range, view, onViewChange }: PaneProps): Source {
  const [own, setOwn] = useState<PaneView>({})
  const current = view ?? own
  const group = current.group !== undefined && groups.includes(current.group) ? current.group : (groups[0] ?? '')
  const isRange = current.start !== undefined && current.end !== undefined && current.start < current.end
  const chosen = isRange ? { start: current.start ?? range.start, end: current.end ?? range.end } : range
  const change = (next: PaneView) => {
    const merged = { ...current, ...next }
    setOwn(merged)
    onViewChange?.(merged)
  }
  return { group, stream: current.stream, range: chosen, tab: current.tab, change }
}
