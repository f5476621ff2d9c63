import type { Diff, LogCompare } from '#languages/insights/ast.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import { numberOf } from '#languages/insights/functions/values/coercion.ts'
import { EARLIER } from '../../event-source.ts'
import type { Planner } from '../../planning/planner.ts'
import { missing, type Reader } from '../../reader.ts'
import { NO_ORIGIN, type NewRows, type Remaking } from '../../planning/retable.ts'
import { EARLIER_COUNT, planPatternOf } from './pattern.ts'

const kept = ['@pattern', '@sampleCount', '@severityLabel', '@PatternId', '@tokens', '@visualization', '@logSamples'] as const
const [PATTERN, COUNT, ...details] = kept
const columns = [PATTERN, COUNT, '@previousSampleCount', '@differenceEventCount', '@differenceDescription', ...details]

/** `diff`, `logcompare`: the patterns of this time against those of an earlier one, the largest difference first. Without `pattern` before it, those of the messages. */
export function planDiff(command: Diff | LogCompare, planner: Planner): void {
  if (!planner.scope.has(EARLIER_COUNT)) {
    const message = planner.scope.named('@message')
    if (message === undefined || planner.scope.named(EARLIER) === undefined)
      return planner.refuse('insights/needs-events', command, `${command.kind} compares events or patterns, and here are none any more`)
    planPatternOf(message, planner)
  }
  const readers = [...kept, EARLIER_COUNT].map((name) => planner.scope.named(name) ?? missing)
  planner.retable(columns, () => new Differences(readers))
}

class Differences implements Remaking {
  private readonly readers: readonly Reader[]
  private readonly found: { readonly difference: number; readonly cells: readonly Value[] }[] = []

  constructor(readers: readonly Reader[]) {
    this.readers = readers
  }

  add(row: number): void {
    const values = this.readers.map((reader) => reader.read(row))
    const [pattern = null, count = null, ...rest] = values
    const now = numberOf(count)
    const before = numberOf(rest.pop() ?? 0)
    this.found.push({ difference: now - before, cells: [pattern, now, before, now - before, describe(now, before), ...rest] })
  }

  end(into: NewRows): void {
    const sorted = this.found.toSorted((left, right) => Math.abs(right.difference) - Math.abs(left.difference))
    for (const { cells } of sorted) into.push(NO_ORIGIN, cells)
  }
}

/** `40% more`, `gone`: what became of a pattern. */
function describe(now: number, before: number): string {
  if (now === before) return 'no change'
  if (before === 0) return 'new'
  if (now === 0) return 'gone'
  const percent = Math.round((Math.abs(now - before) / before) * 1000) / 10
  return `${percent}% ${now > before ? 'more' : 'fewer'}`
}
