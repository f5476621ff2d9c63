import { metricKey } from '#lib/metric/metric.ts'
import { MINUTE, type Millis } from '#lib/time.ts'
import { findObject } from '../line/json-text.ts'
import type { WorldSample } from '../sample.ts'
import type { Mutator } from './mutator.ts'

export const oneRow: Mutator = {
  name: 'one-row',
  says: 'a log of a single event, one with JSON in it where there is one; a single datapoint of every metric',
  change: (log, _argument, random) => {
    const telling = log.filter(({ message }) => findObject(message) !== undefined)
    const from = telling.length > 0 ? telling : log
    return from.length === 0 ? [] : [random.pick(from)]
  },
  changeSamples: (samples, _argument, random) => {
    const kept = new Map([...minutesOf(samples)].map(([key, minutes]) => [key, random.pick([...minutes])]))
    return samples.filter((sample) => kept.get(metricKey(sample)) === minuteOf(sample))
  },
}

const minuteOf = ({ timestamp }: WorldSample): Millis => timestamp - (timestamp % MINUTE)

/** The minutes in which each metric has a datapoint. */
function minutesOf(samples: readonly WorldSample[]): ReadonlyMap<string, ReadonlySet<Millis>> {
  const minutes = new Map<string, Set<Millis>>()
  for (const sample of samples) {
    const key = metricKey(sample)
    const known = minutes.get(key) ?? new Set()
    if (known.size === 0) minutes.set(key, known)
    known.add(minuteOf(sample))
  }
  return minutes
}
