import type { Random } from '#lib/random.ts'
import type { WorldRecord } from '../record.ts'
import type { Log } from './mutator.ts'

/** About so many of a hundred, by chance; one at least, where there is one. */
export function someOf<Item>(random: Random, items: readonly Item[], percent: number): ReadonlySet<Item> {
  const chosen = items.filter(() => random.below(100) < percent)
  return new Set(chosen.length === 0 && items.length > 0 ? [random.pick(items)] : chosen)
}

/** Rewrites some of the messages that `rewrite` has an answer to; the rest stay as they are. */
export function rewriteSome(log: Log, random: Random, percent: number, rewrite: (message: string) => string | undefined): Log {
  const rewritten = new Map<WorldRecord, string>()
  for (const record of log) {
    const message = rewrite(record.message)
    if (message !== undefined && message !== record.message) rewritten.set(record, message)
  }
  const chosen = someOf(random, [...rewritten.keys()], percent)
  return log.map((record) => (chosen.has(record) ? { ...record, message: rewritten.get(record) ?? record.message } : record))
}
