import { Suspense, useState } from 'react'
import type { TimeRange } from '#lib/time.ts'
import { Skeleton } from '#ui/kit/Progress.tsx'
import { Button } from '#ui/kit/Button.tsx'
import { EmptyState } from '#ui/kit/EmptyState.tsx'
import { formatCount } from '#ui/kit/counts.ts'
import type { PaneView } from '#ui/pane/pane-props.ts'
import type { ImportReport } from '#lib/import-report.ts'
import type { OpenWorld } from '../cloud.ts'
import { useHashQuery } from '../location.ts'
import { readView, writeView } from '../pane-view.ts'
import { panes } from '../panes.ts'
import { languages, type LogLanguage } from './languages.ts'
import styles from './LogPanes.module.css'
import { openAfternoon, type OpenLogs } from './use-open-logs.ts'

type LogPanesProps = {
  readonly language: LogLanguage
  readonly open: OpenLogs
  /** The person's own groups, newest first. */
  readonly own: readonly ImportReport[]
}

/** The slim pane over the open world and what was dropped into it; the link restores text, group, time and tab. */
export default function LogPanes({ language, open, own }: LogPanesProps) {
  const [query, changeQuery] = useHashQuery()
  const [text, setText] = useState(() => query.get('q') ?? languages.find(({ id }) => id === language)?.start ?? '')
  if (open.kind === 'failed')
    return (
      <EmptyState kind="problem" title="The logs did not open" action={<Button onClick={open.retry}>Try again</Button>}>
        {open.message}
      </EmptyState>
    )
  if (open.kind === 'opening') return <Opening done={open.done} total={open.total} />
  const { cloud, world } = open
  const view = readView(query)
  const rangeOf = (group: string | undefined): TimeRange => own.find((report) => report.group === group)?.range ?? seenOf(world)
  const range = rangeOf(view.group)
  const changeView = (next: PaneView) => {
    // another log's hours say nothing of this one's
    const isSameLog = rangeOf(next.group).start === range.start
    changeQuery(writeView(isSameLog ? next : { group: next.group, tab: next.tab }))
  }
  const Pane = panes[language]
  return (
    <Suspense fallback={<Skeleton rows={8} />}>
      <Pane
        key={`${view.group ?? ''} ${range.start}`}
        variant="page"
        transport={cloud.transport}
        base={cloud.base}
        account={world.account}
        groups={[...new Set([...own.map(({ group }) => group), ...world.groups])]}
        range={range}
        text={text}
        onTextChange={setText}
        view={view}
        origin={{ account: world.account, ...openAfternoon, from: '/logs' }}
        onViewChange={changeView}
        onRun={(result) => changeQuery({ q: result.text })}
      />
    </Suspense>
  )
}

const seenOf = ({ range, now }: OpenWorld): TimeRange => ({ start: range.start, end: Math.min(range.end, now + 1) })

/** From a second on in words: the afternoon is played once, on first sight. */
function Opening({ done, total }: { readonly done: number; readonly total: number }) {
  const minutes = (millis: number): string => formatCount(millis / 60_000)
  return (
    <output className={styles.opening}>
      <span className={styles.words}>
        {total > 0 ? `The afternoon is being played: ${minutes(done)} of ${minutes(total)} minutes` : 'Opening the logs'}
      </span>
      <Skeleton rows={6} />
    </output>
  )
}
