import type { Bench } from '../bench.ts'
import { behavesAlike, compare, type EventsDiffer } from '../results/compare.ts'
import { showDifference } from '../results/difference.ts'
import { count } from '../results/explain.ts'
import { figuresOf } from '../results/fill.ts'
import { misconception } from '../feedback/misconception.ts'
import type { Events } from '../results/outcome.ts'
import type { Verdict } from '../verdict.ts'

/** All lines are shown: a reading tells its truth and draws the next seed. */
const allLines = 500

/** Marks the lines somebody expects a pattern or a query to keep. */
export async function gradePrediction(bench: Bench, eventIds: readonly string[]): Promise<Verdict> {
  if (eventIds.length === 0)
    return { kind: 'empty', message: 'No line is ticked yet. Commit to something; a wrong guess is how this sticks.' }
  const { drawn, laboratory } = bench
  const given = drawn.given[0]?.text ?? ''
  const lines = await laboratory.lines(drawn.world)
  const truth = await keptLines(bench, given, lines)
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
    drawn.language === 'filter-pattern' ? { expected: given, yours: given } : {},
    allLines,
  )
  const known = await recognise(bench, answer, lines)
  if (known !== undefined)
    return misconception({ ...known, figures: figuresOf(difference, true), where: 'here', difference: shown, drawAgain })
  return { kind: 'wrong', ...words(difference), difference: shown, drawAgain }
}

/** What a program keeps of the lines shown; a query's rows are told by their message and time. */
async function keptLines({ laboratory, drawn }: Bench, text: string, lines: Events['events']): Promise<Events> {
  if (drawn.language === 'filter-pattern') {
    const outcome = await laboratory.run('filter-pattern', text, drawn.world)
    return outcome.kind === 'events' ? outcome : { kind: 'events', events: [], total: lines.length }
  }
  const outcome = await laboratory.run('insights', `${text}\n| display @timestamp, @message\n| limit 10000`, drawn.world)
  const rows = outcome.kind === 'table' ? outcome.rows : []
  const kept = new Set(rows.map(([timestamp, message]) => `${timestamp} ${message}`))
  const stamp = (millis: number): string => new Date(millis).toISOString().replace('T', ' ').replace('Z', '')
  return { kind: 'events', events: lines.filter((line) => kept.has(`${stamp(line.timestamp)} ${line.message}`)), total: lines.length }
}

async function recognise(bench: Bench, answer: Events, lines: Events['events']) {
  for (const wrong of bench.drawn.wrongs) {
    for (const program of wrong.programs) {
      const kept = await keptLines(bench, program.text, lines)
      if (behavesAlike(kept, answer, bench.drawn.compare)) return { wrong, program }
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
