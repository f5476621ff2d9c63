import { expect, test } from 'vitest'
import { nothingSeen } from '#consoles/dashboards/panel/nothing-seen.ts'

const seen = (values: readonly (number | null)[], axis: { readonly min?: number; readonly max?: number }) =>
  nothingSeen([{ label: 'a', points: values.map((y, x) => ({ x, y })) }], axis, (value) => `${value} ms`)

test.each([
  [[], {}, 'No data'],
  [[null], {}, 'No data'],
  [[1, 1], { min: 40 }, 'Nothing is seen: the values lie at 1 ms, below the axis, which begins at 40 ms'],
  [[5, null, 9], { max: 2 }, 'Nothing is seen: the values lie from 5 ms to 9 ms, above the axis, which ends at 2 ms'],
  [[1, 50], { min: 40 }, undefined],
  [[40], { min: 40 }, undefined],
])('%j on %j: %s', (values, axis, says) => expect(seen(values, axis)).toBe(says))
