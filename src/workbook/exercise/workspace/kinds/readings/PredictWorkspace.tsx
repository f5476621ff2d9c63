import { usePreferences } from '#ui/preferences.ts'
import { ColouredCode } from '#ui/prose/ColouredCode.tsx'
import { formatTime } from '#ui/time-range/format-time.ts'
import type { WorldEvent } from '../../../../cloud.ts'
import { Confidence } from '../../Confidence.tsx'
import { useEvents } from '../../use-events.ts'
import styles from '../../Workspace.module.css'
import type { WorkspaceProps } from '../../workspace-props.ts'

/** Predict-lines: the pattern is given, the learner ticks what it keeps before seeing it. */
export function PredictWorkspace({ desk, checking, cloud, world, checkButton }: WorkspaceProps) {
  const { answer, setAnswer, drawing } = desk
  const events = useEvents({ cloud, world })
  const ticked = new Set(answer.kind === 'lines' ? answer.eventIds : [])
  const judged = checking.judged?.verdict
  const difference = judged !== undefined && 'difference' in judged && judged.difference?.kind === 'events' ? judged.difference : undefined
  const states = new Map(difference?.events.map((event) => [event.eventId, event.state]))
  const toggle = (id: string) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    setAnswer({ kind: 'lines', eventIds: [...next] })
  }
  return (
    <div className={styles.stack}>
      <section className={styles.bench} aria-label="The pattern">
        <p className={styles.says}>The pattern</p>
        {drawing.given.map((given, index) => (
          <ColouredCode key={index} language={drawing.language} text={given.text} />
        ))}
      </section>
      <div className={styles.bar}>
        {checkButton}
        <Confidence key={`${desk.exercise.id} ${desk.number}`} />
        <output className={styles.count}>
          {ticked.size} of {events?.length ?? 0} lines ticked
        </output>
      </div>
      <fieldset className={styles.lines}>
        <legend className="visually-hidden">Lines the pattern keeps</legend>
        {events?.map((event, index) => (
          <TickLine
            key={event.id}
            event={event}
            number={index + 1}
            isTicked={ticked.has(event.id)}
            state={states.get(event.id)}
            onToggle={() => toggle(event.id)}
          />
        ))}
      </fieldset>
    </div>
  )
}

type TickLineProps = {
  readonly event: WorldEvent
  readonly number: number
  readonly isTicked: boolean
  readonly state: 'extra' | 'missing' | undefined
  onToggle(): void
}

const words = { extra: 'not kept', missing: 'kept' }

function TickLine({ event, number, isTicked, state, onToggle }: TickLineProps) {
  const { zone } = usePreferences()
  return (
    <label className={styles.tick} data-state={state}>
      <input type="checkbox" checked={isTicked} onChange={onToggle} aria-label={`Line ${number}: ${event.message}`} />
      <span className={styles.line}>
        <span className={styles.time}>
          {formatTime(event.timestamp, zone)}
          {state !== undefined && <strong> {words[state]}</strong>}
        </span>
        <code>{event.message}</code>
      </span>
    </label>
  )
}
