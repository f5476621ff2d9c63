import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runInsightsCase } from '../../../src/commands/conformance/insights-cases.ts'
import { cellMatches } from '../../../src/commands/conformance/insights-cells.ts'
import type { NeutralCase } from '../../../src/commands/conformance/run-case.ts'

const folder = 'test/conformance/cloudwatch-logs'
const { cases } = JSON.parse(readFileSync(`${folder}/cases.json`, 'utf8')) as { readonly cases: readonly NeutralCase[] }
const insights = cases.filter(({ kind }) => kind === 'insights')
const ids = new Set(insights.map(({ id }) => id))

/** `id reason` a line. */
const known = new Map(
  readFileSync(`${folder}/known-failures.txt`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const),
)

describe('Insights', () => {
  test.each(insights.map((one) => [one.id, one] as const))('%s', (id, one) => {
    const { passed, expected, actual } = runInsightsCase(one)
    if (known.has(id)) expect(passed, `${id} passes: strike it off known-failures.txt`).toBe(false)
    else expect(passed, `${String(one['query'])}\nexpected ${JSON.stringify(expected)}\nactual   ${JSON.stringify(actual)}`).toBe(true)
  })

  test('every known failure is a case and has a reason', () => {
    const listed = [...known].filter(([id]) => id.startsWith('inv-'))
    expect(listed.filter(([id, reason]) => !ids.has(id) || reason.trim() === '')).toEqual([])
  })
})

test('cells are compared as the cases say, and a wrong one is seen', () => {
  const right: readonly (readonly [unknown, string | undefined])[] = [
    ['100', '1E2'],
    ['5.3333', '5.33334'],
    [null, undefined],
    [null, ''],
    ['1', 'true'],
    [{ approx: 2, tol: 0.5 }, '2.4'],
    [{ ci: 'AbC' }, 'aBc'],
    [{ list: ['a', 'b'] }, '["a", "b"]'],
    [{ members: ['b', 'a'] }, 'a,b'],
    [{ json: { a: [1] } }, '{"a": [1]}'],
  ]
  const wrong: readonly (readonly [unknown, string | undefined])[] = [
    ['100', '101'],
    ['01', '1'],
    ['3000000', '3000002'],
    [null, '0'],
    ['x', undefined],
    [{ approx: 2, tol: 0.5 }, '2.6'],
    [{ list: ['a', 'b'] }, 'b,a'],
    [{ members: ['a'] }, 'a,a'],
    [{ json: { a: 1 } }, '{"a":2}'],
  ]
  expect(right.filter(([expected, actual]) => !cellMatches(expected, actual))).toEqual([])
  expect(wrong.filter(([expected, actual]) => cellMatches(expected, actual))).toEqual([])
})
