/** Each day's uploads in the course's own `pipeline` world with its slow branch: the slowest and the average, in milliseconds. A test makes the world and compares. */
export const days: readonly { readonly weekday: number; readonly slowest: number; readonly average: number }[] = [
  { weekday: 4, slowest: 430, average: 285 },
  { weekday: 5, slowest: 384, average: 293 },
  { weekday: 6, slowest: 450, average: 300 },
  { weekday: 0, slowest: 398, average: 298 },
  { weekday: 1, slowest: 1545, average: 463 },
  { weekday: 2, slowest: 443, average: 301 },
  { weekday: 3, slowest: 451, average: 298 },
  { weekday: 4, slowest: 437, average: 285 },
  { weekday: 5, slowest: 446, average: 301 },
  { weekday: 6, slowest: 478, average: 302 },
  { weekday: 0, slowest: 441, average: 311 },
  { weekday: 1, slowest: 1525, average: 499 },
  { weekday: 2, slowest: 413, average: 304 },
  { weekday: 3, slowest: 510, average: 293 },
  { weekday: 4, slowest: 463, average: 312 },
  { weekday: 5, slowest: 470, average: 316 },
  { weekday: 6, slowest: 457, average: 309 },
  { weekday: 0, slowest: 382, average: 298 },
  { weekday: 1, slowest: 1530, average: 460 },
  { weekday: 2, slowest: 452, average: 305 },
  { weekday: 3, slowest: 477, average: 305 },
]

/** The world they come from. */
export const figureWorld = {
  scenario: 'pipeline',
  seed: 20260302,
  start: Date.UTC(2026, 1, 26),
  window: 21 * 24 * 60 * 60 * 1000,
  faults: { 'slow-branch': { branch: 'leeds' } },
  groups: ['/aws/lambda/extract'],
}

export const MONDAY = 1
