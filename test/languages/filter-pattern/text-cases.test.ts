import { describe } from 'vitest'
import { filterPattern } from '#languages/filter-pattern/index.ts'
import { printDiagnostics } from '../../print-diagnostics.ts'
import { testTextCases } from '../../text-cases.ts'

describe('refusals.txt', () => {
  testTextCases(
    'test/languages/filter-pattern/refusals.txt',
    (pattern) => printDiagnostics(pattern, filterPattern.diagnose(pattern)).join('\n') || 'nothing',
  )
})

describe('tokens.txt', () => {
  testTextCases('test/languages/filter-pattern/tokens.txt', (pattern) =>
    filterPattern
      .tokens(pattern)
      .map(({ from, to, style }) => `${style} ${pattern.slice(from, to)}`)
      .join('\n'),
  )
})
