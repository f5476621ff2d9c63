import type { Accumulator, AggregateEntry, Value } from '#languages/insights/function-entry.ts'
import { numberOf, numberOrNull } from '#languages/insights/functions/values/coercion.ts'
import { percentile } from '#languages/insights/functions/values/percentile.ts'
import { compareForSort } from '#languages/insights/functions/values/sort-order.ts'
import { MISSING } from '../discovery/field-column.ts'
import { readNumbers, type Reader } from '../reader.ts'
import { KeyCoder } from './key-coder.ts'
import { GroupNumbers, NumberList } from './numbers.ts'

/** An aggregate over all groups at once. */
export type Kernel = {
  add(group: number, row: number): void
  /** `add` for each of the rows; `groups` is how many groups there are. */
  addAll?(places: Uint32Array, groups: number, rows: Uint32Array, count: number): void
  end(group: number): Value
}

type MakeKernel = (args: readonly [Reader, ...Reader[]]) => Kernel | undefined

/** The entry's own definition, one accumulator a group; every kernel below must agree with it. */
export function definitionKernel(entry: AggregateEntry, args: readonly Reader[], time: Reader): Kernel {
  const accumulators: Accumulator[] = []
  const of = (group: number): Accumulator => {
    while (accumulators.length <= group) accumulators.push(entry.start())
    return accumulators[group] ?? entry.start()
  }
  return {
    add: (group, row) =>
      of(group).add(
        args.map((argument) => argument.read(row)),
        time.number(row),
      ),
    end: (group) => of(group).end(),
  }
}

/** The fastest kernel there is for the aggregate. */
export function kernel(entry: AggregateEntry, args: readonly Reader[], time: Reader): Kernel {
  const [first, ...rest] = args
  if (first === undefined) return entry.name === 'count' ? countAll() : definitionKernel(entry, args, time)
  return kernels[entry.name]?.([first, ...rest]) ?? definitionKernel(entry, args, time)
}

const kernels: Readonly<Record<string, MakeKernel>> = {
  count: ([field]) => countPresent(field),
  sum: ([field]) => total(field, (sum) => sum),
  avg: ([field]) => total(field, (sum, count) => sum / count),
  min: ([field]) => extreme(field, (left, right) => left < right),
  max: ([field]) => extreme(field, (left, right) => left > right),
  pct: ([field, percent]) => percentiles(field, percent),
  variance: ([field]) => spread(field, (variance) => variance),
  stddev: ([field]) => spread(field, Math.sqrt),
  countDistinct: ([field]) => distinct(field),
  count_distinct: ([field]) => distinct(field),
}

let scratch = new Float64Array(8192)

/** The field's numbers in these rows; the next call overwrites them. */
function batch(field: Reader, rows: Uint32Array, count: number): Float64Array {
  if (scratch.length < count) scratch = new Float64Array(count)
  readNumbers(field, rows, count, scratch)
  return scratch
}

function countAll(): Kernel {
  const counts = new GroupNumbers()
  return {
    add: (group) => counts.add(group, 1),
    addAll: (places, groups, _, count) => {
      const numbers = counts.room(groups)
      for (let at = 0; at < count; at++) {
        const group = places[at] ?? 0
        numbers[group] = (numbers[group] ?? 0) + 1
      }
    },
    end: (group) => counts.at(group),
  }
}

function countPresent(field: Reader): Kernel {
  const counts = new GroupNumbers()
  const { column } = field
  const isPresent =
    column !== undefined && field.isRaw === true
      ? (row: number): boolean => column.code(row) !== MISSING
      : (row: number): boolean => field.read(row) !== null
  return {
    add: (group, row) => {
      if (isPresent(row)) counts.add(group, 1)
    },
    end: (group) => counts.at(group),
  }
}

function total(field: Reader, finish: (sum: number, count: number) => number): Kernel {
  const sums = new GroupNumbers()
  const counts = new GroupNumbers()
  return {
    add: (group, row) => {
      const value = field.number(row)
      if (Number.isNaN(value)) return
      sums.add(group, value)
      counts.add(group, 1)
    },
    addAll: (places, groups, rows, count) => {
      const values = batch(field, rows, count)
      const totals = sums.room(groups)
      const times = counts.room(groups)
      for (let at = 0; at < count; at++) {
        const value = values[at] ?? Number.NaN
        if (Number.isNaN(value)) continue
        const group = places[at] ?? 0
        totals[group] = (totals[group] ?? 0) + value
        times[group] = (times[group] ?? 0) + 1
      }
    },
    end: (group) => (counts.at(group) === 0 ? null : numberOrNull(finish(sums.at(group), counts.at(group)))),
  }
}

/** Numbers are compared as numbers; as soon as a group has anything else, by the order of sort. */
function extreme(field: Reader, isBetter: (left: number, right: number) => boolean): Kernel | undefined {
  if (field.isTime === true) return undefined
  const bests = new GroupNumbers()
  const counts = new GroupNumbers()
  const others = new Map<number, Value>()
  return {
    add: (group, row) => {
      const value = field.number(row)
      if (Number.isNaN(value) || others.has(group)) return addOther(group, row)
      if (counts.at(group) === 0 || isBetter(value, bests.at(group))) bests.set(group, value)
      counts.set(group, 1)
    },
    addAll: (places, groups, rows, count) => {
      const values = batch(field, rows, count)
      const kept = bests.room(groups)
      const times = counts.room(groups)
      for (let at = 0; at < count; at++) {
        const value = values[at] ?? Number.NaN
        const group = places[at] ?? 0
        if (Number.isNaN(value) || others.has(group)) addOther(group, rows[at] ?? 0)
        else if (times[group] === 0 || isBetter(value, kept[group] ?? 0)) {
          kept[group] = value
          times[group] = 1
        }
      }
    },
    end: (group) => others.get(group) ?? (counts.at(group) === 0 ? null : bests.at(group)),
  }

  function addOther(group: number, row: number): void {
    if (field.isRaw === true && field.column?.code(row) === MISSING) return
    const value = field.read(row)
    if (value === null) return
    const kept = others.get(group) ?? (counts.at(group) === 0 ? null : bests.at(group))
    others.set(group, kept === null || isBetter(compareForSort(value, kept), 0) ? value : kept)
  }
}

function percentiles(field: Reader, percent: Reader | undefined): Kernel | undefined {
  if (percent?.constant === undefined) return undefined
  const wanted = numberOf(percent.constant.value)
  const lists: NumberList[] = []
  return {
    add: (group, row) => {
      const value = field.number(row)
      if (Number.isNaN(value)) return
      while (lists.length <= group) lists.push(new NumberList())
      lists[group]?.push(value)
    },
    addAll: (places, groups, rows, count) => {
      const values = batch(field, rows, count)
      while (lists.length < groups) lists.push(new NumberList())
      for (let at = 0; at < count; at++) {
        const value = values[at] ?? Number.NaN
        if (!Number.isNaN(value)) lists[places[at] ?? 0]?.push(value)
      }
    },
    end: (group) => percentile(lists[group]?.copy() ?? new Float64Array(0), wanted),
  }
}

function spread(field: Reader, finish: (variance: number) => number): Kernel {
  const counts = new GroupNumbers()
  const means = new GroupNumbers()
  const squares = new GroupNumbers()
  return {
    add: (group, row) => {
      const value = field.number(row)
      if (Number.isNaN(value)) return
      counts.add(group, 1)
      const step = value - means.at(group)
      means.add(group, step / counts.at(group))
      squares.add(group, step * (value - means.at(group)))
    },
    end: (group) => (counts.at(group) === 0 ? null : numberOrNull(finish(squares.at(group) / counts.at(group)))),
  }
}

function distinct(field: Reader): Kernel {
  const coder = new KeyCoder(field)
  const counts = new GroupNumbers()
  const seen: Uint32Array[] = []
  let codes = new Uint32Array(0)
  const see = (group: number, code: number): void => {
    if (code === coder.nullCode) return
    const bits = widened(seen, group, code >>> 5)
    const mask = 1 << (code & 31)
    if (((bits[code >>> 5] ?? 0) & mask) !== 0) return
    bits[code >>> 5] = (bits[code >>> 5] ?? 0) | mask
    counts.add(group, 1)
  }
  return {
    add: (group, row) => {
      while (seen.length <= group) seen.push(new Uint32Array(2))
      see(group, coder.code(row))
    },
    addAll: (places, groups, rows, count) => {
      while (seen.length < groups) seen.push(new Uint32Array(2))
      if (codes.length < count) codes = new Uint32Array(count)
      coder.codes(rows, count, codes)
      for (let at = 0; at < count; at++) see(places[at] ?? 0, codes[at] ?? 0)
    },
    end: (group) => counts.at(group),
  }
}

function widened(all: Uint32Array[], group: number, word: number): Uint32Array {
  const bits = all[group] ?? new Uint32Array(2)
  if (word < bits.length) return bits
  const wider = new Uint32Array(Math.max(word + 1, bits.length * 2))
  wider.set(bits)
  all[group] = wider
  return wider
}
