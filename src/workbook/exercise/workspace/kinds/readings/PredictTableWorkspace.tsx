import { useId } from 'react'
import type { OfferedTable } from '#grading/exercise.ts'
import type { TablesDifference } from '#grading/verdict.ts'
import { LogLines } from '#ui/log/LogLines.tsx'
import { ColouredCode } from '#ui/prose/ColouredCode.tsx'
import { ResultTable } from '#ui/table/ResultTable.tsx'
import type { Checking } from '../../../desk/use-checking.ts'
import { Confidence } from '../../Confidence.tsx'
import tables from '../../OfferedTables.module.css'
import { rowsOf } from '../../offered-rows.ts'
import { useEvents } from '../../use-events.ts'
import { useOfferedTables } from '../../use-offered-tables.ts'
import styles from '../../Workspace.module.css'
import type { WorkspaceProps } from '../../workspace-props.ts'

/** Lines more than these are not read before a guess. */
const mostLines = 200

/** Predict-table: the query and its log are given, the learner picks the result before seeing it. */
export function PredictTableWorkspace({ desk, checking, cloud, world, checkButton }: WorkspaceProps) {
  const { answer, setAnswer, drawing } = desk
  const events = useEvents({ cloud, world })
  const offered = useOfferedTables({ desk, cloud })
  const picked = answer.kind === 'table' ? answer.table : null
  const judged = judgedOf(checking)
  const lines = (events ?? []).slice(0, mostLines).map((event) => ({ ...event, isKept: true }))
  return (
    <div className={styles.stack}>
      <section className={styles.bench} aria-label="The query">
        <p className={styles.says}>The query</p>
        {drawing.given.map((given, index) => (
          <ColouredCode key={index} language={drawing.language} text={given.text} />
        ))}
      </section>
      <fieldset className={tables.offered} aria-busy={offered === undefined}>
        <legend>Which of these is its result?</legend>
        {offered?.map((table, index) => (
          <Offer
            key={table.id}
            table={table}
            letter={String.fromCharCode('A'.charCodeAt(0) + index)}
            isPicked={table.id === picked}
            said={judged === undefined ? undefined : outcomeOf(judged, table.id)}
            onPick={() => setAnswer({ kind: 'table', table: table.id })}
          />
        ))}
      </fieldset>
      <div className={styles.bar}>
        {checkButton}
        <Confidence key={`${desk.exercise.id} ${desk.number}`} />
      </div>
      <section className={tables.log} aria-label="The log">
        <p className={styles.says}>
          {events === undefined ? 'Reading the log' : `The log it reads: ${events.length} lines`}
          {events !== undefined && events.length > mostLines ? `, the first ${mostLines} of them here` : ''}
        </p>
        <LogLines label="Lines of the log" lines={lines} hasTimes />
      </section>
    </div>
  )
}

/** What the check said, as long as another table was not picked since. */
function judgedOf({ judged }: Checking): TablesDifference | undefined {
  const verdict = judged?.verdict
  return verdict !== undefined && 'difference' in verdict && verdict.difference?.kind === 'tables' ? verdict.difference : undefined
}

type Said = { readonly outcome: 'right' | 'wrong'; readonly words: string }

function outcomeOf({ picked, truth }: TablesDifference, id: string): Said | undefined {
  if (id === truth) return { outcome: 'right', words: 'this is its result' }
  return id === picked ? { outcome: 'wrong', words: 'not this one' } : undefined
}

type OfferProps = {
  readonly table: OfferedTable
  readonly letter: string
  readonly isPicked: boolean
  readonly said: Said | undefined
  onPick(): void
}

function Offer({ table, letter, isPicked, said, onPick }: OfferProps) {
  const id = useId()
  const { columns, rows, refused } = table
  return (
    <div className={tables.offer} data-outcome={said?.outcome}>
      <label htmlFor={id} className={tables.head}>
        <input id={id} type="radio" name="table" checked={isPicked} onChange={onPick} />
        <strong>{letter}</strong>
        {said !== undefined && <span className={tables.said}>{said.words}</span>}
      </label>
      {refused !== undefined ? (
        <p className={tables.refused}>No result: the query is refused. {refused}</p>
      ) : rows.length === 0 ? (
        <p className={tables.refused}>No rows at all</p>
      ) : (
        // the whole card is the label's; the radio inside is what the keyboard reaches
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <div onClick={onPick}>
          <ResultTable label={`Result ${letter}`} rows={rowsOf(table)} columns={columns} />
        </div>
      )}
    </div>
  )
}
