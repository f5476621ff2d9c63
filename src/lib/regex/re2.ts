import type { RE2JS } from 're2js'
import { invariant } from '../invariant.ts'

let loaded: typeof RE2JS | undefined

/** RE2 is a third of what the page's first answer would wait for: it comes with the first text that may need it, and stays. */
export async function loadRe2(): Promise<void> {
  loaded ??= (await import('re2js')).RE2JS
}

/** What a query or a pattern that holds a regular expression has in it: slashes, per cent signs, or a function that takes one as a text. */
const mayHoldRegex = (text: string): boolean => /[/%]|replace|reg/i.test(text)

/** Waits until a query or a pattern can be compiled and run, whatever it holds. */
export async function loadRe2For(text: string): Promise<void> {
  if (mayHoldRegex(text)) await loadRe2()
}

export function re2(): typeof RE2JS {
  invariant(loaded !== undefined, 'cannot run a regular expression: whoever compiles it must wait for loadRe2 first')
  return loaded
}
