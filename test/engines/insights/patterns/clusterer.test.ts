import { describe, expect, it } from 'vitest'
import { PatternClusterer } from '#engines/insights/patterns/clusterer.ts'
import type { Pattern } from '#engines/insights/patterns/pattern.ts'
import { substream, type Random } from '#lib/random.ts'
import { createWorld } from '#world/index.ts'

const BUCKETS = { count: 4, bucket: (time: number) => time & 3 }

function patternsOf(lines: readonly string[]): readonly Pattern[] {
  const clusterer = new PatternClusterer(BUCKETS)
  lines.forEach((line, at) => clusterer.add(line, at, line.length))
  return clusterer.patterns()
}

/** Texts, counts, ids and the values of tokens: all that must not depend on the order of lines. */
const told = (patterns: readonly Pattern[]): unknown =>
  patterns.map(({ text, id, count, severity, parts, buckets }) => [text, id, count, severity, parts, [...buckets]])

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = random.below(at + 1)
    const kept = mixed[at]
    if (kept === undefined) continue
    mixed[at] = mixed[other] ?? kept
    mixed[other] = kept
  }
  return mixed
}

const words = [
  'alpha',
  'beta',
  'INFO',
  'ERROR',
  'user=',
  '"k":"v w"',
  '{"level":"WARN"}',
  '17',
  'x9',
  '10:00:01',
  '-',
  '...',
  'a/b/7',
  '\t',
  '\n',
  '"',
  '<',
  '=',
  'é',
]

function randomLine(random: Random): string {
  if (random.below(3) === 0)
    return `user ${random.below(400).toString(26).replace(/\d/g, 'z')} bought ${random.below(50)} of ${random.pick(words)}`
  return Array.from({ length: random.below(7) }, () => random.pick(words) + (random.below(2) === 0 ? ' ' : '')).join('')
}

describe('patterns of random lines', () => {
  for (const seed of [1, 2, 3]) {
    const random = substream(seed, 'pattern lines')
    const lines = Array.from({ length: 1000 }, () => randomLine(random))
    const patterns = patternsOf(lines)

    it(`has every line in one pattern (seed ${seed})`, () => {
      expect(patterns.reduce((sum, { count }) => sum + count, 0)).toBe(lines.length)
      for (const { count, buckets } of patterns) expect(buckets.reduce((sum, bucket) => sum + bucket, 0)).toBe(count)
    })

    it(`has no pattern twice (seed ${seed})`, () => {
      expect(new Set(patterns.map(({ id }) => id)).size).toBe(patterns.length)
    })

    it(`is the same in any order of lines (seed ${seed})`, () => {
      const other = patternsOf(shuffled(lines, substream(seed, 'order')))
      expect(told(other)).toEqual(told(patterns))
    })

    it(`gives a line that differs in digits alone the same pattern (seed ${seed})`, () => {
      const changed = lines.map((line) => line.replace(/\d/g, (digit) => String((Number(digit) + 3) % 10)))
      expect(patternsOf(changed).map(({ id, count }) => [id, count])).toEqual(patterns.map(({ id, count }) => [id, count]))
    })
  }
})

describe('more than it remembers', () => {
  it('counts the values of a token whole as long as there are few, and a fair sample of many', () => {
    const few = patternsOf(Array.from({ length: 1000 }, (_, at) => `code ${at % 7}`))
    expect(few[0]?.parts[1]).toMatchObject({ name: 'Number-1', distinct: 7 })
    const [many] = patternsOf(Array.from({ length: 20_000 }, (_, at) => `code ${at}`))
    const token = many?.parts[1]
    expect(typeof token === 'object' ? token.distinct / 20_000 : 0).toBeCloseTo(1, 0)
    expect(typeof token === 'object' ? token.values.length : 0).toBeLessThanOrEqual(128)
  })

  it('takes free text for tokens', () => {
    const random = substream(9, 'free text')
    const letters = 'abcdefghijklmnopqrstuvwxyz'
    const word = (): string => Array.from({ length: 5 }, () => letters[random.below(26)]).join('')
    const patterns = patternsOf(Array.from({ length: 5000 }, () => `note ${word()} ${word()} ${word()}`))
    expect(patterns.map(({ text, count }) => [text, count])).toEqual([['note <Token-1> <Token-2> <Token-3>', 5000]])
  })

  it('tells lines of too many shapes apart by their number of words', () => {
    const lines = Array.from({ length: 6000 }, (_, at) => `${at.toString(2).replaceAll('0', '(').replaceAll('1', ')')} word`)
    const patterns = patternsOf(lines)
    expect(patterns[0]).toMatchObject({ text: '<Token-1> word', count: 1000 })
    expect(patterns.reduce((sum, { count }) => sum + count, 0)).toBe(6000)
  })

  it('reads a line of any length', () => {
    const long = Array.from({ length: 100_000 }, () => 'word').join(' ')
    expect(patternsOf([long, `${long} more`])).toHaveLength(1)
  })
})

describe('what the company logs', () => {
  it('is a handful of patterns in each group', () => {
    const lines = new Map<string, string[]>()
    for (const { group, message } of createWorld({ scenario: 'company', seed: 7, size: 3000 }).records())
      lines.set(group, [...(lines.get(group) ?? []), message])
    expect(lines.size).toBeGreaterThan(0)
    for (const [group, messages] of lines) {
      const patterns = patternsOf(messages)
      expect(patterns.length, group).toBeLessThan(40)
      for (const { text } of patterns) expect(text, group).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
    }
  })
})
