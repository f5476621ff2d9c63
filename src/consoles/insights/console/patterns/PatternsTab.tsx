import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import type { TableProps } from '@cloudscape-design/components/table'
import { useState } from 'react'
import { DataTable } from '#ui/cloudscape/DataTable.tsx'
import { Failure } from '#ui/cloudscape/Failure.tsx'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import { formatShare } from '#ui/chart/plots/slices.ts'
import { countOf, formatCount } from '#ui/kit/counts.ts'
import type { Task } from '#ui/pane/use-task.ts'
import type { FoundPattern } from './found-pattern.ts'
import { PatternDetail } from './PatternDetail.tsx'
import { PatternText } from './PatternText.tsx'
import styles from './Patterns.module.css'
import type { FoundPatterns } from './use-patterns.ts'

type PatternsTabProps = {
  readonly task: Task<FoundPatterns>
  readonly hasRun: boolean
  /** Puts a command behind the query. */
  onAdd(command: string): void
}

/** Events by the structure they share, how many there are of each, and what stands in the places that vary. */
export function PatternsTab({ task, hasRun, onAdd }: PatternsTabProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  if (!hasRun) return <Nothing title="Nothing has run yet">Run a query, and the patterns of the events behind it stand here.</Nothing>
  if (task.status === 'failed') return <Failure title="The patterns could not be found" error={task.error} />
  const toggle = (text: string) => {
    const next = new Set(open)
    if (!next.delete(text)) next.add(text)
    setOpen(next)
  }
  const patterns = task.status === 'done' ? task.value?.patterns : undefined
  const total = patterns?.reduce((sum, { count }) => sum + count, 0) ?? 0
  return (
    <DataTable
      title="Patterns"
      noun="pattern"
      variant="embedded"
      items={patterns}
      isGreatestFirst
      description={patterns && `${countOf(total, 'event')} that come through the query’s filters, by the structure they share.`}
      keyOf={({ text }) => text}
      textOf={({ text, severity }) => `${text} ${severity}`}
      columns={columnsOf({ isOpen: (text) => open.has(text), toggle, onAdd })}
      empty={<Nothing title="No patterns">No event comes through the query’s filters in this time range.</Nothing>}
    />
  )
}

type Opened = { isOpen(text: string): boolean; toggle(text: string): void; onAdd(command: string): void }

const byCount = (left: FoundPattern, right: FoundPattern): number => left.count - right.count
const byText = (left: FoundPattern, right: FoundPattern): number => left.text.localeCompare(right.text, 'en')
const bySeverity = (left: FoundPattern, right: FoundPattern): number => left.severity.localeCompare(right.severity, 'en')

const columnsOf = ({ isOpen, toggle, onAdd }: Opened): readonly TableProps.ColumnDefinition<FoundPattern>[] => [
  {
    id: 'open',
    header: <span className="visually-hidden">Open</span>,
    width: 52,
    minWidth: 52,
    cell: ({ text }) => (
      <Button
        variant="inline-icon"
        iconName={isOpen(text) ? 'caret-down-filled' : 'caret-right-filled'}
        ariaLabel={`${isOpen(text) ? 'Close' : 'Open'} the pattern ${text}`}
        ariaExpanded={isOpen(text)}
        onClick={() => toggle(text)}
      />
    ),
  },
  { id: 'count', header: 'Event count', sortingComparator: byCount, width: 140, cell: ({ count }) => formatCount(count) },
  { id: 'ratio', header: 'Event ratio', width: 130, cell: ({ ratio }) => formatShare(ratio) },
  {
    id: 'severity',
    header: 'Severity',
    sortingComparator: bySeverity,
    width: 130,
    cell: ({ severity }) => (severity === '' || /^none$/i.test(severity) ? '-' : <Badge color={colourOf(severity)}>{severity}</Badge>),
  },
  {
    id: 'pattern',
    header: 'Pattern',
    sortingComparator: byText,
    isRowHeader: true,
    minWidth: 420,
    cell: (pattern) => (
      <div className={styles.cell}>
        <PatternText text={pattern.text} />
        {isOpen(pattern.text) ? <PatternDetail pattern={pattern} onAdd={onAdd} /> : null}
      </div>
    ),
  },
  { id: 'histogram', header: 'Over time', width: 180, minWidth: 120, cell: ({ bins }) => <Spark bins={bins} /> },
]

const colourOf = (severity: string): 'red' | 'blue' | 'grey' =>
  /error|fatal|critical/i.test(severity) ? 'red' : /info/i.test(severity) ? 'blue' : 'grey'

function Spark({ bins }: Pick<FoundPattern, 'bins'>) {
  if (bins.length === 0) return <Box variant="span">-</Box>
  const most = Math.max(...bins.map(({ count }) => count))
  return (
    <>
      <span className={styles.spark} aria-hidden="true">
        {bins.map(({ start, count }) => (
          <span key={start} style={{ height: count === 0 ? 0 : `${Math.max(6, (100 * count) / most)}%` }} />
        ))}
      </span>
      <span className="visually-hidden">
        {countOf(bins.length, 'bar')}, the highest {countOf(most, 'event')}
      </span>
    </>
  )
}
