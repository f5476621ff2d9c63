import type { Bench } from '../bench.ts'
import { behavesAlike, compare, type EventsDiffer } from '../results/compare.ts'
import { showDifference } from '../results/difference.ts'
import { count } from '../results/explain.ts'
import { figuresOf } from '../results/fill.ts'
import { misconception } from '../feedback/misconception.ts'
import type { Events } from '../results/outcome.ts'
import { programsIn } from '../programs/index.ts'
import type { Verdict } from '../verdict.ts'
import type { LoggedLine } from '../worlds/laboratory.ts'

/** All lines are shown: a reading tells its truth and draws the next seed. */
const allLines = 500

/** Marks the lines somebody expects a pattern or a query to keep. */
export async function gradePrediction(bench: Bench, eventIds: readonly string[]): Promise<Verdict> {
  if (eventIds.length === 0)
    return { kind: 'empty', message: 'No line is ticked yet. Commit to something; a wrong guess is how this sticks.' }
  const { drawn, laboratory } = bench
  const given = drawn.given[0]?.text ?? ''
  const lines = await laboratory.lines(drawn.world)
  const { keptLines } = programsIn(drawn.language)
  const truth = await keptLines(laboratory, given, drawn.world, lines)
  const ticked = new Set(eventIds)
  const answer: Events = { kind: 'events', events: lines.filter((line) => ticked.has(line.eventId)), total: lines.length }
  const difference = compare(truth, answer)
  const drawAgain = bench.drawing + 1
  if (difference?.kind !== 'events') {
    return {
      kind: 'pass',
      title: `Right: all ${count(truth.events.length, 'line')}, and no other`,
      notes: [],
      after: drawn.after,
      drawAgain,
    }
  }
  const shown = await showDifference(
    difference,
    laboratory,
    programsIn(drawn.language).tellsReasons ? { expected: given, yours: given } : {},
    allLines,
  )
  const known = await recognise(bench, answer, lines)
  if (known !== undefined)
    return misconception({ ...known, figures: figuresOf(difference, true), where: 'here', difference: shown, drawAgain })
  return { kind: 'wrong', ...words(difference), difference: shown, drawAgain }
}

async function recognise({ drawn, laboratory }: Bench, answer: Events, lines: readonly LoggedLine[]) {
  for (const wrong of drawn.wrongs) {
    for (const program of wrong.programs) {
      const kept = await programsIn(drawn.language).keptLines(laboratory, program.text, drawn.world, lines)
      if (behavesAlike(kept, answer, drawn.compare)) return { wrong, program }
    }
  }
  return undefined
}

function words({ events, yoursTotal, expectedTotal }: EventsDiffer): { title: string; right: readonly string[]; first: string } {
  const extra = events.filter((event) => event.state === 'extra').length
  const missing = events.length - extra
  const good = expectedTotal - missing
  const right = good > 0 ? [`${good} of the ${count(yoursTotal, 'line')} you ticked ${good === 1 ? 'is' : 'are'} kept indeed.`] : []
  const parts = [
    ...(extra > 0 ? [`${count(extra, 'line')} you ticked ${extra === 1 ? 'is' : 'are'} not kept`] : []),
    ...(missing > 0 ? [`${count(missing, 'line')} you did not tick ${missing === 1 ? 'is' : 'are'}`] : []),
  ]
  const title =
    good === 0
      ? 'Not yet: it keeps other lines'
      : extra + missing === 1
        ? 'Close: one line is different'
        : 'Not yet: some lines are different'
  return {
    title,
    right,
    first: `In truth ${count(expectedTotal, 'line')} ${expectedTotal === 1 ? 'is' : 'are'} kept: ${parts.join(', and ')}.`,
  }
}
