import { expect, test } from 'vitest'
import { toCsv, toJson, toMarkdown, toTabs } from '#consoles/insights/console/exports/formats.ts'

test('a copied table quotes what a spreadsheet would part, and leaves the pointer out', () => {
  const rows = [
    [
      { field: 'a', value: '1,5' },
      { field: '@ptr', value: 'zz' },
    ],
    [{ field: 'b', value: 'say "no"\nnow' }],
  ]
  expect(toCsv(rows)).toBe('a,b\r\n"1,5",\r\n,"say ""no""\nnow"')
  expect(JSON.parse(toJson(rows))).toEqual([{ a: '1,5' }, { b: 'say "no"\nnow' }])
})

test('a table for a spreadsheet has one line a row, whatever stands in its cells', () => {
  const rows = [[{ field: 'message', value: 'one\ttwo\nthree' }], [{ field: 'level', value: 'INFO' }]]
  expect(toTabs(rows)).toBe('message\tlevel\none two three\t\n\tINFO')
})

test('a table in Markdown keeps a bar within a cell', () => {
  const rows = [[{ field: 'a|b', value: 'x | y\nz' }]]
  expect(toMarkdown(rows)).toBe('| a\\|b |\n| --- |\n| x \\| y z |')
})
