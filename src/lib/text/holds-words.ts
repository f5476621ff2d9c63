/** Whether a text has every word of a search somewhere, in any case and order; a search without words finds everything. */
export function holdsWords(text: string, search: string): boolean {
  const lower = text.toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word))
}
