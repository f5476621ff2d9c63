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
  for (const program of programs) await checkTimeZone(gate, answerOf(gate.loaded, drawn, program), program.line)
  if (start !== undefined) await checkTimeZone(gate, start, 1)
}

/** The same verdict on an answer wherever it is given. */
export async function checkTimeZone(gate: Gate, answer: Answer, line: number): Promise<void> {
  const here = JSON.stringify(await gate.grade(0, answer, 5))
  const there = await inTimeZone('Asia/Kathmandu', async () => JSON.stringify(await gate.freshGrade(0, answer, 5)))
  if (here !== there) gate.failures.push({ line, message: 'another time zone gives another verdict on this answer' })
}

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
