import { createRandom, hash } from '#lib/random.ts'
import { chartRoles } from '#languages/insights/index.ts'
import { solutionOf, type Bench } from '../bench.ts'
import { misconception } from '../feedback/misconception.ts'
import type { OfferedTable } from '../exercise.ts'
import type { Wrong, WrongProgram } from '../marking.ts'
import { textLanguage } from '../programs/index.ts'
import { compare, type Comparison } from '../results/compare.ts'
import { showDifference } from '../results/difference.ts'
import { figuresOf } from '../results/fill.ts'
import type { Outcome } from '../results/outcome.ts'
import type { TablesDifference, Verdict } from '../verdict.ts'

/** A result that may be the one; the truth stands for no misconception. */
type Option = { readonly id: string; readonly outcome: Outcome; readonly wrong?: Wrong; readonly program?: WrongProgram }

/** The results to choose from, in an order drawn for this seed; where a chart is asked for, the one it draws. */
export async function offeredTables(bench: Bench): Promise<readonly OfferedTable[]> {
  const { kind } = bench.marking
  if (kind === 'write-for-chart') return [await chartTable(bench)]
  if (kind !== 'predict-table') return []
  const random = createRandom(hash(bench.marking.id, bench.drawing, 'tables'))
  const left = [...(await optionsOf(bench))]
  const shown: Option[] = []
  while (left.length > 0) shown.push(...left.splice(random.below(left.length), 1))
  return shown.map(({ id, outcome }) => {
    if (outcome.kind === 'table') return { id, columns: outcome.columns, rows: outcome.rows }
    return { id, columns: [], rows: [], ...(outcome.kind === 'refused' ? { refused: outcome.message } : {}) }
  })
}

/** Marks the result somebody expects a query to have. */
export async function gradeTable(bench: Bench, picked: string | null): Promise<Verdict> {
  const options = await optionsOf(bench)
  const [truth] = options
  const chosen = options.find(({ id }) => id === picked)
  if (truth === undefined || chosen === undefined)
    return { kind: 'empty', message: 'No table is picked yet. Commit to something; a wrong guess is how this sticks.' }
  const drawAgain = bench.drawing + 1
  const { after } = bench.drawn
  const names = { kind: 'tables', picked: chosen.id, truth: truth.id } as const
  if (chosen === truth) return { kind: 'pass', title: 'Right: this is what it gives', notes: [], after, difference: names, drawAgain }
  const { wrong, program, outcome } = chosen
  const parts = compare(truth.outcome, outcome, bench.drawn.compare)
  const difference: TablesDifference = { ...names, ...(await rowsOf(bench, parts)) }
  if (wrong === undefined || program === undefined) throw new Error(`cannot say what the table ${chosen.id} comes from`)
  return misconception({ wrong, program, figures: figuresOf(parts, true), where: 'here', difference, drawAgain })
}

async function chartTable(bench: Bench): Promise<OfferedTable> {
  const solution = solutionOf(bench)
  const { id, outcome } = await optionOf(bench, solution)
  const chart = chartRoles(solution)
  if (outcome.kind !== 'table' || chart === undefined)
    throw new Error(`cannot draw the chart of ${bench.marking.id}: its Solution counts nothing`)
  return { id, columns: outcome.columns, rows: outcome.rows, chart }
}

async function rowsOf({ laboratory }: Bench, parts: Comparison | undefined): Promise<Pick<TablesDifference, 'rows'>> {
  if (parts === undefined || parts.kind === 'refused') return {}
  const rows = await showDifference(parts, laboratory, {})
  return rows.kind === 'rows' ? { rows } : {}
}

/** The truth first, then each misconception whose result is not there yet. */
async function optionsOf(bench: Bench): Promise<readonly Option[]> {
  const { drawn } = bench
  const [given] = drawn.given
  if (given === undefined) throw new Error(`cannot mark ${bench.marking.id}: it gives no query`)
  const options: Option[] = [await optionOf(bench, given.text)]
  for (const wrong of drawn.wrongs) {
    for (const program of wrong.programs) {
      const option = await optionOf(bench, program.text)
      const isNew = options.every((other) => compare(other.outcome, option.outcome, drawn.compare) !== undefined)
      if (isNew) options.push({ ...option, wrong, program })
    }
  }
  return options
}

async function optionOf({ drawn, laboratory }: Bench, text: string): Promise<Option> {
  const outcome = await laboratory.run(textLanguage(drawn.language), text, drawn.world)
  const shown = outcome.kind === 'table' ? [outcome.columns, outcome.rows] : outcome.kind
  return { outcome, id: hash(JSON.stringify(shown)).toString(16).padStart(8, '0') }
}
