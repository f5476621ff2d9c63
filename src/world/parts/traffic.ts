import type { Random } from '#lib/random.ts'
import { DAY, HOUR, type Millis } from '#lib/time.ts'
import { exponential } from '../chance/draws.ts'
import { faultAt, numberParameter, type Setting } from '../episode/setting.ts'

/** How busy the cafes are at each full hour (UTC), in thousandths of `rate`. */
const day = [60, 40, 30, 30, 50, 150, 500, 1100, 1300, 1100, 900, 900, 1250, 1200, 1000, 1000, 900, 800, 600, 450, 350, 250, 150, 100]

const shapeAt = (at: Millis): number => {
  const hour = Math.floor((at % DAY) / HOUR)
  const from = day[hour] ?? 0
  const to = day[(hour + 1) % 24] ?? 0
  return from + ((to - from) * (at % HOUR)) / HOUR
}

/** Requests a second at that moment: the day's shape, and a campaign where throttling was asked for. */
export const requestRate = (setting: Setting, at: Millis): number =>
  (numberParameter(setting, 'rate') * shapeAt(at) * (faultAt(setting, 'throttling', at)?.strength ?? 1)) / 1000

/** Until the next of `rate` arrivals a second: Poisson. */
export const untilNext = (random: Random, rate: number): number => Math.max(1, exponential(random, 1000 / rate))
