import { expect, test } from 'vitest'
import { fieldsOf } from '#engines/insights/discovery/group-fields.ts'
import { ShapeHash } from '#engines/insights/discovery/shape-hash.ts'
import { createRandom, type Random } from '#lib/random.ts'
import { LogGroup } from '#stores/log-store.ts'

const seed = 20260923
const keys = ['a', 'b', 'id', 'user.id', 'x-y', 'é', 'tab\t', 'q"q', 'level']

function anyValue(random: Random, depth: number): unknown {
  const kind = random.below(depth > 3 ? 6 : 8)
  if (kind === 0) return null
  if (kind === 1) return random.next() < 0.5
  if (kind === 2) return random.pick(['', 'plain', 'with "quotes"', 'back\\slash', 'ünïcode 🙂', '{"a":1}', 'a":1,"b', '\u0001'])
  if (kind === 3) return random.below(1000) / 8 - 30
  if (kind === 4) return random.pick([0, -1, 1e21, 1.5e-9, 123456789012, 0.1, 1e300])
  if (kind === 5) return random.below(100)
  if (kind === 6) return Array.from({ length: random.below(4) }, () => anyValue(random, depth + 1))
  return anyObject(random, depth + 1)
}

const anyObject = (random: Random, depth: number): Record<string, unknown> =>
  Object.fromEntries(Array.from({ length: random.below(6) }, () => [random.pick(keys), anyValue(random, depth)]))

/** What discovery should find, by the definition: paths in dots, the later of two equal ones. */
function flatten(value: unknown, path: string, into: Map<string, unknown>): Map<string, unknown> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) flatten(member, path === '' ? key : `${path}.${key}`, into)
  } else if (value !== null) into.set(path, value)
  return into
}

function parses(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

test('a text is JSON where JSON.parse says so, however it is broken', () => {
  const random = createRandom(seed)
  const hash = new ShapeHash()
  for (let round = 0; round < 4000; round++) {
    let text = JSON.stringify(anyObject(random, 0), undefined, random.below(2))
    for (let wound = random.below(3); wound > 0; wound--) {
      const at = random.below(text.length + 1)
      text =
        text.slice(0, at) +
        random.pick(['', '"', '\\', '{', '}', '[', ']', ',', ':', '0', '.', 'e', '-', ' ', '\n', 'x', '\u0002']) +
        text.slice(at + random.below(2))
    }
    if (!text.startsWith('{')) continue
    expect(hash.of(text, 0) >= 0, `seed ${seed}, round ${round}: ${text}`).toBe(parses(text))
  }
})

test('every field of every event reads as JSON.parse reads it, by column and by row', () => {
  const random = createRandom(seed + 1)
  const objects = Array.from({ length: 1500 }, () => anyObject(random, 0))
  const group = new LogGroup('/json', 0)
  objects.forEach((object, at) => group.append('s', [{ timestamp: at, message: JSON.stringify(object, undefined, random.below(2)) }], at))
  const expected = objects.map((object) => flatten(object, '', new Map()))
  const paths = new Set(expected.flatMap((fields) => [...fields.keys()]))
  const fields = fieldsOf(group)
  for (const path of [...paths].slice(0, 300)) {
    const column = fields.column(path)
    for (let row = 0; row < objects.length; row++) {
      const wanted = expected[row]?.get(path) ?? null
      const found = column.value(row)
      const read = typeof found === 'string' && typeof wanted === 'number' ? Number(found) : found
      expect(read, `seed ${seed}, ${path} of ${group.message(row)}`).toBe(wanted)
    }
  }
})

test('shapes differ by their keys, places and nulls, not by their values', () => {
  const hash = new ShapeHash()
  const of = (value: unknown): number => hash.of(JSON.stringify(value), 0)
  expect(of({ a: 1, b: 'x' })).toBe(of({ a: 'long text', b: true }))
  const different = [{ a: 1 }, { a: null }, { b: 1 }, { a: { b: 1 } }, { a: [1] }, { a: [1, 2] }, { a: 1, b: 1 }, { b: 1, a: 1 }, {}]
  expect(new Set(different.map(of)).size).toBe(different.length)
})
