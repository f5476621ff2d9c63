import type { Bench } from '#grading/bench.ts'
import type { DrawnMarking } from '#grading/marking.ts'
import { areAlike, isRightPanel, panelMarking, panelOf, tryPanel, wantedPanel, type TriedPanel } from '#grading/panel/try-panel.ts'
import { queriesOf } from '#grading/panel/series.ts'
import { benchOf } from './alarms.ts'
import { inDrawing } from '../answers.ts'
import type { Gate } from '../gate.ts'
import { nearPanels } from '../near-forms.ts'
import { checkRepeatable } from '../repeatable.ts'

/** What panels owe beyond their answers: data on which other lines are other lines. */
export async function checkPanels(gate: Gate, drawing: number, drawn: DrawnMarking): Promise<void> {
  const bench = benchOf(gate, drawing, drawn)
  const line = drawn.solution?.line ?? 1
  await checkWrongsApart(gate, bench)
  await checkSeries(gate, bench, line)
  await checkNearMisses(gate, bench, line)
  if (drawing === 0) await checkRepeatable(gate, drawn, (laboratory) => laboratory.series(queriesOf(wantedPanel(bench)), drawn.world))
}

async function checkWrongsApart(gate: Gate, bench: Bench): Promise<void> {
  const seen: { readonly name: string; readonly tried: TriedPanel }[] = []
  for (const wrong of bench.drawn.wrongs) {
    for (const program of wrong.programs) {
      const tried = await tryPanel(bench, panelOf(program))
      const other = seen.find((one) => one.name !== wrong.name && areAlike(one.tried, tried, bench.drawn.compare.tolerance))
      if (other !== undefined)
        gate.failures.push({
          line: program.line,
          message: `"${wrong.name}" behaves like "${other.name}" on every world${inDrawing(bench.drawing)}`,
        })
      seen.push({ name: wrong.name, tried })
    }
  }
}

async function checkSeries(gate: Gate, bench: Bench, line: number): Promise<void> {
  const { trials } = await tryPanel(bench, wantedPanel(bench))
  const shapes = new Set(trials.map(({ expected }) => JSON.stringify(expected.map(({ points }) => points.map(({ y }) => y)))))
  if (bench.hidden.length > 1 && shapes.size < 3) gate.failures.push({ line, message: 'the hidden worlds all draw the same lines' })
  const empty = trials[0]?.expected.findIndex(({ points }) => points.length === 0) ?? -1
  if (empty >= 0) gate.failures.push({ line, message: `target ${empty + 1} of the Solution has no datapoint` })
}

async function checkNearMisses(gate: Gate, bench: Bench, line: number): Promise<void> {
  const allowed = await Promise.all(bench.drawn.alsoRight.map(async (program) => JSON.stringify(panelOf(program))))
  for (const { says, panel } of nearPanels(wantedPanel(bench), panelMarking(bench).rules)) {
    if (allowed.includes(JSON.stringify(panel)) || !isRightPanel(await tryPanel(bench, panel))) continue
    gate.failures.push({ line, message: `${says} passes too${inDrawing(bench.drawing)}: make a rule of it, or list it under "Also right"` })
  }
}
