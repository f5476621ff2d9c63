const sizes = ['Bytes', 'Kilobytes', 'Megabytes', 'Gigabytes', 'Terabytes', 'Bits', 'Kilobits', 'Megabits', 'Gigabits', 'Terabits'] as const

/** Every unit a datapoint may have (cloudwatch-metrics.md 1.1), in the model's order. */
export const metricUnits = [
  'Seconds',
  'Microseconds',
  'Milliseconds',
  ...sizes,
  'Percent',
  'Count',
  ...sizes.map((size) => `${size}/Second` as const),
  'Count/Second',
  'None',
] as const

/** The short form a chart writes behind a number; empty for a bare one. */
export function unitSign(unit: string): string {
  if (unit.endsWith('/Second')) return `${signs[unit.slice(0, -'/Second'.length)] ?? ''}/s`
  return signs[unit] ?? ''
}

const signs: Readonly<Record<string, string>> = {
  Seconds: 's',
  Milliseconds: 'ms',
  Microseconds: 'µs',
  Bytes: 'B',
  Kilobytes: 'kB',
  Megabytes: 'MB',
  Gigabytes: 'GB',
  Terabytes: 'TB',
  Bits: 'bit',
  Kilobits: 'kbit',
  Megabits: 'Mbit',
  Gigabits: 'Gbit',
  Terabits: 'Tbit',
  Percent: '%',
}
