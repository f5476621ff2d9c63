import type { DrawnMarking, Program, Wrong } from '#grading/marking.ts'
import { answerOf, say, type Gate } from './gate.ts'

/** What every kind with a Solution owes: right answers pass, Start and nothing fail, each Wrong gets its own words. */
export async function checkAnswers(gate: Gate, drawing: number, drawn: DrawnMarking): Promise<void> {
  const worlds = drawing === 0 ? gate.seeds : Math.min(5, gate.seeds)
  for (const [name, program] of rightAnswers(drawn)) await mustPass(gate, drawing, name, program, worlds)
  await mustFail(gate, drawing, 'the empty answer', '', drawn.solution?.line ?? 1, worlds)
  const start = gate.loaded.exercise.kind === 'fragments' ? drawn.pieces.join(' ') : drawn.start
  if (gate.loaded.exercise.role !== 'example' && start !== '')
    await mustFail(gate, drawing, 'the Start', start, drawn.solution?.line ?? 1, worlds)
  for (const wrong of drawn.wrongs) for (const program of wrong.programs) await mustBeNamed(gate, drawing, wrong, program, worlds)
}

const rightAnswers = ({ solution, alternative, alsoRight }: DrawnMarking): readonly (readonly [string, Program])[] => [
  ...(solution === undefined ? [] : [['the Solution', solution] as const]),
  ...(alternative === undefined ? [] : [['the alternative', alternative] as const]),
  ...alsoRight.map((program) => ['an answer under "Also right"', program] as const),
]

async function mustPass(gate: Gate, drawing: number, name: string, { text, line }: Program, worlds: number): Promise<void> {
  gate.tried.right++
  const verdict = await gate.grade(drawing, answerOf(gate.loaded, text), worlds)
  if (verdict.kind !== 'pass') gate.failures.push({ line, message: `${name} does not pass: ${say(verdict)}${inDrawing(drawing)}` })
}

async function mustFail(gate: Gate, drawing: number, name: string, text: string, line: number, worlds: number): Promise<void> {
  gate.tried.wrong++
  const verdict = await gate.grade(drawing, answerOf(gate.loaded, text), worlds)
  if (verdict.kind === 'pass') gate.failures.push({ line, message: `${name} passes${inDrawing(drawing)}` })
}

async function mustBeNamed(gate: Gate, drawing: number, wrong: Wrong, { text, line }: Program, worlds: number): Promise<void> {
  gate.tried.wrong++
  const verdict = await gate.grade(drawing, answerOf(gate.loaded, text), worlds)
  if (verdict.kind !== 'misconception' || verdict.id !== wrong.name) {
    gate.failures.push({ line, message: `"${wrong.name}" does not get its own words: ${say(verdict)}${inDrawing(drawing)}` })
    return
  }
  const open = /\{\{[\w.]+\}\}/.exec(JSON.stringify([verdict.title, verdict.right, verdict.differs, verdict.why]))
  if (open !== null) gate.failures.push({ line: wrong.line, message: `${open[0]} stays unfilled in "${wrong.name}"${inDrawing(drawing)}` })
}

export const inDrawing = (drawing: number): string => (drawing === 0 ? '' : ` (drawing ${drawing + 1})`)
