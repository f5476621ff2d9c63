/** What PutRetentionPolicy takes, in days. */
export const retentions: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]

const lengths: Readonly<Record<number, string>> = {
  1: '1 day',
  7: '1 week',
  14: '2 weeks',
  30: '1 month',
  60: '2 months',
  90: '3 months',
  120: '4 months',
  150: '5 months',
  180: '6 months',
  365: '12 months',
  400: '13 months',
  545: '18 months',
  731: '2 years',
  1096: '3 years',
  1827: '5 years',
  2192: '6 years',
  2557: '7 years',
  2922: '8 years',
  3288: '9 years',
  3653: '10 years',
}

/** How long events stay: `1 month (30 days)`. */
export function retentionPhrase(days: number | undefined): string {
  if (days === undefined) return 'Never expire'
  const length = lengths[days]
  if (days === 1) return '1 day'
  return length === undefined ? `${days} days` : `${length} (${days} days)`
}
