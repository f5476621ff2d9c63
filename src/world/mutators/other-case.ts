import type { Mutator } from './mutator.ts'
import { rewriteSome } from './some.ts'

const flip = (word: string): string => (word === word.toLowerCase() ? word.toUpperCase() : word.toLowerCase())

export const otherCase: Mutator = {
  name: 'other-case',
  takes: 'word',
  says: 'in a quarter of the events that hold the word it is written in the other case',
  change: (log, word, random) =>
    rewriteSome(log, random, 25, (message) => (message.includes(word) ? message.replaceAll(word, flip(word)) : undefined)),
}
