/** A day of the `pipeline` scenario with the `slow-branch` fault, as the world makes it; a test holds the two equal. */
export const days: readonly { readonly weekday: number; readonly slowestMs: number }[] = [
  { weekday: 1, slowestMs: 2055 },
  { weekday: 2, slowestMs: 406 },
  { weekday: 3, slowestMs: 481 },
  { weekday: 4, slowestMs: 502 },
  { weekday: 5, slowestMs: 419 },
  { weekday: 6, slowestMs: 403 },
  { weekday: 0, slowestMs: 397 },
  { weekday: 1, slowestMs: 2105 },
  { weekday: 2, slowestMs: 520 },
  { weekday: 3, slowestMs: 454 },
  { weekday: 4, slowestMs: 395 },
  { weekday: 5, slowestMs: 436 },
  { weekday: 6, slowestMs: 513 },
  { weekday: 0, slowestMs: 517 },
  { weekday: 1, slowestMs: 2041 },
  { weekday: 2, slowestMs: 424 },
  { weekday: 3, slowestMs: 407 },
  { weekday: 4, slowestMs: 447 },
  { weekday: 5, slowestMs: 434 },
  { weekday: 6, slowestMs: 386 },
  { weekday: 0, slowestMs: 544 },
]

/** Monday, as `Date` counts. */
export const WEEKDAY_OF_TROUBLE = 1
