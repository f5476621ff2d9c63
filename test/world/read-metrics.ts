import { metricKey, type Dimensions } from '#lib/metric/metric.ts'
import { MINUTE, type Millis } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { createWorld, type WorldSample } from '#world/index.ts'

/** Every sample of a spec's world without any log. */
export const samplesOf = (spec: WorldSpec): readonly WorldSample[] => [...createWorld({ ...spec, groups: [] }).samples()]

type Value = { readonly value: number; readonly count: number }

/** The values of one metric, minute by minute; a minute without a sample is not there. */
export type Minutes = ReadonlyMap<Millis, readonly Value[]>

export type Read = (namespace: string, metricName: string, dimensions: Dimensions) => Minutes

/** Reads metrics out of samples: sorted once by the dimension sets they share (of one namespace, as far as a name goes), put together when asked for. */
export function readerOf(samples: readonly WorldSample[]): Read {
  const sets = new Map<Dimensions, Map<string, WorldSample[]>>()
  for (const sample of samples) {
    const named = sets.get(sample.dimensions) ?? new Map<string, WorldSample[]>()
    const all = named.get(sample.metricName) ?? []
    all.push(sample)
    if (all.length === 1) named.set(sample.metricName, all)
    if (named.size === 1) sets.set(sample.dimensions, named)
  }
  return (namespace, metricName, dimensions) => {
    const key = metricKey({ namespace, metricName, dimensions })
    const all = [...sets.values()].map((named) => named.get(metricName) ?? [])
    return minutesOf(all.filter(([first]) => first !== undefined && metricKey(first) === key).flat())
  }
}

function minutesOf(samples: readonly WorldSample[]): Minutes {
  const minutes = new Map<Millis, Value[]>()
  for (const { timestamp, value, count = 1 } of samples) {
    const minute = timestamp - (timestamp % MINUTE)
    const values = minutes.get(minute) ?? []
    if (values.length === 0) minutes.set(minute, values)
    values.push({ value, count })
  }
  return minutes
}

export const sum = (values: readonly Value[] = []): number => values.reduce((total, { value, count }) => total + value * count, 0)
export const sampleCount = (values: readonly Value[] = []): number => values.reduce((total, { count }) => total + count, 0)
export const average = (values: readonly Value[] = []): number => sum(values) / sampleCount(values)
export const maximum = (values: readonly Value[] = []): number => Math.max(...values.map(({ value }) => value))

/** The value at or under which that share of the samples lies. */
export const percentile =
  (share: number) =>
  (values: readonly Value[] = []): number => {
    const sorted = values.toSorted((left, right) => left.value - right.value)
    let left = sampleCount(values) * share
    for (const { value, count } of sorted) if ((left -= count) <= 0) return value
    return sorted.at(-1)?.value ?? NaN
  }

/** All values of the minutes from `start` to before `end`. */
export const between = (minutes: Minutes, start: Millis, end: Millis = Infinity): readonly Value[] =>
  [...minutes].flatMap(([minute, values]) => (minute >= start && minute < end ? values : []))

/** Minutes from `onset` to the end of the first one in which `n` minutes running have breached. */
export function firstBreach(onset: Millis, end: Millis, isBreaching: (minute: Millis) => boolean, n = 1): number | undefined {
  let running = 0
  for (let minute = onset - (onset % MINUTE); minute < end; minute += MINUTE) {
    running = isBreaching(minute) ? running + 1 : 0
    if (running === n) return (minute + MINUTE - onset) / MINUTE
  }
  return undefined
}
