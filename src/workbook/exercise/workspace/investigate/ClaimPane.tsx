import { useState } from 'react'
import { MetricsPane } from '#consoles/metrics/MetricsPane.tsx'
import type { ClaimConsole, JournalEntry } from '#grading/exercise.ts'
import type { PanelTarget } from '#lib/panel.ts'
import { Button } from '#ui/kit/Button.tsx'
import { panes } from '../../../panes.ts'
import { originOf } from '../../desk/origin-of.ts'
import type { WorkspaceProps } from '../workspace-props.ts'

type ClaimPaneProps = WorkspaceProps & {
  readonly shown: ClaimConsole
  readonly text: string
  onTextChange(text: string): void
  /** Questions were put and answered. */
  onAsked(entries: readonly JournalEntry[]): void
}

/** One of the consoles of an investigation; what is run on it goes into the journal. */
export function ClaimPane({ shown, text, onTextChange, onAsked, desk, checking, cloud, world, view, onViewChange }: ClaimPaneProps) {
  const shared = {
    variant: 'exercise',
    transport: cloud.transport,
    base: cloud.base,
    account: world.account,
    range: world.range,
    origin: originOf(desk, world),
    onCheck: checking.check,
  } as const
  const [queries, setQueries] = useState<readonly PanelTarget[]>()
  if (shown === 'metrics') {
    const note = () => onAsked((queries ?? []).map((query) => ({ console: 'metrics', text: sayQuery(query), range: world.range })))
    return (
      <MetricsPane
        {...shared}
        onQueriesChange={setQueries}
        actions={
          <Button onClick={note} disabled={queries === undefined}>
            Note this graph
          </Button>
        }
      />
    )
  }
  const Pane = panes[shown === 'logs' ? 'filter-pattern' : 'insights']
  return (
    <Pane
      {...shared}
      groups={world.groups}
      text={text}
      onTextChange={onTextChange}
      view={view}
      onViewChange={onViewChange}
      onRun={(result) => onAsked([{ console: shown, text: result.text, group: result.group, range: result.range }])}
    />
  )
}

const sayQuery = ({ metricName, statistic, dimensions }: PanelTarget): string =>
  `${statistic} of ${metricName}${Object.values(dimensions)
    .map((value) => `, ${value}`)
    .join('')}`
