import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { areEqual, decimalText, looksNumeric } from '#languages/insights/functions/values/coercion.ts'
import { md5, sha256 } from '#languages/insights/functions/values/digest.ts'
import { fromBase64, percentDecode, percentEncode, toBase64 } from '#languages/insights/functions/values/encoding.ts'
import { inSubnet, parseAddress } from '#languages/insights/functions/values/ip-address.ts'
import { percentile } from '#languages/insights/functions/values/percentile.ts'
import { compareForSort } from '#languages/insights/functions/values/sort-order.ts'
import { createRandom } from '#lib/random.ts'

const documented = '!: # *%04 0# 5A 111A 2345_ @ @_ A A9876fghj a12345hfh 0 01 1 2 3'.split(' ')

test('sorts as the list of AWS does, from any order', () => {
  const random = createRandom(11)
  for (let round = 0; round < 50; round++) {
    const shuffled = documented.map((text) => ({ text, at: random.next() })).sort((left, right) => left.at - right.at)
    expect(shuffled.map(({ text }) => text).sort(compareForSort)).toEqual(documented)
  }
})

test('sorts nothing first, numbers by value, equal numbers by their text', () => {
  expect([10, 'x', 9, null, '010', '10.5'].sort(compareForSort)).toEqual([null, 'x', 9, '010', 10, '10.5'])
})

test('digests are those of the standards, at every length around a block', () => {
  for (const length of [0, 1, 3, 54, 55, 56, 63, 64, 65, 119, 120, 1000]) {
    const text = 'é€x'.repeat(length).slice(0, length)
    expect(md5(text)).toBe(createHash('md5').update(text).digest('hex'))
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
  }
})

test('writes numbers without exponents', () => {
  expect([1e21, -1.5e-7, 0.1 + 0.2, 1e-7, 123456789012].map(decimalText)).toEqual([
    '1000000000000000000000',
    '-0.00000015',
    '0.30000000000000004',
    '0.0000001',
    '123456789012',
  ])
})

test('knows a number from a word', () => {
  expect(['1', '-1.5', '+2', '.5', '1e3', '01'].every(looksNumeric)).toBe(true)
  expect(['', 'x', '1 ', '0x1f', '1_000', '1,5', 'NaN', 'Infinity', '-', '.'].some(looksNumeric)).toBe(false)
})

test('compares text with numbers as numbers, with booleans by word or number, and nothing with nothing', () => {
  expect(areEqual('10.0', 10)).toBe(true)
  expect(areEqual('ten', 10)).toBe(false)
  expect(areEqual(true, 'true')).toBe(true)
  expect(areEqual(true, 1)).toBe(true)
  expect(areEqual(null, null)).toBe(false)
  expect(areEqual({ kind: 'list', items: [] }, '')).toBe(false)
})

test('takes addresses of both versions and refuses what only looks like one', () => {
  expect(['::', '::1', '1:2:3:4:5:6:7:8', '::ffff:192.0.2.1', '192.0.2.255'].every((text) => parseAddress(text) !== undefined)).toBe(true)
  expect(
    ['1.2.3', '256.1.1.1', ':::', '1::2::3', '12345::', '1:2:3:4:5:6:7', 'g::', ''].some((text) => parseAddress(text) !== undefined),
  ).toBe(false)
})

test('a subnet holds what shares its prefix, of its own version', () => {
  const address = parseAddress('10.1.2.3') ?? { version: 4, bits: 0n }
  expect(inSubnet(address, '10.0.0.0/8')).toBe(true)
  expect(inSubnet(address, '10.1.2.2/31')).toBe(true)
  expect(inSubnet(address, '10.1.2.2/32')).toBe(false)
  expect(inSubnet(address, '::/0')).toBe(false)
  expect(inSubnet(address, '10.0.0.0/33')).toBe(false)
})

test('encodings lead back to the text, and broken ones to nothing or to themselves', () => {
  const text = 'naïve 🙂 a/b?c=d&e'
  expect(fromBase64(toBase64(text))).toBe(text)
  expect(percentDecode(percentEncode(text))).toBe(text)
  expect(fromBase64('not base64!')).toBeNull()
  expect(percentDecode('100%')).toBe('100%')
})

test('a percentile is what sorting says', () => {
  const seed = 5
  const random = createRandom(seed)
  for (let round = 0; round < 200; round++) {
    const numbers = Float64Array.from({ length: 1 + random.below(40) }, () => random.below(20))
    const sorted = numbers.slice().sort()
    const percent = random.below(101)
    const place = (percent / 100) * (sorted.length - 1)
    const low = sorted[Math.floor(place)] ?? 0
    const high = sorted[Math.ceil(place)] ?? 0
    expect(percentile(numbers, percent), `seed ${seed}, round ${round}`).toBeCloseTo(low + (high - low) * (place - Math.floor(place)), 9)
  }
  expect(percentile(new Float64Array(0), 50)).toBeNull()
})
