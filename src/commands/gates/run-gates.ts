import { performance } from 'node:perf_hooks'
import { answerKinds } from '#grading/exercise.ts'
import type { LoadedExercise } from '../../build/exercises/course.ts'
import { checkAlarms, warmNights } from './kinds/alarms.ts'
import { checkAnswers } from './answers.ts'
import { checkChoices } from './kinds/choices.ts'
import { openGate, type GateFailure } from './gate.ts'
import { checkPanels } from './kinds/panels.ts'
import { checkProgram } from './kinds/programs.ts'
import { checkPrediction } from './kinds/readings.ts'
import { checkStates } from './kinds/states.ts'
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
  const isReading = asked === 'lines' || asked === 'states' || asked === 'choices'
  for (const [drawing, drawn] of drawings.entries()) {
    if (asked === 'alarm') await warmNights(gate, drawing, drawn)
    if (!isReading) await checkAnswers(gate, drawing, drawn)
    if (asked === 'text') await checkProgram(gate, drawing, drawn)
    if (asked === 'alarm') await checkAlarms(gate, drawing, drawn)
    if (asked === 'panel') await checkPanels(gate, drawing, drawn)
    if (drawing === 0) await checkText(gate, drawn)
  }
  if (asked === 'lines') await checkPrediction(gate)
  if (asked === 'states') await checkStates(gate)
  if (asked === 'choices') await checkChoices(gate)
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

const dedupe = (failures: readonly GateFailure[]): readonly GateFailure[] =>
  failures.filter((one, at) => failures.findIndex((other) => other.line === one.line && other.message === one.message) === at)
