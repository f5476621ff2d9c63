import { useMemo, useState } from 'react'
import { AlarmReading } from '#consoles/alarms/reading/AlarmReading.tsx'
import { AlarmWords } from '#consoles/alarms/reading/AlarmWords.tsx'
import { alarmStates, clockTime, stateWords } from '#consoles/alarms/state-words.ts'
import type { StatesDifference } from '#grading/verdict.ts'
import type { AlarmState } from '#lib/alarm/alarm.ts'
import { invariant } from '#lib/invariant.ts'
import { usePreferences } from '#ui/preferences.ts'
import { zoneName } from '#ui/time-range/format-time.ts'
import type { Checking } from '../../../desk/use-checking.ts'
import choices from '../../Choices.module.css'
import { Confidence } from '../../Confidence.tsx'
import styles from '../../Workspace.module.css'
import type { WorkspaceProps } from '../../workspace-props.ts'

const letterOf = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index)

/** Predict-state: the alarm and its datapoints are given, the learner marks its state at each moment before seeing it. */
export function PredictStateWorkspace({ desk, checking, cloud, world, checkButton }: WorkspaceProps) {
  const { drawing, answer, setAnswer } = desk
  const { states: asked } = drawing
  invariant(asked !== undefined, `cannot ask for states: ${desk.exercise.id} has none`)
  const { alarm, moments } = asked
  const { transport, base } = cloud
  const { account, range } = world
  const marked = answer.kind === 'states' ? answer.states : []
  const truth = truthOf(checking)
  const [looked, setLooked] = useState<number>()
  const points = useMemo(() => moments.map((at, index) => ({ at, label: letterOf(index) })), [moments])
  const mark = (index: number, state: AlarmState) =>
    setAnswer({ kind: 'states', states: moments.map((_, at) => (at === index ? state : (marked[at] ?? null))) })
  return (
    <div className={styles.stack}>
      <section className={styles.bench} aria-label="The alarm">
        <AlarmWords alarm={alarm} />
      </section>
      <section className={`${choices.questions} ${choices.moments}`} aria-label="Your answer">
        {moments.map((at, index) => (
          <Moment
            key={at}
            name={`moment-${index}`}
            letter={letterOf(index)}
            at={at}
            chosen={marked[index] ?? null}
            truth={truth?.moments.find((moment) => moment.at === at)?.truth}
            onChoose={(state) => mark(index, state)}
          />
        ))}
      </section>
      <div className={styles.bar}>
        {checkButton}
        <Confidence key={`${desk.exercise.id} ${desk.number}`} />
        <output className={styles.count}>
          {marked.filter((state) => state !== null).length} of {moments.length} marked
        </output>
      </div>
      <section aria-label="The datapoints">
        <AlarmReading
          {...{ transport, base, account, range, alarm }}
          moments={points}
          isRevealed={truth !== undefined}
          selected={looked}
          onSelect={setLooked}
        />
      </section>
    </div>
  )
}

function truthOf({ judged }: Checking): StatesDifference | undefined {
  const verdict = judged?.verdict
  return verdict !== undefined && 'difference' in verdict && verdict.difference?.kind === 'states' ? verdict.difference : undefined
}

type MomentProps = {
  readonly name: string
  readonly letter: string
  readonly at: number
  readonly chosen: AlarmState | null
  readonly truth: AlarmState | undefined
  onChoose(state: AlarmState): void
}

function Moment({ name, letter, at, chosen, truth, onChoose }: MomentProps) {
  const { zone } = usePreferences()
  const said = truth === undefined ? '' : truth === chosen ? 'right' : `it was ${stateWords[truth]}`
  return (
    <fieldset className={choices.question} data-outcome={truth === undefined ? undefined : truth === chosen ? 'right' : 'wrong'}>
      <legend>
        <strong>{letter}</strong> at {clockTime(at, zone)} {zoneName(zone, at)}
        {said === '' ? null : <span className={choices.said}> · {said}</span>}
      </legend>
      <div className={choices.options}>
        {alarmStates.map((state) => (
          <label key={state} className={choices.option}>
            <input type="radio" name={name} checked={chosen === state} onChange={() => onChoose(state)} />
            {stateWords[state]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
