import type { Answer } from '#grading/exercise.ts'
import type { DrawnMarking } from '#grading/marking.ts'
import type { Laboratory } from '#grading/worlds/laboratory.ts'
import { startOf } from './answers.ts'
import { answerOf, freshLaboratory, type Gate } from './gate.ts'

/** One seed twice: the same bytes; once more in another time zone: the same verdicts. */
export async function checkRepeatable(
  gate: Gate,
  drawn: DrawnMarking,
  bytesOf: (laboratory: Laboratory) => Promise<unknown>,
): Promise<void> {
  const once = JSON.stringify(await bytesOf(freshLaboratory()))
  const again = JSON.stringify(await bytesOf(freshLaboratory()))
  if (once !== again) gate.failures.push({ line: 1, message: 'one seed run twice gives different bytes' })
  const start = startOf(gate, drawn)
  const programs = [...(drawn.solution === undefined ? [] : [drawn.solution]), ...drawn.wrongs.flatMap((wrong) => wrong.programs)]
  const answers = programs.map((program) => ({ answer: answerOf(gate.loaded, drawn, program), line: program.line }))
  await checkTimeZone(gate, start === undefined ? answers : [...answers, { answer: start, line: 1 }])
}

/** The same verdicts wherever an answer is given. */
export async function checkTimeZone(gate: Gate, answers: readonly { readonly answer: Answer; readonly line: number }[]): Promise<void> {
  const elsewhere = gate.freshGrader(liveWorlds)
  for (const { answer, line } of answers) {
    const here = JSON.stringify(await gate.grade(0, answer, liveWorlds))
    const there = await inTimeZone('Asia/Kathmandu', async () => JSON.stringify(await elsewhere(0, answer)))
    if (here !== there) gate.failures.push({ line, message: 'another time zone gives another verdict on this answer' })
  }
}

const liveWorlds = 5

async function inTimeZone<T>(zone: string, run: () => Promise<T>): Promise<T> {
  const before = process.env['TZ']
  process.env['TZ'] = zone
  try {
    return await run()
  } finally {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  }
}
