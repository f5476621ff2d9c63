import { describe, expect, test } from 'vitest'
import { emptyGaps, fill, fillings, fixedParts } from '#workbook/exercise/workspace/gaps.ts'

const frame = 'filter level = "ERROR"\n| stats ____ by bin(____)'

test('a frame’s fixed parts stand around its gaps', () => {
  expect(fixedParts(frame)).toEqual(['filter level = "ERROR"\n| stats ', ' by bin(', ')'])
  expect(emptyGaps(frame)).toEqual(['', ''])
})

describe('fillings', () => {
  test.each([
    ['both gaps', ['count(*)', '5m']],
    ['empty gaps', ['', '']],
    ['a gap of several words', ['avg(ms), max(ms)', '1h']],
    ['a gap with a line break', ['count(*),\n max(ms)', '1h']],
  ])('%s come back as they were put in', (_, gaps) => {
    expect(fillings(frame, fill(frame, gaps))).toEqual(gaps)
  })

  test('a text that changed the frame is not it', () => {
    expect(fillings(frame, 'filter level = "INFO"\n| stats count(*) by bin(5m)')).toBeUndefined()
    expect(fillings('a ____ b', 'a b')).toBeUndefined()
    expect(fillings('x____y____x', 'xx')).toBeUndefined()
  })
})
