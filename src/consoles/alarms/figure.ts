import { unitSign } from '#lib/metric/unit.ts'
import { proseNumber } from '#lib/text/prose-number.ts'

/** More digits of a fraction would be noise; a whole number keeps all of its own. */
const DIGITS = 5

/** The sign of what a statistic gives, behind a figure: a count of samples has none, a share is percent. */
export function unitOfStatistic(unit: string | undefined, statistic: string | undefined): string | undefined {
  if (statistic === 'SampleCount' || /^tc/i.test(statistic ?? '')) return undefined
  const sign = /^pr\(/i.test(statistic ?? '') ? '%' : unitSign(unit ?? 'None')
  return sign === '' ? undefined : sign
}

/** `1 000 ms`, `0.25`: in thin-space groups, with the unit. */
export function formatValue(value: number, unit?: string): string {
  const figure = proseNumber(Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS)))
  return unit === undefined ? figure : `${figure}${unit === '%' || unit === '/s' ? '' : '\u00a0'}${unit}`
}
