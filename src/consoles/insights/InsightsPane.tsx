import { useEffect, useMemo, useRef } from 'react'
import { createLogsClient } from '#clients/cloudwatch-logs.ts'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import { hasErrors, type Diagnostic } from '#lib/text/diagnostic.ts'
import { insights } from '#languages/insights/index.ts'
import { Editor } from '#ui/editor/Editor.tsx'
import type { EditorHandle } from '#ui/editor/editor-props.ts'
import { useDiagnostics } from '#ui/editor/use-diagnostics.ts'
import { countOf, formatBytes, formatCount } from '#ui/kit/counts.ts'
import { CopyButton } from '#ui/kit/CopyButton.tsx'
import { Tabs } from '#ui/kit/Tabs.tsx'
import { rangeParameters } from '#ui/pane/full-console.ts'
import { PaneFrame } from '#ui/pane/PaneFrame.tsx'
import type { PaneProps } from '#ui/pane/pane-props.ts'
import { SourceBar } from '#ui/pane/SourceBar.tsx'
import { useFields } from '#ui/pane/use-fields.ts'
import { usePaneView } from '#ui/pane/use-pane-view.ts'
import type { Task } from '#ui/pane/use-task.ts'
import { awsCommand } from './aws-command.ts'
import { ChartTab } from './chart/ChartTab.tsx'
import { FieldsTab } from './FieldsTab.tsx'
import { InsightsResults } from './InsightsResults.tsx'
import { refusalOf } from './refusal.ts'
import { StepsTab } from './steps/StepsTab.tsx'
import { useQuery, type QueryRun } from './use-query.ts'
import { withField } from './with-field.ts'

const RESULTS = 'results'

/** Logs Insights over a log group: rows, what was counted, the fields there are, and the rows after each command. */
export function InsightsPane(props: PaneProps) {
  const { transport, base, account, text, onTextChange, onRun, variant, runRequest } = props
  const { group, range, tab = RESULTS, change } = usePaneView(props)
  const logs = useMemo(() => createLogsClient({ transport, base, account }), [transport, base, account])
  const watchkeeper = useMemo(() => createWatchkeeperClient({ transport, base }), [transport, base])
  const { task, run: ask, cancel } = useQuery(logs)
  const fields = useFields(watchkeeper, account, group, range)
  const editor = useRef<EditorHandle>(null)
  const refusal = task.status === 'failed' ? refusalOf(task.error) : undefined
  const diagnostics = useDiagnostics(insights, text, withRefusal(props.diagnostics, refusal))
  const isLocked = props.locked ?? false

  const run = () => ask({ group, range, query: text })
  useEffect(() => {
    if (group !== '' && text.trim() !== '') run()
    // Runs at open, for another source and on request; a slide follows its text too.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [logs, group, range.start, range.end, runRequest, variant === 'slide' ? text : undefined])
  useEffect(() => {
    if (task.status !== 'done' || !task.value) return
    const { question, rows } = task.value
    onRun?.({
      group: question.group,
      range: question.range,
      text: question.query,
      diagnostics: [],
      count: rows.length,
      total: countedIn(task.value),
      rows,
    })
    // Tells of each finished run once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [task])
  const hasCaret = useRef(false)
  const insert = (field: string) => {
    if (hasCaret.current) editor.current?.insert(field)
    else onTextChange(withField(text, field))
  }

  return (
    <PaneFrame
      title="Logs Insights"
      variant={variant}
      source={<SourceBar {...props} group={group} selected={range} change={change} />}
      aside={props.aside}
      fullConsole={{ console: 'cloudwatch/insights', origin: props.origin, parameters: { group, query: text, ...rangeParameters(range) } }}
      editor={
        <div onFocus={() => (hasCaret.current = true)}>
          <Editor
            ref={editor}
            language={insights}
            label="Logs Insights query"
            value={text}
            onChange={onTextChange}
            diagnostics={diagnostics}
            fields={fields ?? []}
            isLocked={isLocked}
            placeholder="fields @timestamp, @message"
            onRun={run}
            onCheck={props.onCheck}
            goTo={props.goTo}
          />
        </div>
      }
      actions={props.actions}
      status={statusOf(task)}
      isRunning={task.status === 'running'}
      onRun={run}
      onCancel={cancel}
      onCheck={props.onCheck}
    >
      <Tabs
        label="What the query gave"
        selected={tab}
        onSelect={(id) => change({ tab: id })}
        end={<CopyButton label="Copy as AWS CLI" text={() => awsCommand(group, range, text)} />}
        items={[
          {
            id: RESULTS,
            label: 'Results',
            ...countOfRows(task),
            content: <InsightsResults client={logs} task={task} total={task.value?.statistics.recordsTotal} onCancel={cancel} />,
          },
          {
            id: 'chart',
            label: 'Chart',
            content: (
              <ChartTab
                run={task.value}
                {...(isLocked ? {} : { onInsert: (piece: string) => onTextChange(`${text.trimEnd()}\n${piece}`) })}
              />
            ),
          },
          { id: 'fields', label: 'Fields', content: <FieldsTab fields={fields} onInsert={insert} isLocked={isLocked} /> },
          { id: 'steps', label: 'Steps', content: <StepsTab client={logs} question={task.value?.question} /> },
        ]}
      />
    </PaneFrame>
  )
}

const countOfRows = ({ status, value }: Task<QueryRun>): { readonly count?: number } =>
  value && status !== 'failed' ? { count: value.rows.length } : {}

/** A refusal whose place the language marks itself says nothing new. */
const withRefusal = (given: readonly Diagnostic[] = [], refusal: Diagnostic | undefined): readonly Diagnostic[] =>
  refusal === undefined || hasErrors(given) ? given : [...given, refusal]

/** How many events the matched ones are out of. */
const countedIn = ({ statistics }: QueryRun): number => Math.max(statistics.recordsMatched, statistics.recordsScanned)

function statusOf({ status, value }: Task<QueryRun>): string {
  if (!value || status === 'failed') return ''
  const { recordsMatched, recordsScanned, bytesScanned } = value.statistics
  // a query without a condition has its rows before it has read all that match
  const isEnough = recordsScanned < recordsMatched
  const read = isEnough ? ` · ${formatCount(recordsScanned)} read` : ''
  const counts = `${formatCount(recordsMatched)} of ${countOf(countedIn(value), 'event')} matched${read} · ${formatBytes(bytesScanned)} scanned`
  if (status === 'running') return counts
  return status === 'cancelled' ? `${counts}, then cancelled` : `${counts} · ${formatCount(Math.max(1, value.milliseconds))} ms`
}
