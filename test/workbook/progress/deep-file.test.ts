import { expect, it } from 'vitest'
import { readProgressFile } from '#workbook/progress/file.ts'

const file = (version: string, more = ''): string => `{"format":"watchkeeper-progress","version":${version},"exercises":{}${more}}`
const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`

it.each([file(deep), file('2', `,"made":[{"kind":"dashboard","id":"d","value":{"x":${deep}}}]`), deep])(
  'a file nested without end is refused',
  (text) => {
    expect(readProgressFile(text)).toEqual({ kind: 'refused', reason: 'it is nested deeper than anything this workbook writes' })
  },
)

it('versions one and two are read, three is not', () => {
  expect([file('1'), file('2'), file('3'), file('"2"')].map((text) => readProgressFile(text).kind)).toEqual([
    'file',
    'file',
    'refused',
    'refused',
  ])
})
