const symbols: Readonly<Record<string, string>> = {
  Seconds: 's',
  Milliseconds: 'ms',
  Microseconds: 'µs',
  Percent: '%',
  Bytes: 'B',
  Kilobytes: 'kB',
  Megabytes: 'MB',
  Gigabytes: 'GB',
  Terabytes: 'TB',
  'Bytes/Second': 'B/s',
  'Kilobytes/Second': 'kB/s',
  'Megabytes/Second': 'MB/s',
  'Count/Second': '/s',
}

const THIN_SPACE = '\u2009'
/** More digits of a fraction would be noise; a whole number keeps all of its own. */
const DIGITS = 5

/** The short form of a unit, as it stands behind a figure; none for a count. */
export const unitSymbol = (unit: string | undefined): string | undefined => (unit === undefined ? undefined : symbols[unit])

/** The unit of what a statistic gives: a count of samples has none, a share is percent. */
export function unitOfStatistic(unit: string | undefined, statistic: string | undefined): string | undefined {
  if (statistic === 'SampleCount' || /^tc/i.test(statistic ?? '')) return undefined
  return /^pr\(/i.test(statistic ?? '') ? '%' : unitSymbol(unit)
}

/** `1 000 ms`, `0.25`: in thin-space groups, with the unit. */
export function formatValue(value: number, unit?: string): string {
  const [whole = '', rest] = (Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS))).toString().split('.')
  const grouped = /e/.test(whole) ? whole : whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE)
  const figure = rest === undefined ? grouped : `${grouped}.${rest}`
  return unit === undefined ? figure : `${figure}${unit === '%' || unit === '/s' ? '' : '\u00a0'}${unit}`
}
