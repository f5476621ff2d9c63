import { drawnOf } from '#grading/feedback/hints.ts'
import { alarmOf } from '#grading/kinds/alarm.ts'
import { statesMarking, statesOf } from '#grading/kinds/predict-state.ts'
import { mustBeNamed } from '../answers.ts'
import { say, type Gate } from '../gate.ts'
import { checkTimeZone } from '../repeatable.ts'

/** What a prediction of states owes on each seed: a truth that is not one state throughout, and wrong readings that differ from it and from each other. */
export async function checkStates(gate: Gate): Promise<void> {
  const together = new Map<string, boolean>()
  for (let drawing = 0; drawing < gate.seeds; drawing++) await checkSeed(gate, drawing, together)
  for (const [pair, isAlike] of together) {
    const [one = '', other = ''] = pair.split('\n')
    if (isAlike) gate.failures.push({ line: 1, message: `"${other}" behaves like "${one}" on every seed` })
  }
}

async function checkSeed(gate: Gate, drawing: number, together: Map<string, boolean>): Promise<void> {
  const drawn = drawnOf(gate.loaded.marking, drawing)
  const bench = { laboratory: gate.laboratory, marking: gate.loaded.marking, drawn, drawing, hidden: [] }
  const on = `on seed ${drawing + 1}`
  const line = gate.loaded.lines['Given'] ?? 1
  const truth = await statesOf(bench, statesMarking(bench).alarm)
  if (new Set(truth).size < 2) gate.failures.push({ line, message: `the truth is ${truth[0] ?? 'nothing'} throughout ${on}` })
  gate.tried.right++
  const right = await gate.grade(drawing, { kind: 'states', states: truth })
  if (right.kind !== 'pass') gate.failures.push({ line, message: `the truth does not pass ${on}: ${say(right)}` })
  if (drawing === 0) await checkTimeZone(gate, [{ answer: { kind: 'states', states: truth }, line }])
  const seen: { readonly name: string; readonly states: string }[] = []
  for (const wrong of drawn.wrongs) {
    for (const program of wrong.programs) {
      const states = await statesOf(bench, alarmOf(program))
      await mustBeNamed(gate, drawing, wrong, { kind: 'states', states }, program.line, gate.seeds)
      for (const other of seen.filter(({ name }) => name !== wrong.name)) {
        const pair = `${other.name}\n${wrong.name}`
        together.set(pair, (together.get(pair) ?? true) && other.states === states.join())
      }
      seen.push({ name: wrong.name, states: states.join() })
    }
  }
}
