import { describe } from 'vitest'
import type { Completion, KnownField } from '#lib/text/language.ts'
import { insights, parse, print } from '#languages/insights/index.ts'
import { printDiagnostics } from '../../print-diagnostics.ts'
import { testTextCases } from '../../text-cases.ts'

describe('parse.txt', () => {
  testTextCases('test/languages/insights/parse.txt', (query) => {
    const { ast, diagnostics } = parse(query)
    return [print(ast), ...printDiagnostics(query, diagnostics)].filter((line) => line !== '').join('\n')
  })
})

describe('check.txt', () => {
  testTextCases('test/languages/insights/check.txt', (query) => printDiagnostics(query, insights.diagnose(query)).join('\n') || 'nothing')
})

const fields: readonly KnownField[] = [
  { name: '@timestamp', samples: ['2026-03-02 21:40:00.000'], percent: 100 },
  { name: 'level', samples: ['ERROR', 'INFO'], percent: 90 },
  { name: 'order-id', samples: ['o-17'] },
  { name: 'status', samples: ['200', '503'] },
]

const printCompletion = (query: string, { label, kind, insert, from, to }: Completion): string =>
  `${kind} ${label}: ${query.slice(0, from)}[${query.slice(from, to)} -> ${insert}]${query.slice(to)}`

describe('complete.txt', () => {
  testTextCases('test/languages/insights/complete.txt', (input) => {
    const offset = input.indexOf('¦')
    const query = input.replace('¦', '')
    const offers = insights.complete(query, offset, fields)
    const scalars = offers.filter(({ kind }) => kind !== 'function').map((offer) => printCompletion(query, offer))
    const functions = offers.filter(({ kind }) => kind === 'function')
    const [first] = functions
    return (
      [
        ...scalars,
        ...(first === undefined ? [] : [`${printCompletion(query, first)}, and ${functions.length > 20 ? 'many' : 'some'} functions more`]),
      ].join('\n') || 'nothing'
    )
  })
})
