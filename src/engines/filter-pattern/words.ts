import type { TextRange } from '#lib/text-range.ts'

/** One word of a message; `inner` is the word without the brackets or quotes around it. */
export type Word = TextRange & { readonly inner: TextRange }

/** AWS's splitting: at white space, `[...]` and `"..."` being one word each; a delimiter that is never closed is an ordinary character. */
export function splitWords(message: string): readonly Word[] {
  const words: Word[] = []
  const length = message.length
  for (let at = skipSpace(message, 0); at < length; at = skipSpace(message, at)) {
    const from = at
    const closing = message[at] === '"' ? '"' : message[at] === '[' ? ']' : ''
    const close = closing === '' ? -1 : message.indexOf(closing, at + 1)
    if (close >= 0) {
      at = close + 1
      words.push({ from, to: at, inner: { from: from + 1, to: close } })
    } else {
      while (at < length && !isSpace(message.charCodeAt(at))) at++
      words.push({ from, to: at, inner: { from, to: at } })
    }
  }
  return words
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

function skipSpace(message: string, from: number): number {
  let at = from
  while (isSpace(message.charCodeAt(at))) at++
  return at
}
