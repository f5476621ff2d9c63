import { findObject } from '../line/json-text.ts'
import type { Mutator } from './mutator.ts'

export const oneRow: Mutator = {
  name: 'one-row',
  says: 'a log of a single event, one with JSON in it where there is one',
  change: (log, _argument, random) => {
    const telling = log.filter(({ message }) => findObject(message) !== undefined)
    const from = telling.length > 0 ? telling : log
    return from.length === 0 ? [] : [random.pick(from)]
  },
}
