import type { DrawnMarking } from '#grading/marking.ts'
import { chartRoles } from '#languages/insights/index.ts'
import type { Gate } from '../gate.ts'

/** A chart is asked for by being shown: the Solution must draw one, with more than one point in it. */
export async function checkChart(gate: Gate, drawn: DrawnMarking): Promise<void> {
  const { solution } = drawn
  if (solution === undefined) return
  if (chartRoles(solution.text) === undefined) {
    gate.failures.push({ line: solution.line, message: 'the Solution draws no chart: a chart comes of "stats"' })
    return
  }
  const outcome = await gate.laboratory.run('insights', solution.text, drawn.world)
  const rows = outcome.kind === 'table' ? outcome.rows.length : 0
  if (rows < 2) gate.failures.push({ line: solution.line, message: `the chart has ${rows === 1 ? 'one point' : 'no points'}` })
}
