import { drawnOf } from '#grading/feedback/hints.ts'
import { offeredTables } from '#grading/kinds/predict-table.ts'
import { textLanguage } from '#grading/programs/index.ts'
import { compare } from '#grading/results/compare.ts'
import { say, type Gate } from '../gate.ts'
import { checkTimeZone } from '../repeatable.ts'

/** Rows more than these nobody reads in a choice of tables. */
const mostRows = 12

/** What a predicted table owes on each seed: a truth with rows in it, and a table of its own for each Wrong. */
export async function checkTables(gate: Gate): Promise<void> {
  for (let drawing = 0; drawing < gate.seeds; drawing++) await checkSeed(gate, drawing)
}

async function checkSeed(gate: Gate, drawing: number): Promise<void> {
  const { loaded, laboratory, failures, tried } = gate
  const drawn = drawnOf(loaded.marking, drawing)
  const on = `on seed ${drawing + 1}`
  const line = loaded.lines['Given'] ?? 1
  const run = (text: string) => laboratory.run(textLanguage(drawn.language), text, drawn.world)
  const truth = await run(drawn.given[0]?.text ?? '')
  if (truth.kind === 'table' && truth.rows.length === 0) failures.push({ line, message: `the result has no rows ${on}` })
  const offered = await offeredTables({ laboratory, marking: loaded.marking, drawn, drawing, hidden: [] })
  const long = offered.find(({ rows }) => rows.length > mostRows)
  if (long !== undefined)
    failures.push({ line, message: `a table to choose from has ${long.rows.length} rows ${on}; ${mostRows} are the most` })
  const named = new Set<string>()
  for (const { id } of offered) {
    const verdict = await gate.grade(drawing, { kind: 'table', table: id })
    if (drawing === 0) await checkTimeZone(gate, [{ answer: { kind: 'table', table: id }, line }])
    if (verdict.kind === 'pass') tried.right++
    else tried.wrong++
    if (verdict.kind === 'misconception') named.add(verdict.id)
    else if (verdict.kind !== 'pass') failures.push({ line, message: `a table to choose from has no words ${on}: ${say(verdict)}` })
    if (/\{\{[\w.]+\}\}/.test(JSON.stringify(verdict))) failures.push({ line, message: `a figure stays unfilled in ${say(verdict)} ${on}` })
  }
  const nothing = await gate.grade(drawing, { kind: 'table', table: null })
  if (nothing.kind !== 'empty') failures.push({ line, message: `the empty answer is not told from an answer: ${say(nothing)}` })
  for (const wrong of drawn.wrongs.filter(({ name }) => !named.has(name))) {
    const outcomes = await Promise.all(wrong.programs.map(({ text }) => run(text)))
    const isTruth = outcomes.every((outcome) => compare(truth, outcome, drawn.compare) === undefined)
    const message = isTruth
      ? `"${wrong.name}" has the result of what is given ${on}`
      : `"${wrong.name}" has the result of another Wrong ${on}`
    failures.push({ line: wrong.line, message })
  }
}
