import { expect, test } from 'vitest'
import { filterFor, patternOf, piecesOf } from '#consoles/insights/console/patterns/found-pattern.ts'

const row = (values: Readonly<Record<string, string>>) => Object.entries(values).map(([field, value]) => ({ field, value }))

test('reads a row of pattern with its tokens, histogram and samples', () => {
  const found = patternOf(
    row({
      '@pattern': 'GET <Token-1> took <Number-2> ms',
      '@sampleCount': '12',
      '@ratio': '0.25',
      '@severityLabel': 'NONE',
      '@tokens': JSON.stringify([
        { dynamicTokenPosition: 0, isDynamic: false, tokenString: 'GET' },
        { dynamicTokenPosition: 1, isDynamic: true, tokenString: '<Token-1>', enumerations: { '/menu': 4, '/order': 8 } },
      ]),
      '@visualization': JSON.stringify({ 2000: 3, 1000: 9 }),
      '@logSamples': JSON.stringify([{ timestamp: 1000, message: 'GET /order took 5 ms' }, 'GET /menu took 6 ms']),
    }),
  )
  expect(found.tokens).toEqual([
    {
      name: '<Token-1>',
      values: [
        ['/order', 8],
        ['/menu', 4],
      ],
    },
  ])
  expect(found.bins).toEqual([
    { start: 1000, count: 9 },
    { start: 2000, count: 3 },
  ])
  expect(found.samples).toEqual(['GET /order took 5 ms', 'GET /menu took 6 ms'])
  expect([found.count, found.ratio]).toEqual([12, 0.25])
})

test('a row without the undocumented columns is a pattern all the same', () => {
  expect(patternOf(row({ '@pattern': 'up', '@sampleCount': '1', '@ratio': '1', '@tokens': 'not json' }))).toMatchObject({
    text: 'up',
    tokens: [],
    bins: [],
    samples: [],
  })
})

test('what varies is set off', () => {
  expect(
    piecesOf('a <IP Address-1>: <*> <b>')
      .map(({ text, isToken }) => (isToken ? `[${text}]` : text))
      .join(''),
  ).toBe('a [<IP Address-1>]: [<*>] <b>')
})

test('a filter for a pattern keeps its events and escapes what an expression would read', () => {
  const filter = filterFor('GET /a?b=<Number-1> (ok)')
  expect(filter).toBe(String.raw`filter @message like /GET\s+\/a\?b=.+\s+\(ok\)/`)
  const pattern = /\/(.*)\/$/.exec(filter)?.[1] ?? ''
  expect(new RegExp(pattern).test('x GET /a?b=12 (ok)')).toBe(true)
  expect(new RegExp(pattern).test('GET /aab=12 (ok)')).toBe(false)
})
