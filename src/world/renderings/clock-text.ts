import type { Millis } from '#lib/time.ts'

const text = (at: Millis): string => new Date(at).toISOString()

/** `2026-03-04T09:00:00.318Z` */
export const iso = (at: Millis): string => text(at)

/** `2026/03/04`, as it begins the name of a Lambda log stream. */
export const streamDay = (at: Millis): string => text(at).slice(0, 10).replaceAll('-', '/')
