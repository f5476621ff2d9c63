import type { PaneView } from '#ui/pane/pane-props.ts'
import type { QueryChange } from './location.ts'

const readMillis = (text: string | null): number | undefined => (text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined)

/** What a link says of a pane: group, time range and tab. */
export function readView(query: URLSearchParams): PaneView {
  const group = query.get('group') ?? undefined
  const start = readMillis(query.get('start'))
  const end = readMillis(query.get('end'))
  const tab = query.get('tab') ?? undefined
  return {
    ...(group === undefined ? {} : { group }),
    ...(start === undefined || end === undefined ? {} : { start, end }),
    ...(tab === undefined ? {} : { tab }),
  }
}

export const writeView = ({ group, start, end, tab }: PaneView): QueryChange => ({
  group,
  start: start?.toString(),
  end: end?.toString(),
  tab,
})
