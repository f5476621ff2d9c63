import { MINUTE } from '#lib/time.ts'
import type { Mutator } from './mutator.ts'
import { someOf } from './some.ts'

export const lateEvent: Mutator = {
  name: 'late-event',
  says: 'some events reach their group 5 to 45 minutes after they were written',
  change: (log, _argument, random) => {
    const late = someOf(random, log, 5)
    const delay = (): number => 5 * MINUTE + random.below(40 * MINUTE)
    return log.map((record) => (late.has(record) ? { ...record, ingestionTime: record.timestamp + delay() } : record))
  },
}
