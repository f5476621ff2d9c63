import type { Mutator } from './mutator.ts'

export const empty: Mutator = { name: 'empty', says: 'a log with nothing in it', change: () => [] }
