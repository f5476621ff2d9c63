import type { TextRange } from '#lib/text/text-range.ts'

/** One word of a message; `inner` is the word without the brackets or quotes around it. */
export type Word = TextRange & { readonly inner: TextRange }

/** AWS's splitting: at white space, `[...]` and `"..."` being one word each; a delimiter that is never closed is an ordinary character. */
export function splitWords(message: string): readonly Word[] {
  const words: Word[] = []
  for (let word = nextWord(message, 0); word !== undefined; word = nextWord(message, word.to)) words.push(word)
  return words
}

/** The first word at or behind an offset. */
export function nextWord(message: string, offset: number): Word | undefined {
  const from = skipSpace(message, offset)
  if (from >= message.length) return undefined
  const closing = message[from] === '"' ? '"' : message[from] === '[' ? ']' : ''
  const close = closing === '' ? -1 : message.indexOf(closing, from + 1)
  if (close >= 0) return { from, to: close + 1, inner: { from: from + 1, to: close } }
  let to = from
  while (to < message.length && !isSpace(message.charCodeAt(to))) to++
  return { from, to, inner: { from, to } }
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

function skipSpace(message: string, from: number): number {
  let at = from
  while (isSpace(message.charCodeAt(at))) at++
  return at
}
