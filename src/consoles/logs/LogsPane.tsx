import { useEffect, useMemo, useState } from 'react'
import { createLogsClient } from '#clients/cloudwatch-logs.ts'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import { filterPattern } from '#languages/filter-pattern/index.ts'
import { Editor } from '#ui/editor/Editor.tsx'
import { useDiagnostics } from '#ui/editor/use-diagnostics.ts'
import { countOf, formatCount } from '#ui/kit/counts.ts'
import { CopyButton } from '#ui/kit/CopyButton.tsx'
import { rangeParameters } from '#ui/pane/full-console.ts'
import { PaneFrame } from '#ui/pane/PaneFrame.tsx'
import type { PaneProps } from '#ui/pane/pane-props.ts'
import { SourceBar } from '#ui/pane/SourceBar.tsx'
import { useFields } from '#ui/pane/use-fields.ts'
import { usePaneView } from '#ui/pane/use-pane-view.ts'
import type { Task } from '#ui/pane/use-task.ts'
import { awsCommand } from './aws-command.ts'
import { LogsResults } from './LogsResults.tsx'
import { StreamSelect } from './StreamSelect.tsx'
import { useFilteredEvents, type Found } from './use-filtered-events.ts'
import { useWholeLog, type WholeLog } from './use-whole-log.ts'
import styles from './LogsPane.module.css'

type LogsPaneProps = PaneProps & {
  /** Another pattern, whose matches get a dotted line in the lines this one drops. */
  readonly near?: string
}

/** Filter patterns over a log group: what is kept, what is not, and why. */
export function LogsPane(props: LogsPaneProps) {
  const { transport, base, account, text, onTextChange, onRun, variant, runRequest } = props
  const { group, stream, range, change } = usePaneView(props)
  const logs = useMemo(() => createLogsClient({ transport, base, account }), [transport, base, account])
  const watchkeeper = useMemo(() => createWatchkeeperClient({ transport, base }), [transport, base])
  const search = useFilteredEvents(logs)
  const fields = useFields(watchkeeper, account, group, range)
  const whole = useWholeLog(logs, { group, stream, range })
  const [areDroppedShown, setDroppedShown] = useState(false)
  const diagnostics = useDiagnostics(filterPattern, text, props.diagnostics)
  const isForSlide = variant === 'slide'
  const areBoth = isForSlide || areDroppedShown

  const run = () => search.run({ group, stream, range, pattern: text })
  useEffect(() => {
    if (group !== '') run()
    // Runs at open, for another source and on request; a slide follows its text too.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [logs, group, stream, range.start, range.end, runRequest, isForSlide ? text : undefined])
  useEffect(() => {
    if (search.task.status !== 'done' || !search.task.value) return
    const { events, search: asked } = search.task.value
    onRun?.({
      group: asked.group,
      range: asked.range,
      text: asked.pattern,
      diagnostics: filterPattern.diagnose(asked.pattern),
      count: events.length,
      ...(whole ? { total: whole.total } : {}),
    })
    // Tells of each finished run once, when its total is known.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [search.task, whole])

  return (
    <PaneFrame
      title="Filter events"
      variant={variant}
      source={
        <>
          <SourceBar {...props} group={group} selected={range} change={(view) => change({ ...view, stream: undefined })} />
          <StreamSelect client={logs} group={group} stream={stream} onSelect={(name) => change({ stream: name })} />
        </>
      }
      aside={props.aside}
      fullConsole={{
        console: 'cloudwatch/logs',
        origin: props.origin,
        parameters: { group, pattern: text || undefined, ...rangeParameters(range) },
      }}
      editor={
        <Editor
          language={filterPattern}
          label="Filter pattern"
          value={text}
          onChange={onTextChange}
          diagnostics={diagnostics}
          fields={fields ?? []}
          isLocked={props.locked ?? false}
          isSingleLine
          placeholder="every event: the pattern is empty"
          onRun={run}
          onCheck={props.onCheck}
          goTo={props.goTo}
        />
      }
      actions={props.actions}
      status={statusOf(search.task, whole, text)}
      isRunning={search.task.status === 'running'}
      onRun={run}
      onCancel={search.cancel}
      onCheck={props.onCheck}
    >
      {isForSlide ? null : (
        <div className={styles.tools}>
          <label className={styles.toggle}>
            <input
              type="checkbox"
              checked={areDroppedShown}
              disabled={whole !== undefined && !whole.isComplete}
              onChange={(event) => setDroppedShown(event.target.checked)}
            />
            {whole === undefined || whole.isComplete ? 'Show what was dropped' : 'Too many events to show what was dropped'}
          </label>
          <CopyButton label="Copy as AWS CLI" text={() => awsCommand(group, range, text)} />
        </div>
      )}
      <LogsResults
        client={watchkeeper}
        task={search.task}
        all={areBoth && whole?.isComplete ? whole.events : undefined}
        near={props.near}
        isForSlide={isForSlide}
        onMore={search.more}
        onCancel={search.cancel}
      />
    </PaneFrame>
  )
}

function statusOf({ status, value }: Task<Found>, whole: WholeLog | undefined, text: string): string {
  if (!value || status === 'failed') return ''
  const kept = value.events.length
  const atLeast = value.next === undefined ? '' : 'at least '
  const counts =
    whole === undefined
      ? `${atLeast}${countOf(kept, 'event')} kept`
      : `${atLeast}${formatCount(kept)} of ${countOf(whole.total, 'event')} kept`
  if (status === 'cancelled') return `${counts}, then cancelled`
  return value.search.pattern === text || status === 'running' ? counts : `${counts} by the last run`
}
