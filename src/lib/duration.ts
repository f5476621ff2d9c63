import { DAY, HOUR, MINUTE, SECOND, WEEK, type Millis } from './time.ts'

const units: Readonly<Record<string, Millis>> = { ms: 1, s: SECOND, m: MINUTE, h: HOUR, d: DAY, w: WEEK }

/** `90s`, `5m`, `3w` in milliseconds, or undefined where it is none. */
export function parseDuration(text: string): Millis | undefined {
  const found = /^(\d+(?:\.\d+)?)(ms|s|m|h|d|w)$/.exec(text.trim())
  const unit = found?.[2] === undefined ? undefined : units[found[2]]
  return found?.[1] === undefined || unit === undefined ? undefined : Number(found[1]) * unit
}
