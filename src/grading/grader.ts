import { never } from '#lib/invariant.ts'
import { hash } from '#lib/random.ts'
import { tryOn, type Bench, type Progress } from './bench.ts'
import { gradeConstruct } from './kinds/construct.ts'
import { answerKinds, type Answer, type OfferedTable } from './exercise.ts'
import { hiddenWorlds, LIVE_WORLDS } from './worlds/hidden-worlds.ts'
import { drawnOf, nextHint } from './feedback/hints.ts'
import { createLaboratory, type BackendFor, type Laboratory } from './worlds/laboratory.ts'
import type { Marking } from './marking.ts'
import { gradePrediction } from './kinds/predict.ts'
import { gradeProgram } from './kinds/program.ts'
import { situationOf } from './feedback/state.ts'
import type { Situation } from './feedback/situation.ts'
import { textLanguage } from './programs/index.ts'
import type { Hint, Verdict } from './verdict.ts'

export type GraderOptions = {
  readonly loadMarking: (exercise: string) => Promise<Marking>
  /** Called twice: for the worlds, and for small logs made on the way. */
  readonly backendFor: BackendFor
  /** Where answers are tried; one of its own unless given. */
  readonly laboratory?: Laboratory
  /** Hidden worlds asked; five unless said otherwise. */
  readonly worlds?: number
  readonly onBug?: (bug: unknown) => void
}

/** An answer to one drawing of an exercise. */
export type GradeInput = { readonly exercise: string; readonly drawing: number; readonly answer: Answer }
export type GradeOptions = { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void }

/** The marking of every exercise. */
export type Marker = {
  /** Never rejects for an answer; a bug of ours is a verdict. Rejects with the signal's reason when it is cancelled. */
  grade(input: GradeInput, options?: GradeOptions): Promise<Verdict>
  /** Makes the worlds of an exercise while its prompt is read, so that the first check need not wait for them. */
  prepare(input: Omit<GradeInput, 'answer'>, options?: GradeOptions): Promise<void>
  /** The results to choose from, where a table is predicted; the one to draw, where a chart is asked for. */
  tables(input: Omit<GradeInput, 'answer'>, options?: GradeOptions): Promise<readonly OfferedTable[]>
  /** The next step of the ladder; `shown` are the indexes seen so far. Undefined at its end. */
  hint(input: GradeInput & { readonly shown: readonly number[] }, options?: GradeOptions): Promise<Hint | undefined>
}

/** Marks answers by running them, over HTTP alone; works in a worker and in Node alike. */
export function createGrader(options: GraderOptions): Marker {
  const { loadMarking, worlds = LIVE_WORLDS, onBug } = options
  const laboratory = options.laboratory ?? createLaboratory(options.backendFor)
  const benchOf = async ({ exercise, drawing }: Omit<GradeInput, 'answer'>, asked: GradeOptions): Promise<Bench> => {
    const marking = await loadMarking(exercise)
    const drawn = drawnOf(marking, drawing)
    return { laboratory, marking, drawn, drawing, hidden: hiddenWorlds(exercise, drawing, drawn, worlds), ...asked }
  }
  return {
    async grade(input, options = {}) {
      try {
        return await gradeAnswer(await benchOf(input, options), input.answer)
      } catch (bug) {
        options.signal?.throwIfAborted()
        onBug?.(bug)
        return ourFault(input.exercise, bug)
      }
    },
    async prepare(input, options = {}) {
      await prepareBench(await benchOf(input, options))
    },
    async tables(input, options = {}) {
      return (await forms()).offeredTables(await benchOf(input, options))
    },
    async hint(input, options = {}) {
      const bench = await benchOf(input, options)
      return nextHint(bench.marking, input.drawing, input.shown, () => situation(bench, input.answer))
    },
  }
}

/** What is filled in and ticked is marked by code of its own, loaded with the first such answer. */
const forms = () => import('./forms.ts')

async function gradeAnswer(bench: Bench, answer: Answer): Promise<Verdict> {
  const { id, kind } = bench.marking
  if (answer.kind !== answerKinds[kind]) throw new Error(`cannot mark an answer of kind ${answer.kind} to ${id}, which is ${kind}`)
  switch (answer.kind) {
    case 'text':
      return gradeProgram(bench, answer.text)
    case 'lines':
      return gradePrediction(bench, answer.eventIds)
    case 'construct':
      return gradeConstruct(bench, answer.lines)
    case 'alarm':
      return (await forms()).gradeAlarm(bench, answer.alarm)
    case 'panel':
      return (await forms()).gradePanel(bench, answer.panel)
    case 'states':
      return (await forms()).gradeStates(bench, answer.states)
    case 'table':
      return (await forms()).gradeTable(bench, answer.table)
    case 'marks':
      return (await forms()).gradeMarks(bench, answer.marks)
    case 'claim':
      return (await forms()).gradeClaim(bench, answer)
    case 'choices':
      return (await forms()).gradeChoices(bench, answer.choices)
    default:
      return never(answer)
  }
}

function ourFault(exercise: string, bug: unknown): Verdict {
  const id = hash(exercise, String(bug)).toString(16).padStart(8, '0')
  const message = `Our marking failed here, not your answer (${id}). Go on with the next one; this one counts neither way.`
  return { kind: 'grader-bug', id, message }
}

/** Makes every world and runs what is right there; an answer then waits for its own runs only. */
async function prepareBench(bench: Bench): Promise<void> {
  const { drawn, hidden } = bench
  const kind = answerKinds[bench.marking.kind]
  if (kind === 'text' && drawn.solution !== undefined)
    for (const world of [drawn.world, ...hidden]) await tryOn(bench, drawn.solution.text, world)
  if (kind === 'states' || kind === 'alarm' || kind === 'panel') await prepareForm(bench, kind)
}

async function prepareForm(bench: Bench, kind: 'states' | 'alarm' | 'panel'): Promise<void> {
  const { alarmOf, statesMarking, statesOf, tryNights, tryPanel, wantedPanel } = await forms()
  const { solution } = bench.drawn
  if (kind === 'states') await statesOf(bench, statesMarking(bench).alarm)
  if (kind === 'alarm' && solution !== undefined) await tryNights(bench, alarmOf(solution))
  if (kind === 'panel' && solution !== undefined) await tryPanel(bench, wantedPanel(bench))
}

/** How the answer stands, for hints that ask; nothing where it is not run. */
async function situation(bench: Bench, answer: Answer): Promise<Situation | undefined> {
  const { drawn } = bench
  if (answer.kind === 'alarm') return (await forms()).nightsSituation(bench, answer.alarm)
  if (answer.kind === 'panel') return (await forms()).panelSituation(bench, answer.panel)
  if (answer.kind !== 'text' || answer.text.trim() === '' || drawn.solution === undefined) return undefined
  const messages = (await bench.laboratory.lines(drawn.world)).map(({ message }) => message)
  const trial = await tryOn(bench, answer.text, drawn.world)
  return situationOf({ language: textLanguage(drawn.language), text: answer.text, messages, ...trial })
}
