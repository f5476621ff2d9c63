import { isDeepStrictEqual } from 'node:util'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Whether a cell is what the case says; the rules stand in the README beside the cases. */
export function cellMatches(expected: unknown, actual: string | undefined): boolean {
  if (expected === null) return actual === undefined || actual === ''
  if (actual === undefined) return false
  if (typeof expected === 'string') return textMatches(expected, actual)
  if (!isRecord(expected)) return false
  const { approx, tol, ci, list, members } = expected
  if (typeof approx === 'number') return Math.abs(Number(actual) - approx) <= (typeof tol === 'number' ? tol : 0) && actual !== ''
  if (typeof ci === 'string') return actual.toLowerCase() === ci.toLowerCase()
  if (Array.isArray(list)) return isDeepStrictEqual(elements(actual), list.map(String))
  if (Array.isArray(members)) return isDeepStrictEqual(elements(actual).sort(), members.map(String).sort())
  return 'json' in expected && jsonMatches(expected['json'], actual)
}

const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

function textMatches(expected: string, actual: string): boolean {
  if (expected === actual) return true
  if (expected === '1' && actual === 'true') return true
  if (expected === '0' && actual === 'false') return true
  if (!plainNumber.test(expected) || actual.trim() === '') return false
  const wanted = Number(expected)
  const difference = Math.abs(Number(actual) - wanted)
  return Math.abs(wanted) > 1e6 ? difference < 1 : difference <= Math.abs(wanted) * 1e-4
}

const elements = (text: string): string[] =>
  text
    .replace(/[[\]"']/g, '')
    .split(',')
    .map((element) => element.trim())

function jsonMatches(expected: unknown, actual: string): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(actual), expected)
  } catch {
    return false
  }
}
