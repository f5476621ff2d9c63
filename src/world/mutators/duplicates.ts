import type { Mutator } from './mutator.ts'
import { someOf } from './some.ts'

export const duplicates: Mutator = {
  name: 'duplicates',
  says: 'one event in twelve arrives twice, as delivery at least once allows',
  change: (log, _argument, random) => {
    const twice = someOf(random, log, 8)
    return log.flatMap((record) => (twice.has(record) ? [record, record] : [record]))
  },
}
