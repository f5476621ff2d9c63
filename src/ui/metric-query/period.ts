const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const SHORT = [1, 5, 10, 20, 30]

/** The periods CloudWatch's console offers, in seconds. */
export const PERIODS: readonly number[] = [1, 5, 10, 30, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR, DAY]

const units: readonly (readonly [number, string])[] = [
  [DAY, 'day'],
  [HOUR, 'hour'],
  [MINUTE, 'minute'],
  [1, 'second'],
]

/** `1 minute`, `90 seconds`: the largest unit that divides it. */
export function formatPeriod(period: number): string {
  const [size, name] = units.find(([unit]) => period >= unit && period % unit === 0) ?? [1, 'second']
  const count = period / size
  return `${count} ${name}${count === 1 ? '' : 's'}`
}

const sizes: Readonly<Record<string, number>> = { s: 1, m: MINUTE, h: HOUR, d: DAY }

/** Seconds of `90`, `90 s`, `5m`, `5 minutes`; undefined where that is no length of time. */
export function parsePeriod(text: string): number | undefined {
  const found = /^\s*(\d+(?:\.\d+)?)\s*([smhd]|sec(?:ond)?s?|min(?:ute)?s?|hours?|days?)?\s*$/i.exec(text)
  if (found === null) return undefined
  const unit = sizes[(found[2] ?? 's').charAt(0).toLowerCase()] ?? 1
  return Math.round(Number(found[1]) * unit * 1000) / 1000
}

/** Why CloudWatch takes no such period. */
export function periodProblem(period: number): string | undefined {
  if (SHORT.includes(period) || (period > 0 && period % MINUTE === 0)) return undefined
  return `expected 1, 5, 10, 20, 30 or a multiple of 60 seconds, found ${period}`
}
