import type { Diagnostic, Result } from '#lib/text/diagnostic.ts'
import type { Millis } from '#lib/time.ts'
import type { Source, SourceOption } from './ast.ts'
import { problem } from './diagnostics.ts'
import { periodLength, periodUnit } from './parse/period.ts'

/** The end is inclusive. */
type Window = { readonly start: Millis; readonly end: Millis }

/** The time a query is about: what its SOURCE says, and for the rest what it is given. */
export function windowOf(source: Source | undefined, given: Window & { readonly now: Millis }): Result<Window> {
  const { start: from, end: to } = source?.options ?? {}
  const start = from === undefined ? given.start : (readMoment(from.value, given.now)?.first ?? given.start)
  const end = to === undefined ? given.end : (readMoment(to.value, given.now)?.last ?? given.end)
  if (source === undefined || start <= end) return { value: { start, end } }
  return { diagnostics: [problem('insights/source', to ?? from ?? source, 'the end lies before the start')] }
}

/** What a SOURCE says about time, as far as it can be told without a clock. */
export const checkWindow = ({ options }: Source): readonly Diagnostic[] =>
  Object.values(options).flatMap((option) =>
    option === undefined || readMoment(option.value, 0) !== undefined ? [] : [unreadable(option)],
  )

const unreadable = (option: SourceOption): Diagnostic =>
  problem(
    'insights/source',
    option,
    `expected a time, found "${option.value}"`,
    'now, a time before now such as -1d or -30m, or seconds or milliseconds since 1970',
  )

const FIRST_OF_MILLIS = 100_000_000_000

/** A moment as its first and last millisecond: a number of seconds is a second long. */
function readMoment(text: string, now: Millis): { readonly first: Millis; readonly last: Millis } | undefined {
  if (text.toLowerCase() === 'now') return { first: now, last: now }
  if (/^\d+$/.test(text)) {
    const number = Number(text)
    return number >= FIRST_OF_MILLIS ? { first: number, last: number } : { first: number * 1000, last: number * 1000 + 999 }
  }
  const [, amount, word = ''] = /^-(\d+)([a-z]+)$/i.exec(text) ?? []
  const unit = periodUnit(word)
  const length = unit === undefined ? undefined : periodLength(Number(amount), unit)
  return length === undefined ? undefined : { first: now - length, last: now - length }
}
