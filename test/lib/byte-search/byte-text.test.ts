import { describe, expect, test } from 'vitest'
import { ByteText } from '#lib/byte-search/byte-text.ts'
import { foldedNeedle, needleOf } from '#lib/byte-search/needle.ts'
import { createRandom } from '#lib/random.ts'

const seed = 20261125
const LINES = 6000

/** Few letters, so that a needle nearly fits in many places. */
function linesOf(random: ReturnType<typeof createRandom>): readonly string[] {
  return Array.from({ length: LINES }, () =>
    Array.from({ length: random.below(120) }, () => random.pick(['a', 'b', 'A', 'B', ' ', 'é', '🙂'])).join(''),
  )
}

describe.each([
  ['with vectors', true],
  ['plainly', false],
])('a search %s', (_, wantsLarge) => {
  const random = createRandom(seed)
  const lines = linesOf(random)
  const bytes = new ByteText(wantsLarge)
  const places = lines.map((line) => {
    const from = bytes.length
    return { line, from, to: from + bytes.append(line) }
  })

  test('keeps every text', () => {
    expect(places.every(({ line, from, to }) => bytes.text(from, to) === line)).toBe(true)
  })

  test('finds the first place in each text, as the string does, and nothing beyond its end', () => {
    for (const { line, from, to } of places) {
      const wanted = Array.from({ length: 1 + random.below(5) }, () => random.pick(['a', 'b', 'é', ' '])).join('')
      const at = line.indexOf(wanted)
      const expected = at < 0 ? -1 : from + new TextEncoder().encode(line.slice(0, at)).length
      expect(bytes.find(needleOf(wanted), from, to), `seed ${seed}: ${wanted} in ${line}`).toBe(expected)
      const folded = line.replace(/[AB]/g, (letter) => letter.toLowerCase()).indexOf(wanted)
      const inEitherCase = folded < 0 ? -1 : from + new TextEncoder().encode(line.slice(0, folded)).length
      expect(bytes.find(foldedNeedle(wanted), from, to), `seed ${seed}: (?i)${wanted} in ${line}`).toBe(inEitherCase)
    }
  })
})

test('reads plain digits as the number they are, and says so of anything else', () => {
  const bytes = new ByteText()
  const read = (text: string): number => {
    const from = bytes.length
    return bytes.decimal(from, from + bytes.append(text))
  }
  expect(['0', '42', '85.25', '3.', '123456789012345'].map(read)).toEqual([0, 42, 85.25, 3, 123456789012345])
  expect(['', '.', '.5', '-1', '1e3', '1.2.3', '1234567890123456', 'x'].map(read).every(Number.isNaN)).toBe(true)
})
