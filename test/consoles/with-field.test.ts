import { expect, test } from 'vitest'
import { withField } from '#consoles/insights/with-field.ts'

test.each([
  ['fields @timestamp, @message\n| sort @timestamp desc', 'fields @timestamp, @message, level\n| sort @timestamp desc'],
  ['fields @message', 'fields @message, level'],
  ['filter x = 1', 'filter x = 1\n| filter ispresent(level)'],
  ['', 'fields level'],
  ['fields ', 'fields level'],
])('%s', (query, expected) => {
  expect(withField(query, 'level')).toBe(expected)
})
