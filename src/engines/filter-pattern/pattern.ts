import type { TextRange } from '#lib/text/text-range.ts'

/** A filter pattern, ready to run. */
export type Pattern = {
  test(message: string): boolean
  /** `$name` and `$n` of a delimited pattern; empty for the other forms and for a message that does not match. */
  extract(message: string): Readonly<Record<string, string>>
  explain(message: string): Explanation
}

/** `ranges`: the pieces of the message that made it match; `reason`: why it matches or does not, in a sentence. */
export type Explanation = { readonly matched: boolean; readonly ranges: readonly TextRange[]; readonly reason: string }

export const quote = (text: string): string => JSON.stringify(text)

/** `a, b and c`. */
export function list(words: readonly string[], joint = 'and'): string {
  const last = words.at(-1)
  return words.length < 2 ? (last ?? '') : `${words.slice(0, -1).join(', ')} ${joint} ${last}`
}
