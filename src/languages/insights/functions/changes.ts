// AWS: CWL_QuerySyntax-timeseries-functions
import type { Accumulator, AggregateEntry, Value } from '../function-entry.ts'
import { aggregate, parameter } from './define.ts'
import { fixedLength, parsePeriod } from './time/period.ts'
import { decimalText, numberOf, numberOrNull, textOf } from './values/coercion.ts'

const number = parameter('field', 'number', 'a field or expression that gives numbers')
const MOST_RANGES = 1000

/** From the earliest number to the latest, for each interval of the time between them. */
function rate(): Accumulator {
  let first: { readonly time: number; readonly value: number } | undefined
  let last: { readonly time: number; readonly value: number } | undefined
  let interval = Number.NaN
  return {
    add: ([value, written], time) => {
      const given = numberOf(value)
      const period = parsePeriod(textOf(written) ?? '')
      interval = period === undefined ? Number.NaN : (fixedLength(period) ?? Number.NaN)
      if (Number.isNaN(given) || Number.isNaN(time)) return
      if (first === undefined || time < first.time) first = { time, value: given }
      if (last === undefined || time >= last.time) last = { time, value: given }
    },
    end: () => {
      if (first === undefined || last === undefined || last.time === first.time) return null
      return numberOrNull(((last.value - first.value) * interval) / (last.time - first.time))
    },
  }
}

/** How many numbers lie in each of so many ranges of equal width. */
function histogram(): Accumulator {
  const given: number[] = []
  let wanted = 1
  return {
    add: ([value, ranges]) => {
      wanted = Math.max(1, Math.min(MOST_RANGES, Math.trunc(numberOf(ranges)) || 1))
      if (Number.isFinite(numberOf(value))) given.push(numberOf(value))
    },
    end: () => distribution(given, wanted),
  }
}

function distribution(given: readonly number[], wanted: number): Value {
  if (given.length === 0) return null
  const least = given.reduce((low, one) => Math.min(low, one), Infinity)
  const most = given.reduce((high, one) => Math.max(high, one), -Infinity)
  const width = (most - least) / wanted
  const count = width === 0 ? 1 : wanted
  const counts = Array.from({ length: count }, () => 0)
  for (const one of given) {
    const at = width === 0 ? 0 : Math.min(count - 1, Math.floor((one - least) / width))
    counts[at] = (counts[at] ?? 0) + 1
  }
  const edge = (at: number): string => decimalText(Number((at === count ? most : least + at * width).toPrecision(12)))
  return { kind: 'map', entries: new Map(counts.map((times, at) => [`${edge(at)}..${edge(at + 1)}`, times])) }
}

/** How numbers change, and how they are spread. */
export const changes: readonly AggregateEntry[] = [
  aggregate({
    name: 'rate',
    parameters: [number, parameter('interval', 'period', 'the time the change is told for')],
    gives: 'number',
    says: 'How much the field changes in that time, from its earliest to its latest value.',
    examples: [
      { query: 'stats rate(total, 1m)', over: [{ total: 10 }], gives: [null] },
      { query: 'stats rate(total, 1m)', over: [{ note: 'none' }], gives: [null] },
    ],
    start: rate,
  }),
  aggregate({
    name: 'histogram',
    parameters: [number, parameter('ranges', 'number', 'how many ranges, at most 1000')],
    gives: 'map',
    says: 'How many values lie in each of so many ranges of equal width, from the smallest to the largest.',
    examples: [
      { query: 'stats histogram(ms, 2)', over: [{ ms: 0 }, { ms: 10 }, { ms: 20 }], gives: ['{"0..10":1,"10..20":2}'] },
      { query: 'stats histogram(ms, 4)', over: [{ ms: 7 }, { ms: 7 }], gives: ['{"7..7":2}'] },
    ],
    start: histogram,
  }),
]
