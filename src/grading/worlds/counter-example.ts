import { solutionOf, widened, type Bench, type Trial } from '../bench.ts'
import { compare, type Comparison } from '../results/compare.ts'
import { textLanguage } from '../programs/index.ts'
import type { LoggedLine } from './laboratory.ts'
import { shrink } from './shrink.ts'
import type { ShownLine } from '../verdict.ts'

/** The smallest hidden case that differs. `lines` is empty where even an empty log shows it. */
export type CounterExample = { readonly lines: readonly ShownLine[]; readonly difference: Comparison }

/** How often a smaller log may be asked for. */
const budget = 80

/** Of several worlds on which an answer differs: the fewest and shortest lines that still do. */
export async function counterExample(bench: Bench, text: string, trials: readonly Trial[]): Promise<CounterExample> {
  const differing = trials.filter((trial) => trial.difference !== undefined)
  const single = shortestEvent(differing)
  if (single !== undefined) return single
  const [trial, lines] = await smallestLog(bench, differing)
  const differs = async (some: readonly LoggedLine[]): Promise<boolean> => (await differenceOn(bench, text, trial, some)) !== undefined
  if (lines.length === 0 || !(await differs(lines))) return { lines: [], difference: differenceOf(trial) }
  const fewest = await shrink(lines, differs, { budget, ...(bench.signal === undefined ? {} : { signal: bench.signal }) })
  return { lines: fewest, difference: (await differenceOn(bench, text, trial, fewest)) ?? differenceOf(trial) }
}

function differenceOf({ difference }: Trial): Comparison {
  if (difference === undefined) throw new Error('cannot show a counter-example: nothing differs')
  return difference
}

// A pattern reads each line by itself, so one line is always enough.
function shortestEvent(trials: readonly Trial[]): CounterExample | undefined {
  const events = trials.flatMap(({ difference }) => (difference?.kind === 'events' ? difference.events : []))
  const [shortest] = events.toSorted((left, right) => left.message.length - right.message.length)
  if (shortest === undefined) return undefined
  const yoursTotal = shortest.state === 'extra' ? 1 : 0
  return { lines: [shortest], difference: { kind: 'events', events: [shortest], yoursTotal, expectedTotal: 1 - yoursTotal, total: 1 } }
}

async function smallestLog(bench: Bench, trials: readonly Trial[]): Promise<readonly [Trial, readonly LoggedLine[]]> {
  let best: readonly [Trial, readonly LoggedLine[]] | undefined
  for (const trial of trials) {
    const lines = await bench.laboratory.lines(trial.world)
    if (best === undefined || lines.length < best[1].length) best = [trial, lines]
  }
  if (best === undefined) throw new Error('cannot show a counter-example: nothing differs')
  return best
}

async function differenceOn(bench: Bench, text: string, { world }: Trial, lines: readonly LoggedLine[]): Promise<Comparison | undefined> {
  const solution = solutionOf(bench)
  const { language, compare: options } = bench.drawn
  const texts = options.rows.kind === 'top' ? [text, solution, widened(solution)] : [text, solution]
  const [answer, expected, whole] = await bench.laboratory.runOnLines(textLanguage(language), texts, world, lines)
  if (answer === undefined || expected === undefined) return undefined
  return compare(expected, answer, options, whole)
}
