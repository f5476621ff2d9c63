/** A number for prose: thin spaces between groups of digits, never in what is copied. */
export function proseNumber(value: number): string {
  const [whole = '', ...rest] = String(value).split('.')
  const grouped = /^-?\d{4,}$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, '\u2009') : whole
  return [grouped, ...rest].join('.')
}
