import type { Mutator } from './mutator.ts'

export const empty: Mutator = {
  name: 'empty',
  says: 'a log with nothing in it, and no datapoint of any metric',
  change: () => [],
  changeSamples: () => [],
}
