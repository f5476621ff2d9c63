import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { conformanceSection, readCases } from '../../../src/commands/conformance.ts'
import { cellMatches } from '../../../src/commands/conformance/kinds/insights-cells.ts'
import { readKnownFailures } from '../../../src/commands/conformance/known-failures.ts'
import { runCase, type CaseOutcome } from '../../../src/commands/conformance/run-case.ts'

const folder = 'test/conformance/cloudwatch-logs'
const cases = readCases(`${folder}/cases.json`)
const known = readKnownFailures(folder)
const outcomes: CaseOutcome[] = []

describe('CloudWatch Logs', () => {
  test.each(cases.map((one) => [one.kind, one.id, one] as const))('%s %s', async (_kind, id, one) => {
    const outcome = await runCase(one)
    outcomes.push(outcome)
    if (known.has(id)) expect(outcome.passed, `${id} passes: strike it off known-failures.txt`).toBe(false)
    else expect(outcome.passed, `expected ${JSON.stringify(outcome.expected)}\nactual   ${JSON.stringify(outcome.actual)}`).toBe(true)
  })

  test('every known failure is a case and has a reason', () => {
    const ids = new Set(cases.map(({ id }) => id))
    expect([...known].filter(([id, reason]) => !ids.has(id) || reason === '')).toEqual([])
  })

  test('docs/conformance.md says what this run gave', () => {
    expect(outcomes.length).toBe(cases.length)
    expect(readFileSync('docs/conformance.md', 'utf8')).toContain(`${conformanceSection({ file: `${folder}/cases.json`, outcomes })}\n`)
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
