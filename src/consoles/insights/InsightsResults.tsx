import type { LogsClient } from '#clients/cloudwatch-logs.ts'
import { EmptyState } from '#ui/kit/EmptyState.tsx'
import { Progress, Skeleton } from '#ui/kit/Progress.tsx'
import { useWait } from '#ui/kit/use-wait.ts'
import type { Task } from '#ui/pane/use-task.ts'
import { ResultTable } from '#ui/table/ResultTable.tsx'
import { RecordDetail } from './RecordDetail.tsx'
import type { QueryRun } from './use-query.ts'

type InsightsResultsProps = {
  readonly client: LogsClient
  readonly task: Task<QueryRun>
  /** Events in the range, where the backend tells. */
  readonly total: number | undefined
  onCancel(): void
}

/** The rows of a query, or what stands in their place. */
export function InsightsResults({ client, task, total, onCancel }: InsightsResultsProps) {
  const wait = useWait(task.status === 'running')
  const run = task.value
  if (task.status === 'failed') {
    return (
      <EmptyState kind="problem" title="Logs Insights refuses this query">
        <p>{task.error?.message}</p>
      </EmptyState>
    )
  }
  return (
    <>
      {wait === 'progress' ? (
        <Progress
          done={run?.statistics.recordsScanned ?? 0}
          unit="events"
          onCancel={onCancel}
          {...(total === undefined ? {} : { total })}
        />
      ) : null}
      {run === undefined && wait !== 'none' ? <Skeleton rows={6} /> : null}
      {run !== undefined && run.rows.length === 0 && task.status !== 'running' ? <NoRows run={run} /> : null}
      {run !== undefined && run.rows.length > 0 ? (
        <ResultTable
          key={JSON.stringify(run.question)}
          label="Results"
          rows={run.rows}
          detail={(row) => <RecordDetail client={client} row={row} />}
        />
      ) : null}
    </>
  )
}

function NoRows({ run }: { readonly run: QueryRun }) {
  if (run.statistics.recordsScanned === 0)
    return <EmptyState title="There are no events here">Choose another log group, or a longer time range.</EmptyState>
  return (
    <EmptyState title="No rows are left">
      The query ran and nothing came through. The Steps tab shows after which command the last row went.
    </EmptyState>
  )
}
