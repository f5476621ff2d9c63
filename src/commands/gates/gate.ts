import type { LoadedExercise } from '../../build/exercises/course.ts'
import { createBackend } from '#backend/backend.ts'
import { answerKinds, type Answer } from '#grading/exercise.ts'
import { createGrader } from '#grading/grader.ts'
import { alarmOf } from '#grading/kinds/alarm.ts'
import type { DrawnMarking, Program } from '#grading/marking.ts'
import { panelOf } from '#grading/panel/try-panel.ts'
import type { Verdict } from '#grading/verdict.ts'
import { createLaboratory, type BackendFor, type Laboratory } from '#grading/worlds/laboratory.ts'
import { never } from '#lib/invariant.ts'

/** What a gate found, at a line of the author's file. */
export type GateFailure = { readonly line: number; readonly message: string }

/** One exercise under the gates. */
export type Gate = {
  readonly loaded: LoadedExercise
  /** Worlds asked of the first drawing. */
  readonly seeds: number
  readonly laboratory: Laboratory
  readonly failures: GateFailure[]
  readonly tried: { right: number; wrong: number }
  grade(drawing: number, answer: Answer, worlds?: number): Promise<Verdict>
  /** A grader that has seen nothing yet. */
  freshGrader(worlds: number): (drawing: number, answer: Answer) => Promise<Verdict>
}

const backendFor: BackendFor = (clock) => createBackend({ clock })

/** What was asked of all worlds of an exercise, so that each world need be made once. */
const mostKept = 50_000

export const freshLaboratory = (): Laboratory => createLaboratory(backendFor, mostKept)

export function openGate(loaded: LoadedExercise, seeds: number): Gate {
  const bugs: unknown[] = []
  const laboratory = freshLaboratory()
  const graders = new Map<number, ReturnType<typeof createGrader>>()
  const graderOf = (worlds: number) => {
    const grader =
      graders.get(worlds) ??
      createGrader({ loadMarking: async () => loaded.marking, backendFor, laboratory, worlds, onBug: (bug) => bugs.push(bug) })
    graders.set(worlds, grader)
    return grader
  }
  const failures: GateFailure[] = []
  const { id } = loaded.exercise
  return {
    loaded,
    seeds,
    laboratory,
    failures,
    tried: { right: 0, wrong: 0 },
    async grade(drawing, answer, worlds = seeds) {
      const verdict = await graderOf(worlds).grade({ exercise: id, drawing, answer })
      const bug = bugs.pop()
      if (bug !== undefined) failures.push({ line: 1, message: `the grader failed: ${bug instanceof Error ? bug.stack : String(bug)}` })
      return verdict
    },
    freshGrader(worlds) {
      const grader = createGrader({ loadMarking: async () => loaded.marking, backendFor, worlds })
      return (drawing, answer) => grader.grade({ exercise: id, drawing, answer })
    },
  }
}

/** A program of the author's file as the answer of its exercise's kind. */
export function answerOf(loaded: LoadedExercise, drawn: DrawnMarking, program: Program): Answer {
  const asked = answerKinds[loaded.exercise.kind]
  switch (asked) {
    case 'construct':
      return { kind: 'construct', lines: program.text.split('\n') }
    case 'alarm':
      return { kind: 'alarm', alarm: alarmOf(program) }
    case 'panel':
      return { kind: 'panel', panel: panelOf(program) }
    case 'choices':
      return { kind: 'choices', choices: choicesOf(drawn, program) }
    case 'text':
      return { kind: 'text', text: program.text }
    case 'lines':
    case 'states':
    case 'table':
    case 'marks':
    case 'claim':
      throw new Error(`cannot hand in a program to ${loaded.exercise.id}: its answer is computed`)
    default:
      return never(asked)
  }
}

/** Every question right but those of which a wrong option is named. */
const choicesOf = ({ choice: asked }: DrawnMarking, { choice }: Program): readonly string[] =>
  (asked?.items ?? []).map(({ question, options, right }) => {
    const isMeant = choice !== undefined && options.includes(choice.option) && (choice.question ?? question) === question
    return isMeant ? choice.option : right
  })

/** What lies on the desk when nothing was done yet. */
export function emptyAnswer(loaded: LoadedExercise, drawn: DrawnMarking): Answer {
  const asked = answerKinds[loaded.exercise.kind]
  switch (asked) {
    case 'alarm':
      return { kind: 'alarm', alarm: { EvaluationPeriods: 1, ComparisonOperator: 'GreaterThanThreshold' } }
    case 'panel':
      return { kind: 'panel', panel: { targets: [] } }
    case 'table':
      return { kind: 'table', table: null }
    case 'marks':
      return { kind: 'marks', marks: [] }
    case 'claim':
      return { kind: 'claim', claim: {}, journal: [], evidence: [] }
    case 'choices':
      return { kind: 'choices', choices: (drawn.choice?.items ?? []).map(() => null) }
    case 'states':
      return { kind: 'states', states: (drawn.states?.moments ?? []).map(() => null) }
    case 'lines':
      return { kind: 'lines', eventIds: [] }
    case 'construct':
      return { kind: 'construct', lines: [] }
    case 'text':
      return { kind: 'text', text: '' }
    default:
      return never(asked)
  }
}

export const say = (verdict: Verdict): string => {
  switch (verdict.kind) {
    case 'empty':
    case 'engine-error':
    case 'grader-bug':
      return `${verdict.kind}: ${verdict.message}`
    case 'form-error':
      return `${verdict.kind}: ${verdict.problems.map(({ member, says }) => `${member}: ${says}`).join('; ')}`
    case 'parse-error':
      return `${verdict.kind}: ${verdict.diagnostics[0]?.message ?? ''}`
    case 'misconception':
      return `misconception "${verdict.id}"`
    case 'pass':
      return 'pass'
    default:
      return `${verdict.kind}: ${verdict.title}; ${verdict.first}`
  }
}
