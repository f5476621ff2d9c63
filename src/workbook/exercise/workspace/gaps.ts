const GAP = '____'

/** What stands fast around the gaps of a frame. */
export const fixedParts = (frame: string): readonly string[] => frame.split(GAP)

/** What fills a frame's gaps in a text; undefined when the text is not that frame filled. */
export function fillings(frame: string, text: string): readonly string[] | undefined {
  const [head = '', ...rest] = fixedParts(frame)
  const tail = rest.pop()
  if (tail === undefined) return text === frame ? [] : undefined
  if (!text.startsWith(head) || !text.endsWith(tail) || text.length < head.length + tail.length) return undefined
  return between(text.slice(head.length, text.length - tail.length), rest)
}

/** Each gap ends where the next fixed part first stands. */
function between(middle: string, separators: readonly string[]): readonly string[] | undefined {
  const found: string[] = []
  let at = 0
  for (const separator of separators) {
    const next = middle.indexOf(separator, at)
    if (next < 0) return undefined
    found.push(middle.slice(at, next))
    at = next + separator.length
  }
  return [...found, middle.slice(at)]
}

/** A frame with its gaps filled. */
export const fill = (frame: string, gaps: readonly string[]): string =>
  fixedParts(frame)
    .map((part, index) => part + (gaps[index] ?? ''))
    .join('')

/** What the gaps hold at first: as many empty ones as the frame has. */
export const emptyGaps = (frame: string): readonly string[] =>
  fixedParts(frame)
    .slice(1)
    .map(() => '')
