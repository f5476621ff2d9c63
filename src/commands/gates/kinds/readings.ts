import type { Outcome } from '#grading/results/outcome.ts'
import { textLanguage } from '#grading/programs/index.ts'
import { drawnOf } from '#grading/feedback/hints.ts'
import { say, type Gate } from '../gate.ts'

/** What a prediction owes on each seed: a truth that is neither nothing nor everything, and wrong readings that differ from it and from each other. */
export async function checkPrediction(gate: Gate): Promise<void> {
  const together = new Map<string, boolean>()
  for (let drawing = 0; drawing < gate.seeds; drawing++) await checkSeed(gate, drawing, together)
  for (const [pair, isAlike] of together) {
    const [one = '', other = ''] = pair.split('\n')
    if (isAlike) gate.failures.push({ line: 1, message: `"${other}" behaves like "${one}" on every seed` })
  }
}

async function checkSeed(gate: Gate, drawing: number, together: Map<string, boolean>): Promise<void> {
  const drawn = drawnOf(gate.loaded.marking, drawing)
  const on = `on seed ${drawing + 1}`
  const run = async (text: string): Promise<readonly string[]> =>
    idsOf(await gate.laboratory.run(textLanguage(drawn.language), text, drawn.world))
  const lines = await gate.laboratory.lines(drawn.world)
  const truth = await run(drawn.given[0]?.text ?? '')
  const line = gate.loaded.lines['Given'] ?? 1
  if (truth.length === 0) gate.failures.push({ line, message: `nothing is kept ${on}` })
  if (truth.length === lines.length) gate.failures.push({ line, message: `every line is kept ${on}` })
  gate.tried.right++
  const right = await gate.grade(drawing, { kind: 'lines', eventIds: truth })
  if (right.kind !== 'pass') gate.failures.push({ line, message: `the truth does not pass ${on}: ${say(right)}` })
  const seen: { name: string; ids: string }[] = []
  for (const wrong of drawn.wrongs) {
    for (const program of wrong.programs) {
      const eventIds = await run(program.text)
      if (eventIds.length === 0) {
        gate.failures.push({ line: program.line, message: `"${wrong.name}" ticks nothing ${on}` })
        continue
      }
      gate.tried.wrong++
      const verdict = await gate.grade(drawing, { kind: 'lines', eventIds })
      const isNamed = verdict.kind === 'misconception' && verdict.id === wrong.name
      if (!isNamed) gate.failures.push({ line: program.line, message: `"${wrong.name}" does not get its own words ${on}: ${say(verdict)}` })
      else if (/\{\{[\w.]+\}\}/.test(JSON.stringify(verdict)))
        gate.failures.push({ line: wrong.line, message: `a figure stays unfilled in "${wrong.name}" ${on}` })
      for (const other of seen) {
        if (other.name === wrong.name) continue
        const pair = `${other.name}\n${wrong.name}`
        together.set(pair, (together.get(pair) ?? true) && other.ids === eventIds.join())
      }
      seen.push({ name: wrong.name, ids: eventIds.join() })
    }
  }
}

const idsOf = (outcome: Outcome): readonly string[] => (outcome.kind === 'events' ? outcome.events.map((event) => event.eventId) : [])
