import type { TimeRange } from '#lib/time.ts'
import type { ConsoleProps } from '#ui/console/console-props.ts'
import { writeChosen, type ChosenRange } from '#ui/console/console-range.ts'

type Shared = {
  readonly query: string
  readonly groups: readonly string[]
  readonly chosen: ChosenRange
  readonly range: TimeRange
  readonly tab: string | null
  readonly chart: string | null
}

/** The whole question as an address: the query as it is typed, its groups and its time. Back from now would be another time tomorrow, so it is said in moments. */
export function shareLink(
  { base, href }: Pick<ConsoleProps, 'base' | 'href'>,
  { query, groups, chosen, range, tab, chart }: Shared,
): string {
  const link = href('cloudwatch/insights', {
    group: groups.join(',') || undefined,
    query,
    ...writeChosen(chosen.kind === 'last' ? { kind: 'between', ...range } : chosen),
    tab: tab ?? undefined,
    chart: chart ?? undefined,
  })
  return new URL(link, base).href
}
