import { fixedLength, floorTo, parsePeriod } from '#languages/insights/functions/time/period.ts'
import { timestamp } from '#languages/insights/functions/time/timestamp.ts'
import { readNumbers, type Reader } from '../reader.ts'

/** The column kernel of `bin` and `datefloor`: milliseconds in, milliseconds out. */
export function timeFloor(name: string, args: readonly Reader[]): Reader | undefined {
  const [time, period] = args
  if ((name !== 'bin' && name !== 'datefloor') || time?.isTime === undefined) return undefined
  const written = period?.constant?.value
  const parsed = typeof written === 'string' ? parsePeriod(written) : undefined
  if (parsed === undefined) return undefined
  const length = fixedLength(parsed)
  const isPlain = length !== undefined && parsed.unit !== 'w'
  const floor = isPlain
    ? (millis: number): number => Math.floor(millis / length) * length
    : (millis: number): number => floorTo(millis, parsed)
  return {
    number: (row) => floor(time.number(row)),
    read: (row) => {
      const millis = time.number(row)
      return Number.isNaN(millis) ? null : timestamp(floor(millis))
    },
    numbers: (rows, count, into) => {
      readNumbers(time, rows, count, into)
      for (let at = 0; at < count; at++) into[at] = floor(into[at] ?? 0)
    },
    isTime: true,
  }
}
