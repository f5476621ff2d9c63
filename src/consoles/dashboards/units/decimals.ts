/** How many places Grafana writes where nobody says: two figures after the leading one, none for a whole number. */
export function decimalsFor(value: number): number {
  if (Number.isInteger(value)) return 0
  const leading = Math.floor(Math.log(Math.abs(value)) / Math.LN10)
  const figures = Math.abs(value) / 10 ** (leading - 1)
  return Math.max(0, 1 - leading + (figures > 2.25 ? 1 : 0))
}

/** Rounded half up to so many places, and padded to them. */
export function toPlaces(value: number, decimals: number | undefined): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value < 0 ? '-∞' : '∞'
  const places = Math.max(0, decimals ?? decimalsFor(value))
  const factor = 10 ** places
  const text = String(Math.round(value * factor) / factor)
  if (text.includes('e')) return text
  const [whole = '0', fraction = ''] = text.split('.')
  return places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0')}`
}
