import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { WorldSpec } from '#lib/world-spec.ts'
import { createWorld, digest, sampleDigest } from '#world/index.ts'

type Pinned = { readonly spec: WorldSpec; readonly digest: string; readonly samples: string }

const file = new URL('./digests.json', import.meta.url)
const pinned: readonly Pinned[] = JSON.parse(readFileSync(file, 'utf8'))

/** After a wanted change of what the world writes: `PIN_DIGESTS=1 npx vitest run test/world/digests.test.ts`. */
if (process.env['PIN_DIGESTS'] === '1') {
  const repinned = pinned.map(({ spec }) => ({
    spec,
    digest: digest(createWorld(spec).records()),
    samples: sampleDigest(createWorld(spec).samples()),
  }))
  writeFileSync(file, `${JSON.stringify(repinned, null, 2)}\n`)
}

test.skipIf(process.env['PIN_DIGESTS'] === '1').each(pinned)('$spec.scenario, seed $spec.seed: $digest', (entry) => {
  expect(digest(createWorld(entry.spec).records())).toBe(entry.digest)
  expect(sampleDigest(createWorld(entry.spec).samples())).toBe(entry.samples)
})

test('a digest notices a single character, a millisecond and the order', () => {
  const record = { group: 'g', stream: 's', timestamp: 1, ingestionTime: 2, message: 'hello' }
  const other = { ...record, message: 'hallo' }
  const values = [[record], [other], [{ ...record, timestamp: 2 }], [record, other], [other, record], []].map(digest)
  expect(new Set(values).size).toBe(values.length)
  expect(values.every((value) => /^[0-9a-f]{16}$/.test(value))).toBe(true)
})

test('a digest of samples notices a value, a count, a dimension and when it was known', () => {
  const sample = { namespace: 'n', metricName: 'm', dimensions: { A: '1' }, timestamp: 1, value: 2, count: 1, unit: 'Count', knownAt: 3 }
  const others = [
    { ...sample, value: 3 },
    { ...sample, count: 2 },
    { ...sample, dimensions: { A: '2' } },
    { ...sample, knownAt: 4 },
    { ...sample, unit: 'None' },
  ]
  const values = [[sample], ...others.map((other) => [other]), []].map(sampleDigest)
  expect(new Set(values).size).toBe(values.length)
})
