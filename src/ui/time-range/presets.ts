import { DAY, HOUR, MINUTE, WEEK, type TimeRange } from '#lib/time.ts'
import { formatLength } from './format-time.ts'

export type Preset = { readonly id: string; readonly label: string; readonly range: TimeRange }

const lengths = [5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 12 * HOUR, DAY, 3 * DAY, WEEK, 2 * WEEK, 3 * WEEK]
const WHOLE = 'whole'

/** The ranges that make sense in what an account holds: back from its end, and all of it. */
export function presetsOf(whole: TimeRange, wholeName = 'Whole log'): readonly Preset[] {
  const shorter = lengths.filter((length) => length < whole.end - whole.start)
  return [
    ...shorter.map((length) => ({
      id: `${length}`,
      label: `Last ${formatLength(length)}`,
      range: { start: whole.end - length, end: whole.end },
    })),
    { id: WHOLE, label: wholeName, range: whole },
  ]
}

/** The preset a range is, if it is one. */
export const presetOf = (range: TimeRange, whole: TimeRange, wholeName?: string): Preset | undefined =>
  presetsOf(whole, wholeName).find((preset) => preset.range.start === range.start && preset.range.end === range.end)
