import type { Bench } from '#grading/bench.ts'
import { claimParts, type ClaimPart, type JournalEntry } from '#grading/exercise.ts'
import { drawnOf } from '#grading/feedback/hints.ts'
import { claimMarking, columnOf, linesOf, startOf, type Claimed } from '#grading/kinds/investigate.ts'
import type { ClaimTruth, Habit } from '#grading/marking.ts'
import { mustBeNamed } from '../answers.ts'
import { say, type Gate } from '../gate.ts'
import { checkTimeZone } from '../repeatable.ts'

/** What an investigation owes on each seed: a truth for each part, which passes; each Wrong gets its words. */
export async function checkClaims(gate: Gate): Promise<void> {
  for (let drawing = 0; drawing < gate.seeds; drawing++) await checkSeed(gate, drawing)
}

async function checkSeed(gate: Gate, drawing: number): Promise<void> {
  const { loaded, laboratory, failures, tried } = gate
  const drawn = drawnOf(loaded.marking, drawing)
  const bench: Bench = { laboratory, marking: loaded.marking, drawn, drawing, hidden: [] }
  const asked = claimMarking(bench)
  const line = loaded.lines['Solution'] ?? 1
  const on = `on seed ${drawing + 1}`
  const truth = await sayClaim(bench, asked)
  for (const part of claimParts)
    if (asked[part] !== undefined && truth[part] === undefined) failures.push({ line, message: `"${part}" has no truth ${on}` })
  const lines = await laboratory.lines(drawn.world)
  if (asked.line !== undefined && (await linesOf(bench, asked)).length === lines.length)
    failures.push({ line, message: `every line may be pointed at ${on}` })
  const right = await withEvidence(bench, truth)
  tried.right++
  const verdict = await gate.grade(drawing, right)
  if (verdict.kind !== 'pass') failures.push({ line, message: `the Solution does not pass ${on}: ${say(verdict)}` })
  if (drawing === 0) await checkTimeZone(gate, [{ answer: right, line }])
  if (asked.evidence !== undefined) {
    const bare = await gate.grade(drawing, { ...right, evidence: [] })
    if (bare.kind === 'pass') failures.push({ line, message: `a claim without evidence passes ${on}` })
  }
  for (const wrong of drawn.wrongs) {
    for (const { claim, habit, line: at } of wrong.programs) {
      if (habit !== undefined) await mustBeNamed(gate, drawing, wrong, withHabit(right, habit), at, gate.seeds)
      else if (claim !== undefined) {
        const said = { ...right, claim: { ...truth, ...(await sayClaim(bench, claim)) } }
        await mustBeNamed(gate, drawing, wrong, said, at, gate.seeds)
      }
    }
  }
}

/** What a truth, or a misconception, would have somebody say. */
async function sayClaim(bench: Bench, truth: ClaimTruth): Promise<Partial<Record<ClaimPart, string>>> {
  const start = await startOf(bench, truth)
  const [customers] = await columnOf(bench, truth.customers?.insights)
  const [request] = await columnOf(bench, truth.request?.insights)
  const [line] = await linesOf(bench, truth)
  return {
    ...(truth.cause === undefined ? {} : { cause: truth.cause }),
    ...(start === undefined ? {} : { start: new Date(start).toISOString().slice(0, 19).replace('T', ' ') }),
    ...(customers === undefined ? {} : { customers }),
    ...(request === undefined ? {} : { request }),
    ...(line === undefined ? {} : { line }),
  }
}

async function withEvidence(bench: Bench, claim: Claimed['claim']): Promise<Claimed> {
  const { evidence } = claimMarking(bench)
  const range = await bench.laboratory.range(bench.drawn.world)
  const journal = (evidence?.of ?? []).map((console): JournalEntry => ({ console, text: '', range }))
  return { kind: 'claim', claim, journal, evidence: journal.map((_, at) => at) }
}

/** A claim wrong in a way that no misconception says, after a journal with this habit. */
function withHabit(right: Claimed, habit: Habit): Claimed {
  const [range] = right.journal.map((entry) => entry.range)
  const text = habit.kind === 'began-unfiltered' ? 'limit 20' : 'filter true'
  const entry: JournalEntry = { console: 'insights', text, range: range ?? { start: 0, end: 1 } }
  const [part] = claimParts.filter((one) => right.claim[one] !== undefined && one !== 'cause')
  const off: Readonly<Partial<Record<ClaimPart, string>>> = { start: '2000-01-01 00:00', customers: '999999', line: '-', request: '-' }
  return { ...right, journal: [entry], claim: { ...right.claim, ...(part === undefined ? { cause: '-' } : { [part]: off[part] }) } }
}
