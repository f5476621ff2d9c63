import Container from '@cloudscape-design/components/container'
import Tabs from '@cloudscape-design/components/tabs'
import type { LogsClient, QueryDefinition } from '#clients/cloudwatch-logs.ts'
import type { KnownField } from '#lib/text/language.ts'
import type { ConsoleProps } from '#ui/console/console-props.ts'
import type { Task } from '#ui/pane/use-task.ts'
import { FieldsTab } from '../FieldsTab.tsx'
import { StepsTab } from '../steps/StepsTab.tsx'
import type { QueryRun } from '../use-query.ts'
import { withField } from '../with-field.ts'
import { HistoryTab } from './history/HistoryTab.tsx'
import { ResultsTab } from './ResultsTab.tsx'
import type { PastRun } from './history/run-history.ts'
import { PatternsTab } from './patterns/PatternsTab.tsx'
import { usePatterns } from './patterns/use-patterns.ts'
import { SavedQueriesTab } from './saved/SavedQueriesTab.tsx'
import type { SampleQuery, SampleSet } from './samples/sample-queries.ts'
import { SampleQueriesTab } from './samples/SampleQueriesTab.tsx'
import { VisualisationTab } from '../chart/VisualisationTab.tsx'
import { useHistogram } from './histogram/use-histogram.ts'

/** A query that is put into the editor, with its groups where it has some. */
export type OpenedQuery = Pick<QueryDefinition, 'queryString' | 'logGroupNames'> & { readonly queryDefinitionId?: string }

type InsightsTabsProps = {
  readonly console: ConsoleProps
  readonly logs: LogsClient
  readonly task: Task<QueryRun>
  readonly hasGroups: boolean
  readonly fields: readonly KnownField[] | undefined
  readonly runs: readonly PastRun[]
  readonly text: string
  onText(text: string): void
  onOpen(query: OpenedQuery): void
  /** Puts a query into the editor, to be run by hand. */
  onPick(query: SampleQuery, set: SampleSet): void
  onCancel(): void
}

const RESULTS = 'results'
const PATTERNS = 'patterns'

/** Below the query: what it gave, the fields there are, saved queries and the runs so far. */
export function InsightsTabs({ console, logs, task, hasGroups, fields, runs, text, onText, onOpen, onPick, onCancel }: InsightsTabsProps) {
  // here, so that a look at another tab does not break it off
  const histogram = useHistogram(logs, task.status === 'done' ? task.value : undefined)
  const patterns = usePatterns(logs, task.status === 'done' ? task.value : undefined, console.query.get('tab') === PATTERNS)
  const count = task.value && task.status !== 'failed' ? ` (${task.value.rows.length})` : ''
  return (
    <Container>
      <Tabs
        ariaLabel="What the query gave"
        activeTabId={console.query.get('tab') ?? RESULTS}
        onChange={({ detail }) => console.onQueryChange({ tab: detail.activeTabId === RESULTS ? undefined : detail.activeTabId })}
        tabs={[
          {
            id: RESULTS,
            label: `Logs${count}`,
            content: <ResultsTab logs={logs} task={task} histogram={histogram} hasGroups={hasGroups} onCancel={onCancel} />,
          },
          {
            id: PATTERNS,
            label: 'Patterns',
            content: (
              <PatternsTab task={patterns} hasRun={task.value !== undefined} onAdd={(piece) => onText(`${text.trimEnd()}\n${piece}`)} />
            ),
          },
          {
            id: 'chart',
            label: 'Visualisation',
            content: (
              <VisualisationTab
                run={task.value}
                wanted={console.query.get('chart')}
                onKind={(chart) => console.onQueryChange({ chart })}
                onInsert={(piece) => onText(`${text.trimEnd()}\n${piece}`)}
              />
            ),
          },
          {
            id: 'fields',
            label: 'Discovered fields',
            content: hasGroups ? (
              <FieldsTab fields={fields} onInsert={(field) => onText(withField(text, field))} isLocked={false} />
            ) : (
              'Choose a log group, and the fields of its events stand here.'
            ),
          },
          { id: 'steps', label: 'Step by step', content: <StepsTab client={logs} question={task.value?.question} /> },
          { id: 'samples', label: 'Sample queries', content: <SampleQueriesTab onPick={onPick} /> },
          { id: 'saved', label: 'Saved queries', content: <SavedQueriesTab logs={logs} isKept={console.isKept} onOpen={onOpen} /> },
          {
            id: 'history',
            label: `History (${runs.length})`,
            content: (
              <HistoryTab
                runs={runs}
                onOpen={({ query, group, groups = [group] }) => onOpen({ queryString: query, logGroupNames: groups })}
              />
            ),
          },
        ]}
      />
    </Container>
  )
}
