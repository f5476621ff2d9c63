// AWS: CWL_QuerySyntax-Stats
import type { Accumulator, AggregateEntry, Value } from '../function-entry.ts'
import { changes } from './changes.ts'
import { aggregate, optional, parameter } from './define.ts'
import { numberOf, numberOrNull, textOf } from './values/coercion.ts'
import { jsonText } from './values/json-value.ts'
import { percentile } from './values/percentile.ts'
import { compareForSort } from './values/sort-order.ts'

const number = parameter('field', 'number', 'a field or expression that gives numbers')
const any = parameter('field', 'any', 'a field or any expression')
const ms = [{ ms: 10 }, { ms: 20 }, { ms: 60 }]
const levels = [{ level: 'INFO' }, { level: 'ERROR' }, { level: 'INFO' }, { note: 1 }]

/** Over the numbers of the first argument; what is none is left out. */
function overNumbers(take: (number: number) => void, end: () => number | null): Accumulator {
  return {
    add: ([value]) => {
      const given = numberOf(value)
      if (!Number.isNaN(given)) take(given)
    },
    end,
  }
}

/** Over the values that are there. */
function overValues(take: (value: Value, timestamp: number) => void, end: () => Value): Accumulator {
  return {
    add: ([value = null], timestamp) => {
      if (value !== null) take(value, timestamp)
    },
    end,
  }
}

function sum(): Accumulator {
  let total = 0
  let count = 0
  return overNumbers(
    (given) => {
      total += given
      count++
    },
    () => (count === 0 ? null : numberOrNull(total)),
  )
}

function average(): Accumulator {
  let total = 0
  let count = 0
  return overNumbers(
    (given) => {
      total += given
      count++
    },
    () => (count === 0 ? null : numberOrNull(total / count)),
  )
}

/** Welford's running variance, of the whole population. */
function spread(finish: (variance: number) => number): () => Accumulator {
  return () => {
    let count = 0
    let mean = 0
    let squares = 0
    return overNumbers(
      (given) => {
        count++
        const step = given - mean
        mean += step / count
        squares += step * (given - mean)
      },
      () => (count === 0 ? null : numberOrNull(finish(squares / count))),
    )
  }
}

function count(): Accumulator {
  let seen = 0
  return {
    add: (args) => {
      if (args.length === 0 || args[0] !== null) seen++
    },
    end: () => seen,
  }
}

function best(isBetter: (order: number) => boolean): () => Accumulator {
  return () => {
    let kept: Value = null
    return overValues(
      (value) => {
        if (kept === null || isBetter(compareForSort(value, kept))) kept = value
      },
      () => kept,
    )
  }
}

/** The value at the least or the greatest time; of equal times the first, or the last, to arrive. */
function byTime(isBetter: (time: number, than: number) => boolean): () => Accumulator {
  return () => {
    let kept: Value = null
    let at = Number.NaN
    return overValues(
      (value, time) => {
        if (Number.isNaN(at) || isBetter(time, at)) {
          kept = value
          at = time
        }
      },
      () => kept,
    )
  }
}

const identity = (value: Value): string => textOf(value) ?? jsonText(value)

function percentiles(): Accumulator {
  const seen: number[] = []
  let percent = Number.NaN
  return {
    add: ([value, asked]) => {
      percent = numberOf(asked)
      const given = numberOf(value)
      if (!Number.isNaN(given)) seen.push(given)
    },
    end: () => percentile(Float64Array.from(seen), percent),
  }
}

function distinct(): Accumulator {
  const seen = new Set<string>()
  return overValues(
    (value) => void seen.add(identity(value)),
    () => seen.size,
  )
}

function collect(): Accumulator {
  const seen = new Map<string, Value>()
  return overValues(
    (value) => void (seen.has(identity(value)) || seen.set(identity(value), value)),
    () => ({ kind: 'list', items: [...seen.values()] }),
  )
}

function mostFrequent(): Accumulator {
  const seen = new Map<string, { value: Value; times: number }>()
  let wanted = 0
  return {
    add: ([asked, value = null]) => {
      wanted = Math.max(1, Math.min(10_000, Math.trunc(numberOf(asked)) || 1))
      if (value === null) return
      const known = seen.get(identity(value))
      if (known === undefined) seen.set(identity(value), { value, times: 1 })
      else known.times++
    },
    end: () => {
      const ranked = [...seen.values()].sort((left, right) => right.times - left.times || compareForSort(left.value, right.value))
      return { kind: 'list', items: ranked.slice(0, wanted).map(({ value }) => value) }
    },
  }
}

function distinctEntry(name: string): AggregateEntry {
  return aggregate({
    name,
    parameters: [any],
    gives: 'number',
    says: 'How many different values the field has.',
    examples: [{ query: `stats ${name}(level)`, over: levels, gives: ['2'] }],
    start: distinct,
  })
}

const numbers: readonly AggregateEntry[] = [
  aggregate({
    name: 'count',
    parameters: [optional('field', 'any', '`*` or nothing for every event, a field for the events that have it')],
    gives: 'number',
    says: 'How many events there are, or how many of them have the field.',
    examples: [
      { query: 'stats count(*)', over: levels, gives: ['4'] },
      { query: 'stats count(level)', over: levels, gives: ['3'] },
    ],
    start: count,
  }),
  aggregate({
    name: 'sum',
    parameters: [number],
    gives: 'number',
    says: 'The sum of the field’s numbers.',
    examples: [{ query: 'stats sum(ms)', over: ms, gives: ['90'] }],
    start: sum,
  }),
  aggregate({
    name: 'avg',
    parameters: [number],
    gives: 'number',
    says: 'The mean of the field’s numbers.',
    examples: [{ query: 'stats avg(ms)', over: ms, gives: ['30'] }],
    start: average,
  }),
  aggregate({
    name: 'min',
    parameters: [any],
    gives: 'any',
    says: 'The least value of the field.',
    examples: [{ query: 'stats min(ms)', over: ms, gives: ['10'] }],
    start: best((order) => order < 0),
  }),
  aggregate({
    name: 'max',
    parameters: [any],
    gives: 'any',
    says: 'The greatest value of the field.',
    examples: [{ query: 'stats max(ms)', over: ms, gives: ['60'] }],
    start: best((order) => order > 0),
  }),
  aggregate({
    name: 'pct',
    parameters: [number, parameter('percent', 'number', 'which part of the values lies below: 95, 99.9')],
    gives: 'number',
    says: 'The value below which the given percentage of the field’s values falls.',
    examples: [{ query: 'stats pct(ms, 50)', over: ms, gives: ['20'] }],
    start: percentiles,
  }),
  aggregate({
    name: 'variance',
    parameters: [number],
    gives: 'number',
    says: 'The population variance of the field’s numbers.',
    examples: [{ query: 'stats variance(v)', over: [{ v: 2 }, { v: 4 }, { v: 6 }, { v: 8 }], gives: ['5'] }],
    start: spread((variance) => variance),
  }),
  aggregate({
    name: 'stddev',
    parameters: [number],
    gives: 'number',
    says: 'How far the field’s numbers lie from their mean: the root of the variance.',
    examples: [
      { query: 'stats stddev(v)', over: [{ v: 2 }, { v: 4 }, { v: 4 }, { v: 4 }, { v: 5 }, { v: 5 }, { v: 7 }, { v: 9 }], gives: ['2'] },
    ],
    start: spread(Math.sqrt),
  }),
]

const values: readonly AggregateEntry[] = [
  distinctEntry('countDistinct'),
  distinctEntry('count_distinct'),
  aggregate({
    name: 'values',
    aliases: ['COLLECT_VALUES'],
    parameters: [any],
    gives: 'list',
    says: 'The different values of the field as an array.',
    examples: [{ query: 'stats values(level)', over: [{ level: 'INFO' }, { level: 'INFO' }], gives: ['["INFO"]'] }],
    start: collect,
  }),
  aggregate({
    name: 'topk',
    parameters: [parameter('k', 'number', 'how many, 1 to 10 000'), any],
    gives: 'list',
    says: 'The most frequent values of the field as an array; without `by` and without other aggregates.',
    examples: [{ query: 'stats topk(1, level)', over: levels, gives: ['["INFO"]'] }],
    start: mostFrequent,
  }),
  aggregate({
    name: 'earliest',
    parameters: [any],
    gives: 'any',
    says: 'The field’s value in the earliest event that has it.',
    examples: [{ query: 'stats earliest(ms)', over: ms, gives: ['10'] }],
    start: byTime((time, than) => time < than),
  }),
  aggregate({
    name: 'latest',
    parameters: [any],
    gives: 'any',
    says: 'The field’s value in the latest event that has it.',
    examples: [{ query: 'stats latest(ms)', over: ms, gives: ['60'] }],
    start: byTime((time, than) => time > than),
  }),
  aggregate({
    name: 'sortsFirst',
    parameters: [any],
    gives: 'any',
    says: 'The value that `sort … asc` would put first.',
    examples: [{ query: 'stats sortsFirst(level)', over: levels, gives: ['ERROR'] }],
    start: best((order) => order < 0),
  }),
  aggregate({
    name: 'sortsLast',
    parameters: [any],
    gives: 'any',
    says: 'The value that `sort … asc` would put last.',
    examples: [{ query: 'stats sortsLast(level)', over: levels, gives: ['INFO'] }],
    start: best((order) => order > 0),
  }),
  aggregate({
    name: 'countOverTime',
    aliases: ['count_over_time'],
    parameters: [any],
    gives: 'number',
    says: 'How many events have the field, per `bin()`.',
    examples: [{ query: 'stats countOverTime(level) by bin(1h) | display `countOverTime(level)`', over: levels, gives: ['3'] }],
    start: count,
  }),
  aggregate({
    name: 'sumOverTime',
    aliases: ['sum_over_time'],
    parameters: [number],
    gives: 'number',
    says: 'The sum of the field’s numbers, per `bin()`.',
    examples: [{ query: 'stats sumOverTime(ms) by bin(1h) | display `sumOverTime(ms)`', over: ms, gives: ['90'] }],
    start: sum,
  }),
]

export const aggregateFunctions: readonly AggregateEntry[] = [...numbers, ...values, ...changes]
