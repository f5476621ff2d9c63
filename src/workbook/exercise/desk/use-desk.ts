import { useCallback, useEffect } from 'react'
import { answerKinds, type Answer, type Drawing, type Exercise } from '#grading/exercise.ts'
import { invariant, never } from '#lib/invariant.ts'
import { useHashQuery } from '../../location.ts'
import { bestDone, type ExerciseRecord } from '../../progress/record.ts'
import { useProgress, useProgressStore } from '../../progress/use-progress.ts'
import { drawnAt } from './drawn.ts'

/** One exercise on the learner's desk: which drawing, what they have written, what is kept of it. */
export type Desk = {
  readonly exercise: Exercise
  readonly number: number
  readonly drawing: Drawing
  /** Progress has been read, so that an answer shown is the learner's newest. */
  readonly ready: boolean
  readonly record: ExerciseRecord | undefined
  readonly answer: Answer
  setAnswer(answer: Answer): void
  /** Puts another drawing on the desk. */
  draw(number: number): void
  /** An answer was judged, and was not right. */
  countAttempt(): void
  markDone(): void
  showHint(index: number, isTwin: boolean): void
  /** Begins afresh; gives a way back. */
  reset(): () => void
}

export function useDesk(exercise: Exercise): Desk {
  const store = useProgressStore()
  const progress = useProgress()
  const [query, changeQuery] = useHashQuery()
  const { id } = exercise
  const record = progress.records.get(id)
  const number = readNumber(query.get('drawing')) ?? record?.drawing ?? 0
  const drawing = drawnAt(exercise, number)
  const key = String(number)
  const answer = record?.answers[key] ?? emptyAnswer(exercise.kind, drawing)

  useEffect(() => {
    if (progress.loaded) store.setHere(id)
  }, [store, id, progress.loaded])

  const setAnswer = useCallback(
    (next: Answer) => store.update(id, ({ answers }) => ({ drawing: number, answers: { ...answers, [key]: next } })),
    [store, id, number, key],
  )
  return {
    exercise,
    number,
    drawing,
    ready: progress.loaded,
    record,
    answer,
    setAnswer,
    draw(next) {
      store.update(id, () => ({ drawing: next }))
      changeQuery({ drawing: next === 0 ? undefined : String(next), ...noView })
    },
    countAttempt: () => store.update(id, ({ attempts }) => ({ attempts: attempts + 1 })),
    markDone: () => store.update(id, (before) => markedDone(before, key)),
    showHint: (index, isTwin) =>
      store.update(id, ({ hints, twinSeen }) => ({
        hints: { ...hints, [key]: [...new Set([...(hints[key] ?? []), index])] },
        twinSeen: twinSeen || isTwin,
      })),
    reset() {
      const before = store.reset(id)
      changeQuery({ drawing: undefined, night: undefined })
      return () => store.restore(id, before)
    },
  }
}

/** What a link says of the pane holds for one drawing only. */
const noView = { tab: undefined, group: undefined, start: undefined, end: undefined, night: undefined }

function markedDone(before: ExerciseRecord, key: string): Pick<ExerciseRecord, 'done'> {
  const help = (before.hints[key]?.length ?? 0) > 0
  const done = bestDone(before.done, { help, at: Date.now() })
  return done === undefined ? {} : { done }
}

function readNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : undefined
}

/** What lies on the desk before the learner touched it. */
export function emptyAnswer(kind: Exercise['kind'], drawing: Drawing): Answer {
  const asked = answerKinds[kind]
  switch (asked) {
    case 'text':
      return { kind: 'text', text: kind === 'fragments' ? '' : drawing.start }
    case 'lines':
      return { kind: 'lines', eventIds: [] }
    case 'construct':
      return { kind: 'construct', lines: drawing.start === '' ? [] : drawing.start.split('\n') }
    case 'alarm':
      invariant(drawing.alarm !== undefined, `cannot put an alarm on the desk: ${drawing.title} has none`)
      return { kind: 'alarm', alarm: drawing.alarm.start }
    case 'panel':
      invariant(drawing.panel !== undefined, `cannot put a panel on the desk: ${drawing.title} has none`)
      return { kind: 'panel', panel: drawing.panel.start }
    case 'states':
      return { kind: 'states', states: (drawing.states?.moments ?? []).map(() => null) }
    case 'table':
      return { kind: 'table', table: null }
    case 'marks':
      return { kind: 'marks', marks: [] }
    case 'claim':
      return { kind: 'claim', claim: {}, journal: [], evidence: [] }
    case 'choices':
      return { kind: 'choices', choices: (drawing.items ?? []).map(() => null) }
    default:
      return never(asked)
  }
}
