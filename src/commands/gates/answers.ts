import type { DrawnMarking, Program, Wrong } from '#grading/marking.ts'
import { answerKinds, type Answer } from '#grading/exercise.ts'
import { answerOf, emptyAnswer, say, type Gate } from './gate.ts'

/** What every kind with a Solution owes: right answers pass, Start and nothing fail, each Wrong gets its own words. */
export async function checkAnswers(gate: Gate, drawing: number, drawn: DrawnMarking): Promise<void> {
  const worlds = worldsOf(gate, drawing)
  const answer = (program: Program): Answer => answerOf(gate.loaded, drawn, program)
  for (const [name, program] of rightAnswers(drawn)) await mustPass(gate, drawing, name, answer(program), program.line, worlds)
  const line = drawn.solution?.line ?? 1
  await mustFail(gate, drawing, 'the empty answer', emptyAnswer(gate.loaded, drawn), line, worlds)
  const start = startOf(gate, drawn)
  if (gate.loaded.exercise.role !== 'example' && start !== undefined) await mustFail(gate, drawing, 'the Start', start, line, worlds)
  for (const wrong of drawn.wrongs)
    for (const program of wrong.programs) await mustBeNamed(gate, drawing, wrong, answer(program), program.line, worlds)
}

/** The first drawing is tried on all the worlds asked for, the others on those a learner's answer is. */
export const worldsOf = (gate: Gate, drawing: number): number => (drawing === 0 ? gate.seeds : Math.min(5, gate.seeds))

export function startOf({ loaded }: Gate, { pieces, start, alarm, panel }: DrawnMarking): Answer | undefined {
  if (alarm !== undefined) return { kind: 'alarm', alarm: alarm.start }
  if (panel !== undefined) return { kind: 'panel', panel: panel.start }
  const text = loaded.exercise.kind === 'fragments' ? pieces.join(' ') : start
  if (text === '') return undefined
  return answerKinds[loaded.exercise.kind] === 'construct' ? { kind: 'construct', lines: text.split('\n') } : { kind: 'text', text }
}

const rightAnswers = ({ solution, alternative, alsoRight }: DrawnMarking): readonly (readonly [string, Program])[] => [
  ...(solution === undefined ? [] : [['the Solution', solution] as const]),
  ...(alternative === undefined ? [] : [['the alternative', alternative] as const]),
  ...alsoRight.map((program) => ['an answer under "Also right"', program] as const),
]

async function mustPass(gate: Gate, drawing: number, name: string, answer: Answer, line: number, worlds: number): Promise<void> {
  gate.tried.right++
  const verdict = await gate.grade(drawing, answer, worlds)
  if (verdict.kind !== 'pass') gate.failures.push({ line, message: `${name} does not pass: ${say(verdict)}${inDrawing(drawing)}` })
}

async function mustFail(gate: Gate, drawing: number, name: string, answer: Answer, line: number, worlds: number): Promise<void> {
  gate.tried.wrong++
  const verdict = await gate.grade(drawing, answer, worlds)
  if (verdict.kind === 'pass') gate.failures.push({ line, message: `${name} passes${inDrawing(drawing)}` })
}

/** A wrong answer gets its author's words, with every figure in them. */
export async function mustBeNamed(gate: Gate, drawing: number, wrong: Wrong, answer: Answer, line: number, worlds: number): Promise<void> {
  gate.tried.wrong++
  const verdict = await gate.grade(drawing, answer, worlds)
  if (verdict.kind !== 'misconception' || verdict.id !== wrong.name) {
    gate.failures.push({ line, message: `"${wrong.name}" does not get its own words: ${say(verdict)}${inDrawing(drawing)}` })
    return
  }
  const open = /\{\{[\w.]+\}\}/.exec(JSON.stringify([verdict.title, verdict.right, verdict.differs, verdict.why]))
  if (open !== null) gate.failures.push({ line: wrong.line, message: `${open[0]} stays unfilled in "${wrong.name}"${inDrawing(drawing)}` })
}

export const inDrawing = (drawing: number): string => (drawing === 0 ? '' : ` (drawing ${drawing + 1})`)
