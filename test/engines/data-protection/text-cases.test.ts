import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createDetector, hide, managedIdentifiers } from '#engines/data-protection/index.ts'
import { testTextCases } from '../../text-cases.ts'

const file = 'test/engines/data-protection/identifiers.txt'

/** The first line names identifiers, the rest is the text. */
function run(input: string): string {
  const [names = '', ...text] = input.split('\n')
  const find = createDetector(names.split(' ').map((managed) => ({ managed })))
  const message = text.join('\n')
  return hide(message, find(message))
}

describe('identifiers.txt', () => testTextCases(file, run))

it('every identifier has a case', () => {
  const lines = readFileSync(file, 'utf8').split('\n')
  const tried = new Set(lines.flatMap((line, at) => (line.startsWith('# ') ? (lines[at + 1] ?? '').split(' ') : [])))
  expect(managedIdentifiers.filter((name) => !tried.has(name))).toEqual([])
})
