import type { PeriodUnit } from '../ast.ts'

const spellings: readonly (readonly [PeriodUnit, readonly string[]])[] = [
  ['ms', ['ms', 'msec', 'millisecond']],
  ['s', ['s', 'sec', 'second']],
  ['m', ['m', 'min', 'minute']],
  ['h', ['h', 'hr', 'hour']],
  ['d', ['d', 'day']],
  ['w', ['w', 'week']],
  ['mo', ['mo', 'mon', 'month']],
  ['q', ['q', 'qtr', 'quarter']],
  ['y', ['y', 'yr', 'year']],
]

const units: ReadonlyMap<string, PeriodUnit> = new Map(
  spellings.flatMap(([unit, words]) =>
    words.flatMap((word) => (word.length > 1 ? [word, `${word}s`] : [word])).map((word) => [word, unit] as const),
  ),
)

/** The unit that a word names, multi-letter ones in the plural too. */
export const periodUnit = (word: string): PeriodUnit | undefined => units.get(word.toLowerCase())

const milliseconds: Readonly<Partial<Record<PeriodUnit, number>>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
}

/** How long a period is; months, quarters and years have no one length. */
export function periodLength(amount: number, unit: PeriodUnit): number | undefined {
  const length = milliseconds[unit]
  return length === undefined ? undefined : amount * length
}
