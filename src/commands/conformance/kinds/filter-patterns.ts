import { isDeepStrictEqual } from 'node:util'
import { compilePattern } from '#engines/filter-pattern/index.ts'
import type { CaseResult, NeutralCase } from '../neutral-case.ts'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Kind "filter-pattern": which messages match, and the extracted values of those that say so. */
export function runFilterPatternCase(testCase: NeutralCase): CaseResult {
  const pattern = String(testCase['pattern'])
  const messages = Array.isArray(testCase['messages']) ? testCase['messages'].map(String) : []
  const compiled = compilePattern(pattern)
  if (!('value' in compiled)) {
    const refusal = compiled.diagnostics.map((diagnostic) => diagnostic.message)
    return { passed: testCase['error'] === true, expected: testCase['error'] === true ? 'a refusal' : testCase['match'], actual: refusal }
  }
  if (testCase['error'] === true) return { passed: false, expected: 'a refusal', actual: 'it was taken' }
  const match = messages.flatMap((message, at) => (compiled.value.test(message) ? [at] : []))
  const wanted = isRecord(testCase['extracted']) ? testCase['extracted'] : {}
  const extracted = Object.fromEntries(Object.keys(wanted).map((at) => [at, { ...compiled.value.extract(messages[Number(at)] ?? '') }]))
  const expected = { match: testCase['match'], extracted: wanted }
  const actual = { match, extracted }
  return { passed: isDeepStrictEqual(actual, expected), expected, actual }
}
