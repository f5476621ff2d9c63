import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { conformanceSection, readCases } from '../../../src/commands/conformance.ts'
import { isExpected } from '../../../src/commands/conformance/case-values.ts'
import { readKnownFailures } from '../../../src/commands/conformance/known-failures.ts'
import { runCase, type CaseOutcome } from '../../../src/commands/conformance/run-case.ts'

const folder = 'test/conformance/cloudwatch-metrics'
const cases = readCases(`${folder}/cases.json`)
const known = readKnownFailures(folder)
const outcomes: CaseOutcome[] = []

describe('CloudWatch metrics and alarms', () => {
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

test('numbers are compared as the cases say, and a wrong one is seen', () => {
  expect(isExpected(100, 100.00000001, undefined)).toBe(true)
  expect(isExpected(100, 100.001, undefined)).toBe(false)
  expect(isExpected(100, 104, 0.05)).toBe(true)
  expect(isExpected(0, 1e-10, undefined)).toBe(true)
  expect(isExpected(null, undefined, undefined)).toBe(true)
  expect(isExpected(null, 0, undefined)).toBe(false)
  expect(isExpected(0, undefined, undefined)).toBe(false)
  expect(isExpected('*', undefined, undefined)).toBe(true)
})
