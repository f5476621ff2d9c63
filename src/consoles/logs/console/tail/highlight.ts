import type { TextRange } from '#lib/text/text-range.ts'

/** Terms as they are typed: parted by commas, blanks around them left out. */
export const termsIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(',')
      .map((term) => term.trim())
      .filter((term) => term !== ''),
  ),
]

/** Where the terms stand in a text, capitals or not. */
export function placesOf(text: string, terms: readonly string[]): readonly TextRange[] {
  const lower = text.toLowerCase()
  // a letter that changes its length with its case would move every place behind it
  const searched = lower.length === text.length ? lower : text
  return terms.flatMap((term) => {
    const places: TextRange[] = []
    const sought = searched === lower ? term.toLowerCase() : term
    for (let from = searched.indexOf(sought); from >= 0; from = searched.indexOf(sought, from + sought.length))
      places.push({ from, to: from + sought.length })
    return places
  })
}
