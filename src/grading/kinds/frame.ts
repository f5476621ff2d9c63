const gap = /_{4,}/

/** Whether a gap is still open. */
export const hasGap = (text: string): boolean => gap.test(text)

/** Whether a whole text keeps what stands around the gaps of a frame. */
export function matchesFrame(text: string, frame: string): boolean {
  let at = 0
  const parts = frame.split(gap)
  for (const [nth, part] of parts.entries()) {
    const found =
      nth === 0 ? (text.startsWith(part) ? 0 : -1) : nth === parts.length - 1 ? lastIndex(text, part, at) : text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return at === text.length
}

const lastIndex = (text: string, part: string, from: number): number =>
  text.endsWith(part) && text.length - part.length >= from ? text.length - part.length : -1
