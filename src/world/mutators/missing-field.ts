import { findField } from '../line/line-field.ts'
import type { Mutator } from './mutator.ts'
import { rewriteSome } from './some.ts'

export const missingField: Mutator = {
  name: 'missing-field',
  takes: 'field',
  says: 'one in six events that have the field are without it',
  change: (log, field, random) => rewriteSome(log, random, 16, (message) => findField(message, field)?.remove()),
}
