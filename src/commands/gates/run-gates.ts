import { performance } from 'node:perf_hooks'
import { answerKinds, type Answer } from '#grading/exercise.ts'
import type { LoadedExercise } from '../../build/exercises/course.ts'
import { checkAlarms, warmNights } from './kinds/alarms.ts'
import { checkChart } from './kinds/charts.ts'
import { checkAnswers } from './answers.ts'
import { checkChoices } from './kinds/choices.ts'
import { checkClaims } from './kinds/claims.ts'
import { openGate, type Gate, type GateFailure } from './gate.ts'
import { checkPanels } from './kinds/panels.ts'
import { checkProgram } from './kinds/programs.ts'
import { checkPrediction } from './kinds/readings.ts'
import { checkRedaction } from './kinds/redactions.ts'
import { checkStates } from './kinds/states.ts'
import { checkTables } from './kinds/tables.ts'
import { checkText } from './text.ts'

export type GateReport = {
  readonly id: string
  readonly file: string
  readonly seeds: number
  readonly right: number
  readonly wrong: number
  readonly ms: number
  readonly failures: readonly GateFailure[]
}

/** Everything an exercise must hold, on so many seeds; the author's file and line for each thing it does not. */
export async function runGates(loaded: LoadedExercise, seeds: number): Promise<GateReport> {
  const began = performance.now()
  const gate = openGate(loaded, seeds)
  const { kind, drawings } = loaded.marking
  const asked = answerKinds[kind]
  for (const [drawing, drawn] of drawings.entries()) {
    if (asked === 'alarm') await warmNights(gate, drawing, drawn)
    if (computed[asked] === undefined) await checkAnswers(gate, drawing, drawn)
    if (kind === 'write-for-chart') await checkChart(gate, drawn)
    if (asked === 'text') await checkProgram(gate, drawing, drawn)
    if (asked === 'alarm') await checkAlarms(gate, drawing, drawn)
    if (asked === 'panel') await checkPanels(gate, drawing, drawn)
    if (drawing === 0) await checkText(gate, drawn)
  }
  await computed[asked]?.(gate)
  const { failures, tried } = gate
  return {
    id: loaded.exercise.id,
    file: loaded.file,
    seeds,
    ...tried,
    ms: Math.round(performance.now() - began),
    failures: dedupe(failures),
  }
}

/** Answers whose truth is read from the world shown, not from a Solution. */
const computed: Readonly<Partial<Record<Answer['kind'], (gate: Gate) => Promise<void>>>> = {
  lines: checkPrediction,
  table: checkTables,
  marks: checkRedaction,
  claim: checkClaims,
  states: checkStates,
  choices: checkChoices,
}

const dedupe = (failures: readonly GateFailure[]): readonly GateFailure[] =>
  failures.filter((one, at) => failures.findIndex((other) => other.line === one.line && other.message === one.message) === at)
