import type { Mutator } from './mutator.ts'
import { someOf } from './some.ts'

export const malformedLine: Mutator = {
  name: 'malformed-line',
  says: 'some lines are there once more, broken off in the middle',
  change: (log, _argument, random) => {
    const broken = someOf(random, log, 4)
    return log.flatMap((record) => {
      if (!broken.has(record)) return [record]
      const kept = Math.ceil((record.message.length * (40 + random.below(40))) / 100)
      return [record, { ...record, message: record.message.slice(0, kept) }]
    })
  },
}
