import type { LoadedExercise } from '../../build/exercises/course.ts'
import { createBackend } from '#backend/backend.ts'
import { answerKinds, type Answer } from '#grading/exercise.ts'
import { createGrader } from '#grading/grader.ts'

import type { Verdict } from '#grading/verdict.ts'
import { createLaboratory, type BackendFor, type Laboratory } from '#grading/worlds/laboratory.ts'

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
  /** The same by a grader that has seen nothing yet. */
  freshGrade(drawing: number, answer: Answer, worlds: number): Promise<Verdict>
}

const backendFor: BackendFor = (clock) => createBackend({ clock })

export const freshLaboratory = (): Laboratory => createLaboratory(backendFor)

export function openGate(loaded: LoadedExercise, seeds: number): Gate {
  const bugs: unknown[] = []
  const graders = new Map<number, ReturnType<typeof createGrader>>()
  const graderOf = (worlds: number) => {
    const grader =
      graders.get(worlds) ?? createGrader({ loadMarking: async () => loaded.marking, backendFor, worlds, onBug: (bug) => bugs.push(bug) })
    graders.set(worlds, grader)
    return grader
  }
  const failures: GateFailure[] = []
  const { id } = loaded.exercise
  return {
    loaded,
    seeds,
    laboratory: freshLaboratory(),
    failures,
    tried: { right: 0, wrong: 0 },
    async grade(drawing, answer, worlds = seeds) {
      const verdict = await graderOf(worlds).grade({ exercise: id, drawing, answer })
      const bug = bugs.pop()
      if (bug !== undefined) failures.push({ line: 1, message: `the grader failed: ${bug instanceof Error ? bug.stack : String(bug)}` })
      return verdict
    },
    freshGrade: (drawing, answer, worlds) =>
      createGrader({ loadMarking: async () => loaded.marking, backendFor, worlds }).grade({ exercise: id, drawing, answer }),
  }
}

/** A text as the answer of an exercise's kind. */
export function answerOf(loaded: LoadedExercise, text: string): Answer {
  if (answerKinds[loaded.exercise.kind] === 'construct') return { kind: 'construct', lines: text.split('\n') }
  return { kind: 'text', text }
}

export const say = (verdict: Verdict): string => {
  switch (verdict.kind) {
    case 'empty':
    case 'engine-error':
    case 'grader-bug':
      return `${verdict.kind}: ${verdict.message}`
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
