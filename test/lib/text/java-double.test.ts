import { expect, test } from 'vitest'
import { javaDouble } from '#lib/text/java-double.ts'

test.each([
  [0, '0.0'],
  [-0, '-0.0'],
  [21.5, '21.5'],
  [45628, '45628.0'],
  [0.001, '0.001'],
  [0.00099, '9.9E-4'],
  [0.0001, '1.0E-4'],
  [9999999, '9999999.0'],
  [9999999.5, '9999999.5'],
  [10000000, '1.0E7'],
  [12340000, '1.234E7'],
  [-12340000, '-1.234E7'],
  [0.1 + 0.2, '0.30000000000000004'],
  [1e21, '1.0E21'],
  [Number.NaN, 'NaN'],
  [-Infinity, '-Infinity'],
])('%d is printed as %s', (value, text) => {
  expect(javaDouble(value)).toBe(text)
})
