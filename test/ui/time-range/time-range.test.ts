import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, WEEK } from '#lib/time.ts'
import { formatLength, formatRange, formatTime, formatZoned, parseTime } from '#ui/time-range/format-time.ts'
import { presetOf, presetsOf } from '#ui/time-range/presets.ts'

const START = Date.parse('2026-03-04T09:00:00Z')

describe('times', () => {
  it('are written as the product writes them', () => {
    expect(formatTime(START + 184, 'utc')).toBe('2026-03-04 09:00:00.184')
    expect(formatZoned(START + 184, 'utc')).toBe('2026-03-04T09:00:00.184Z')
  })

  it.each([
    ['2026-03-04 09:00', START],
    ['2026-03-04T09:00:00.184Z', START + 184],
    ['2026-03-04 10:00:00+01:00', START],
    ['2026-03-04', START - 9 * HOUR],
  ])('%s is read', (text, at) => expect(parseTime(text, 'utc')).toBe(at))

  it.each(['yesterday', '2026-13-04 09:00', '09:00', ''])('"%s" is not a time', (text) => expect(parseTime(text, 'utc')).toBeUndefined())

  it('are read back in the zone they were written in', () => {
    expect(parseTime(formatTime(START, 'local'), 'local')).toBe(START)
  })

  it('name the second day only where it is another', () => {
    expect(formatRange({ start: START, end: START + 30 * MINUTE }, 'utc')).toBe('4 Mar 09:00 to 09:30')
    expect(formatRange({ start: START, end: START + DAY }, 'utc')).toBe('4 Mar 09:00 to 5 Mar 09:00')
  })

  it('lengths take the largest unit that divides them', () => {
    expect([30 * MINUTE, HOUR, 3 * WEEK, 36 * HOUR].map(formatLength)).toEqual(['30 min', '1 hour', '3 weeks', '36 hours'])
  })
})

describe('presets', () => {
  it('go no further back than the log', () => {
    const labels = presetsOf({ start: START, end: START + HOUR }).map((preset) => preset.label)
    expect(labels).toEqual(['Last 5 min', 'Last 15 min', 'Last 30 min', 'Whole log'])
  })

  it('are found again from their range', () => {
    const whole = { start: START, end: START + HOUR }
    expect(presetOf({ start: whole.end - 5 * MINUTE, end: whole.end }, whole)?.label).toBe('Last 5 min')
    expect(presetOf({ start: START + 1, end: whole.end }, whole)).toBeUndefined()
  })
})
