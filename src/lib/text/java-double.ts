/** A number as Java prints a double, which is how AWS words its numbers: `0.0`, `45628.0`, `1.0E-4`, `1.234E7`. */
export function javaDouble(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  if (Object.is(value, -0)) return '-0.0'
  const size = Math.abs(value)
  if (size === 0 || (size >= 1e-3 && size < 1e7)) return withFraction(String(value))
  const [digits = '', exponent = ''] = value.toExponential().split('e')
  return `${withFraction(digits)}E${exponent.replace('+', '')}`
}

const withFraction = (digits: string): string => (digits.includes('.') ? digits : `${digits}.0`)
