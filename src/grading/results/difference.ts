import type { Comparison, EventsDiffer } from './compare.ts'
import type { Laboratory } from '../worlds/laboratory.ts'
import type { Difference, EventDifference } from '../verdict.ts'

/** Rows or lines shown; the rest is folded. */
const mostShown = 3

type Patterns = { readonly yours?: string; readonly expected?: string }

/** A difference as the page shows it: the first rows side by side, or the first lines with the reason for each. */
export async function showDifference(
  difference: Comparison,
  laboratory: Laboratory,
  patterns: Patterns,
  most: number = mostShown,
): Promise<Difference> {
  switch (difference.kind) {
    case 'events':
      return showEvents(difference, laboratory, patterns, most)
    case 'rows': {
      const { columns, rows, yoursTotal, expectedTotal } = difference
      return { kind: 'rows', columns, rows: rows.slice(0, most), folded: Math.max(0, rows.length - most), yoursTotal, expectedTotal }
    }
    case 'columns': {
      const { yours, expected } = difference
      const head = (columns: readonly string[], others: readonly string[]) =>
        columns.map((text) => ({ text, differs: !others.includes(text) }))
      const row = {
        state: 'changed' as const,
        yours: head(yours.columns, expected.columns),
        expected: head(expected.columns, yours.columns),
      }
      return { kind: 'rows', columns: [], rows: [row], folded: 0, yoursTotal: yours.rows.length, expectedTotal: expected.rows.length }
    }
    default:
      return { kind: 'rows', columns: [], rows: [], folded: 0, yoursTotal: 0, expectedTotal: 0 }
  }
}

async function showEvents(difference: EventsDiffer, laboratory: Laboratory, patterns: Patterns, most: number): Promise<Difference> {
  const shown = firstOfBoth(difference.events, most)
  const messages = shown.map((event) => event.message)
  const yours = patterns.yours === undefined ? [] : await laboratory.explain(patterns.yours, messages)
  const expected = patterns.expected === undefined ? [] : await laboratory.explain(patterns.expected, messages)
  const events = shown.map((event, at): EventDifference => {
    const [yourReason, expectedReason] = [yours[at]?.reason, expected[at]?.reason]
    return {
      ...event,
      ranges: (event.state === 'extra' ? yours[at]?.ranges : expected[at]?.ranges) ?? [],
      ...(yourReason === undefined ? {} : { yourReason }),
      ...(expectedReason === undefined ? {} : { expectedReason }),
    }
  })
  const { yoursTotal, expectedTotal } = difference
  return { kind: 'events', events, folded: difference.events.length - events.length, yoursTotal, expectedTotal }
}

/** Lines too many and lines missing, some of each where there are both. */
function firstOfBoth(events: EventsDiffer['events'], most: number): EventsDiffer['events'] {
  const extra = events.filter((event) => event.state === 'extra')
  const missing = events.filter((event) => event.state === 'missing')
  const ofExtra = extra.slice(0, Math.max(most - missing.length, Math.ceil(most / 2)))
  return [...ofExtra, ...missing.slice(0, most - ofExtra.length)]
}
