import { expect, test } from 'vitest'
import { shrink } from '#grading/worlds/shrink.ts'

const numbers = Array.from({ length: 1000 }, (_, at) => at)

test('finds the one item that matters', async () => {
  let asked = 0
  const found = await shrink(numbers, async (some) => (asked++, some.includes(617)), { budget: 80 })
  expect(found).toEqual([617])
  expect(asked).toBeLessThan(40)
})

test('finds two that only matter together', async () => {
  const found = await shrink(numbers, async (some) => some.includes(3) && some.includes(998), { budget: 200 })
  expect(found).toEqual([3, 998])
})

test('gives the smallest so far when the budget ends, and stops when it is told to', async () => {
  const found = await shrink(numbers, async (some) => some.includes(3) && some.includes(998), { budget: 6 })
  expect(found.length).toBeLessThan(1000)
  expect(found).toEqual(expect.arrayContaining([3, 998]))
  const stopped = new AbortController()
  stopped.abort(new Error('enough'))
  await expect(shrink(numbers, async () => true, { budget: 6, signal: stopped.signal })).rejects.toThrow('enough')
})
