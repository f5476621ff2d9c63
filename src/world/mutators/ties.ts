import type { Mutator } from './mutator.ts'
import { readField, writeField } from '../line/line-field.ts'
import { rewriteSome } from './some.ts'

export const ties: Mutator = {
  name: 'ties',
  takes: 'field',
  says: 'many events have the same value in the field, the largest among them',
  change: (log, field, random) => {
    const values = log.flatMap(({ message }) => readField(message, field) ?? [])
    if (values.length === 0) return log
    const largest = values.reduce((best, value) => (Number(value) > Number(best) ? value : best))
    const shared = [largest, random.pick(values), random.pick(values)]
    return rewriteSome(log, random, 40, (message) => writeField(message, field, random.pick(shared)))
  },
}
