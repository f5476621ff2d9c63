import { tryOn, type Bench } from '#grading/bench.ts'
import type { DrawnMarking, Mutator, WrongProgram } from '#grading/marking.ts'
import { programsIn, textLanguage } from '#grading/programs/index.ts'
import { behavesAlike } from '#grading/results/compare.ts'
import { hiddenWorlds } from '#grading/worlds/hidden-worlds.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { inDrawing, worldsOf } from '../answers.ts'
import { freshLaboratory, type Gate } from '../gate.ts'
import { nearMisses } from '../near-misses.ts'
import { checkRepeatable } from '../repeatable.ts'

/** What programs owe beyond their answers: data on which everything that differs in meaning differs in result. */
export async function checkProgram(gate: Gate, drawing: number, drawn: DrawnMarking): Promise<void> {
  const worlds = worldsOf(gate, drawing)
  const { id } = gate.loaded.exercise
  const hidden = hiddenWorlds(id, drawing, drawn, worlds)
  const bench: Bench = { laboratory: gate.laboratory, marking: gate.loaded.marking, drawn, drawing, hidden }
  checkColumn(gate, drawn)
  await checkWrongsApart(gate, bench)
  await checkWorldsDisagree(gate, bench)
  await checkMutators(gate, bench)
  await checkNearMisses(gate, bench)
  if (drawing === 0) await checkRepeatable(gate, drawn, (laboratory) => laboratory.lines(hidden[0] ?? drawn.world))
}

function checkColumn(gate: Gate, { compare, solution, language }: DrawnMarking): void {
  const { rows } = compare
  if (solution === undefined || !('column' in rows)) return
  const columns = programsIn(language).columns(solution.text)
  if (columns !== undefined && !columns.includes(rows.column))
    gate.failures.push({ line: solution.line, message: `the Solution has no column "${rows.column}"; it has ${columns.join(', ')}` })
}

async function checkWrongsApart(gate: Gate, bench: Bench): Promise<void> {
  const programs = bench.drawn.wrongs.flatMap((wrong) =>
    wrong.programs.filter((program) => program.refused === undefined).map((program) => ({ wrong, program })),
  )
  for (const [at, one] of programs.entries()) {
    for (const other of programs.slice(at + 1)) {
      if (one.wrong === other.wrong || !(await areAlike(bench, one.program, other.program))) continue
      const message = `"${other.wrong.name}" behaves like "${one.wrong.name}" on every world${inDrawing(bench.drawing)}`
      gate.failures.push({ line: other.program.line, message })
    }
  }
}

async function areAlike({ laboratory, drawn, hidden }: Bench, one: WrongProgram, other: WrongProgram): Promise<boolean> {
  for (const world of [drawn.world, ...hidden]) {
    const outcome = await laboratory.run(textLanguage(drawn.language), one.text, world)
    if (!behavesAlike(outcome, await laboratory.run(textLanguage(drawn.language), other.text, world), drawn.compare)) return false
  }
  return true
}

async function checkWorldsDisagree(gate: Gate, { laboratory, drawn, hidden }: Bench): Promise<void> {
  if (drawn.solution === undefined || hidden.length < 2) return
  const results = new Set<string>()
  for (const world of hidden) {
    const outcome = await laboratory.run(textLanguage(drawn.language), drawn.solution.text, world)
    results.add(
      JSON.stringify(
        outcome.kind === 'table' ? outcome.rows : outcome.kind === 'events' ? outcome.events.map((event) => event.message) : outcome,
      ),
    )
  }
  if (results.size < 2)
    gate.failures.push({ line: drawn.solution.line, message: 'the hidden worlds all give the same result, so a constant would pass' })
}

/** A mutator occurs when leaving it out changes a world. */
async function checkMutators(gate: Gate, { drawn, hidden, drawing }: Bench): Promise<void> {
  const laboratory = freshLaboratory()
  const bytes = async (world: WorldSpec): Promise<string> => JSON.stringify(await laboratory.lines(world))
  for (const mutator of drawn.hidden.mutators) {
    let occurs = false
    for (const world of hidden.filter((one) => (one.mutators ?? []).includes(mutator))) {
      const without = { ...world, mutators: (world.mutators ?? []).filter((other) => other !== mutator) }
      occurs = (await bytes(world)) !== (await bytes(without))
      if (occurs) break
    }
    if (!occurs)
      gate.failures.push({ line: hiddenLine(gate), message: `the mutator ${named(mutator)} changes no hidden world${inDrawing(drawing)}` })
  }
}

const named = ({ name, argument }: Mutator): string => (argument === undefined ? `"${name}"` : `"${name}: ${argument}"`)

const hiddenLine = (gate: Gate): number => gate.loaded.lines['hidden'] ?? 1

async function checkNearMisses(gate: Gate, bench: Bench): Promise<void> {
  const { drawn, drawing } = bench
  if (drawn.solution === undefined) return
  const allowed = new Set(drawn.alsoRight.map(({ text }) => plain(text)))
  for (const candidate of nearMisses(textLanguage(drawn.language), drawn.solution.text)) {
    if (allowed.has(plain(candidate)) || !(await passesEverywhere(bench, candidate))) continue
    const message = `"${plain(candidate)}" passes too${inDrawing(drawing)}: add data on which it differs, or list it under "Also right"`
    gate.failures.push({ line: drawn.solution.line, message })
  }
}

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ')

async function passesEverywhere(bench: Bench, text: string): Promise<boolean> {
  for (const world of [bench.drawn.world, ...bench.hidden]) {
    if ((await tryOn(bench, text, world)).difference !== undefined) return false
  }
  return true
}
