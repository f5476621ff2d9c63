import { describe, expect, it } from 'vitest'
import { readCsv, writeCsv } from '#lib/text/csv.ts'

const cellsOf = (text: string) => {
  const read = readCsv(text)
  return 'problem' in read ? read.problem : read.rows.map(({ cells }) => cells)
}

describe('a text of records', () => {
  it.each([
    ['', []],
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a\r1\r', [['a'], ['1']]],
    ['\ufeffa\n1', [['a'], ['1']]],
    [
      'a,\n,b\n,',
      [
        ['a', ''],
        ['', 'b'],
        ['', ''],
      ],
    ],
    ['a\n\n\n1', [['a'], ['1']]],
    ['""\n', [['']]],
    ['"a,b","say ""x""","two\nlines"', [['a,b', 'say "x"', 'two\nlines']]],
    ['5" pipe,x', [['5" pipe', 'x']]],
    [' a , b ', [[' a ', ' b ']]],
  ])('%j', (text, rows) => {
    expect(cellsOf(text)).toEqual(rows)
  })

  it.each([
    ['a\n"b', 'line 2: a quote is opened and never closed'],
    ['a\n\n"b"c', 'line 3: text stands behind a closing quote'],
    ['"x\ny"z', 'line 2: text stands behind a closing quote'],
  ])('that is none: %j', (text, problem) => {
    expect(cellsOf(text)).toBe(problem)
  })

  it('knows the line of each record, quoted line ends counted', () => {
    const read = readCsv('a\n\n"1\n2"\r\n3')
    expect('rows' in read && read.rows.map(({ line }) => line)).toEqual([1, 3, 5])
  })

  it('is read again as it was written', () => {
    const rows = [
      ['a', 'b'],
      ['1,2', '"'],
      ['', 'x\r\ny'],
      ['', ''],
    ]
    expect(cellsOf(writeCsv(rows))).toEqual(rows)
    expect(cellsOf(writeCsv([['a'], ['']]))).toEqual([['a'], ['']])
  })

  it('of one long quoted cell is read', () => {
    const long = 'x'.repeat(5_000_000)
    expect(cellsOf(`"${long}"`)).toEqual([[long]])
  })
})
