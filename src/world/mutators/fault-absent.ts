import type { Mutator } from './mutator.ts'

export const faultAbsent: Mutator = {
  name: 'fault-absent',
  says: 'nothing goes wrong at all',
  bend: (spec) => ({ ...spec, faults: {} }),
}
