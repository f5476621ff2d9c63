import type { LogsClient } from '#clients/cloudwatch-logs.ts'
import { countOf, formatCount } from '#ui/kit/counts.ts'
import { EmptyState } from '#ui/kit/EmptyState.tsx'
import { Skeleton } from '#ui/kit/Progress.tsx'
import { ResultTable } from '#ui/table/ResultTable.tsx'
import type { Question } from '../use-query.ts'
import { useSteps, type Step } from './use-steps.ts'
import styles from './StepsTab.module.css'

const SHOWN = 5

/** What each command did to the rows, one below the other. */
export function StepsTab({ client, question }: { readonly client: LogsClient; readonly question: Question | undefined }) {
  const task = useSteps(client, question)
  if (question === undefined)
    return <EmptyState title="Nothing has run yet">Run the query, and its rows after each command stand here.</EmptyState>
  if (task.value === undefined) return task.status === 'failed' ? <Failed error={task.error} /> : <Skeleton rows={6} />
  return (
    <ol className={styles.steps}>
      {task.value.map((step, at) => (
        <StepItem key={at} step={step} at={at} before={at === 0 ? undefined : task.value?.[at - 1]} />
      ))}
      {task.status === 'running' ? <Skeleton rows={3} /> : null}
      {task.status === 'failed' ? <Failed error={task.error} /> : null}
    </ol>
  )
}

const Failed = ({ error }: { readonly error: Error | undefined }) => (
  <EmptyState kind="problem" title="The steps end here">
    {error?.message}
  </EmptyState>
)

function StepItem({ step, at, before }: { readonly step: Step; readonly at: number; readonly before: Step | undefined }) {
  const changed = before === undefined ? countOf(step.count, 'event') : `${formatCount(before.count)} → ${countOf(step.count, 'row')}`
  return (
    <li className={styles.step}>
      <div className={styles.head}>
        <span className={styles.number} aria-hidden="true">
          {at === 0 ? '' : at}
        </span>
        <span className={styles.verb}>{step.stage.verb}</span>
        <code className={styles.command}>{step.stage.command}</code>
        <span className={styles.count}>{changed}</span>
      </div>
      {step.rows.length === 0 ? (
        <p className={styles.none}>No row is left.</p>
      ) : (
        <div className={styles.rows}>
          <ResultTable label={`Rows after ${step.stage.command || 'nothing'}`} rows={step.rows.slice(0, SHOWN)} />
          {step.count > SHOWN ? (
            <p className={styles.none}>and {formatCount(step.count - Math.min(SHOWN, step.rows.length))} more</p>
          ) : null}
        </div>
      )}
    </li>
  )
}
