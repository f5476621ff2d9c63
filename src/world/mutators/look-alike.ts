import { withMember } from '../line/json-text.ts'
import { hasFixedShape } from '../line/line-field.ts'
import type { Mutator } from './mutator.ts'
import { rewriteSome } from './some.ts'

/** A sentence that holds the word and means something else by it. */
const aside = (word: string): string => (/^\d+$/.test(word) ? `retry after ${word} ms` : `not counted as ${word}`)

function holdElsewhere(message: string, word: string): string | undefined {
  const request = /^\S+ - \S+ \[[^\]]+\] "[A-Z]+ \S+/.exec(message)?.[0]
  if (request !== undefined) return `${request.replace(/\/$/, '')}/${encodeURIComponent(word)}${message.slice(request.length)}`
  if (hasFixedShape(message)) return undefined
  const end = message.trimEnd().length
  return withMember(message, 'note', aside(word)) ?? `${message.slice(0, end)} (${aside(word)})${message.slice(end)}`
}

export const lookAlike: Mutator = {
  name: 'look-alike',
  takes: 'word',
  says: 'one in eight of the lines without the word hold it in a place where it means something else',
  change: (log, word, random) =>
    rewriteSome(log, random, 12, (message) => (message.includes(word) ? undefined : holdElsewhere(message, word))),
}
