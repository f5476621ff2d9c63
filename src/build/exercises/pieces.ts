import { createRandom, hash } from '#lib/random.ts'
import type { Problem } from '../prose.ts'
import type { Fence } from './cut.ts'

/** `fragments`: one a line, `---`, then at most two distractors. In the order shown, which is never the Solution's. */
export function readPieces(fence: Fence, solution: string, id: string, problems: Problem[]): readonly string[] {
  const [above = [], below = [], ...more] = split(fence.text)
  if (more.length > 0) problems.push({ line: fence.line, message: 'one "---" parts the fragments from the distractors' })
  if (below.length > 2) problems.push({ line: fence.line, message: `at most two distractors, found ${below.length}` })
  if (above.length < 2) problems.push({ line: fence.line, message: 'expected at least two fragments above "---"' })
  if (!isJoining(solution, above)) problems.push({ line: fence.line, message: 'no joining of the lines above "---" gives the Solution' })
  return shuffle([...above, ...below], solution, id)
}

function split(text: string): readonly (readonly string[])[] {
  const parts: string[][] = [[]]
  for (const line of text.split('\n')) {
    if (line.trim() === '---') parts.push([])
    else if (line.trim() !== '') parts.at(-1)?.push(line.trim())
  }
  return parts
}

/** Joined by one blank; a line break in the Solution is a blank. */
const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ')

function isJoining(solution: string, pieces: readonly string[]): boolean {
  const whole = oneLine(solution)
  const place = (from: number, left: readonly string[]): boolean =>
    left.length === 0
      ? from === whole.length + 1
      : left.some((piece, at) => fits(whole, from, piece) && place(from + piece.length + 1, left.toSpliced(at, 1)))
  return place(0, pieces.map(oneLine))
}

const fits = (whole: string, from: number, piece: string): boolean =>
  whole.startsWith(piece, from) && (from + piece.length === whole.length || whole[from + piece.length] === ' ')

function shuffle(pieces: readonly string[], solution: string, id: string): readonly string[] {
  for (let attempt = 0; attempt < 100; attempt++) {
    const random = createRandom(hash(id, 'order shown', attempt))
    const left = [...pieces]
    const shown: string[] = []
    while (left.length > 0) shown.push(...left.splice(random.below(left.length), 1))
    if (!oneLine(solution).startsWith(oneLine(shown.slice(0, 2).join(' ')))) return shown
  }
  return [...pieces].reverse()
}
