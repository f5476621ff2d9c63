import type { LogsClient } from '#clients/cloudwatch-logs.ts'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import { formatBytes, formatCount } from '#ui/kit/counts.ts'
import type { Task } from '#ui/pane/use-task.ts'
import { InsightsResults } from '../InsightsResults.tsx'
import type { QueryRun } from '../use-query.ts'
import { ExportMenu } from './exports/ExportMenu.tsx'
import { Histogram } from './histogram/Histogram.tsx'
import styles from './QueryForm.module.css'
import type { useHistogram } from './histogram/use-histogram.ts'

type ResultsTabProps = {
  readonly logs: LogsClient
  readonly task: Task<QueryRun>
  readonly histogram: ReturnType<typeof useHistogram>
  readonly hasGroups: boolean
  onCancel(): void
}

/** The events over time, how much was read, and the rows. */
export function ResultsTab({ logs, task, histogram, hasGroups, onCancel }: ResultsTabProps) {
  const run = task.status === 'failed' ? undefined : task.value
  if (task.status === 'idle')
    return (
      <Nothing title="Nothing has run yet">
        {hasGroups ? 'Run the query, and its rows stand here.' : 'Choose a log group and run the query: its rows stand here.'}
      </Nothing>
    )
  return (
    <div className={styles.results}>
      {histogram === undefined ? null : <Histogram bins={histogram.bins} range={histogram.question.range} />}
      {run === undefined ? null : (
        <div className={styles.bar}>
          <output>{sayOf(task.status, run)}</output>
          <ExportMenu rows={run.rows} />
        </div>
      )}
      <InsightsResults client={logs} task={task} total={run?.statistics.recordsTotal} onCancel={onCancel} />
    </div>
  )
}

function sayOf(status: Task<QueryRun>['status'], { rows, statistics, milliseconds }: QueryRun): string {
  const { recordsMatched, recordsScanned, bytesScanned } = statistics
  const shown = `Showing ${formatCount(rows.length)} of ${formatCount(Math.max(recordsMatched, rows.length))} records matched`
  const read = `${formatCount(recordsScanned)} records (${formatBytes(bytesScanned)}) scanned`
  if (status === 'cancelled') return `${shown} · ${read}, then cancelled`
  return status === 'done' ? `${shown} · ${read} in ${(milliseconds / 1000).toFixed(1)} s` : `${shown} · ${read} so far`
}
