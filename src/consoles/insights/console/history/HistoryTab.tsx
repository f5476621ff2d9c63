import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { DataTable } from '#ui/cloudscape/DataTable.tsx'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import { formatCount } from '#ui/kit/counts.ts'
import type { Question } from '../../use-query.ts'
import type { PastRun } from './run-history.ts'

/** What ran on this page since it was opened, newest first. */
export function HistoryTab({ runs, onOpen }: { readonly runs: readonly PastRun[]; onOpen(question: Question): void }) {
  return (
    <DataTable
      title="History"
      noun="run"
      variant="embedded"
      items={runs}
      description="The queries that ran since this page was opened."
      keyOf={({ number }) => String(number)}
      columns={[
        { id: 'number', header: 'Run', isRowHeader: true, cell: ({ number }) => number },
        { id: 'query', header: 'Query', cell: ({ question }) => <Box variant="code">{question.query}</Box> },
        { id: 'groups', header: 'Log groups', cell: ({ question }) => (question.groups ?? [question.group]).join(', ') },
        { id: 'status', header: 'Status', cell: ({ status }) => <Status status={status} /> },
        { id: 'rows', header: 'Rows', cell: ({ rows }) => (rows === undefined ? '-' : formatCount(rows)) },
        {
          id: 'time',
          header: 'Took',
          cell: ({ milliseconds }) => (milliseconds === undefined ? '-' : `${formatCount(Math.max(1, milliseconds))} ms`),
        },
        {
          id: 'open',
          header: 'Open',
          cell: ({ number, question }) => (
            <Button variant="inline-link" ariaLabel={`Open the query of run ${number}`} onClick={() => onOpen(question)}>
              Open
            </Button>
          ),
        },
      ]}
      empty={<Nothing title="No runs yet">Run a query, and it stands here.</Nothing>}
    />
  )
}

function Status({ status }: Pick<PastRun, 'status'>) {
  if (status === 'running') return <StatusIndicator type="in-progress">Running</StatusIndicator>
  if (status === 'done') return <StatusIndicator type="success">Complete</StatusIndicator>
  return status === 'failed' ? (
    <StatusIndicator type="error">Failed</StatusIndicator>
  ) : (
    <StatusIndicator type="stopped">Cancelled</StatusIndicator>
  )
}
