import type { Millis } from '#lib/time.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2026-03-04T09:00:00.318Z` */
export const iso = (at: Millis): string => new Date(at).toISOString()

/** `2026-03-04T09:00:00Z`: what Lambda's JSON format leaves of a Python record's time. */
export const isoSeconds = (at: Millis): string => `${iso(at).slice(0, 19)}Z`

/** `2026-03-04 09:00:00,318`: Python's logging where nobody chose a format. */
export const pythonTime = (at: Millis): string => iso(at).slice(0, 23).replace('T', ' ').replace('.', ',')

/** `04/Mar/2026:09:00:00 +0000`: the common log format. */
export function commonLogTime(at: Millis): string {
  const text = iso(at)
  return `${text.slice(8, 10)}/${months[Number(text.slice(5, 7)) - 1]}/${text.slice(0, 4)}:${text.slice(11, 19)} +0000`
}

/** `2026/03/04`, as it begins the name of a Lambda log stream. */
export const streamDay = (at: Millis): string => iso(at).slice(0, 10).replaceAll('-', '/')
