import { expect, test } from 'vitest'
import { readSeries } from '#engines/metrics/index.ts'
import { parseStatistic } from '#lib/metric/statistic.ts'
import { MINUTE } from '#lib/time.ts'
import { readFileSync } from 'node:fs'
import { AT, metric, storeOf } from './read-samples.ts'

const cases = readFileSync('test/engines/metrics/statistics.txt', 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((text) => {
    const [name = '', samples = '', , ...lines] = text.trim().split('\n')
    return { name, samples, lines }
  })

function answer(samples: string, statistic: string): string {
  if (parseStatistic(statistic) === undefined) return 'no statistic'
  const query = { ...metric, statistic, period: 60 }
  return String(readSeries(storeOf(samples), query, { start: AT, end: AT + MINUTE }, AT + MINUTE).values[0] ?? 'none')
}

/** Numbers agree to the digits that are written, at most to a relative 1e-9. */
function agrees(actual: string, expected: string): boolean {
  if (!Number.isFinite(Number(expected))) return actual === expected
  const decimals = expected.split('.')[1]?.length ?? 0
  const digits = decimals > 0 && decimals < 8 ? 0.6 * 10 ** -decimals : 0
  return Math.abs(Number(actual) - Number(expected)) <= Math.max(digits, 1e-9 * Math.max(1, Math.abs(Number(expected))))
}

test.each(cases)('$name', ({ samples, lines }) => {
  expect(lines.length).toBeGreaterThan(0)
  const answers = lines.map((line) => {
    const at = line.indexOf(' ')
    const statistic = line.slice(0, at)
    const expected = line.slice(at + 1)
    const actual = answer(samples, statistic)
    return agrees(actual, expected) ? line : `${statistic} ${actual}`
  })
  expect(answers).toEqual(lines)
})
