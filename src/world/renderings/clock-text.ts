import { DAY, SECOND, type Millis } from '#lib/time.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'))
const two = (number: number): string => twoDigits[number] ?? ''

/** The day is the same for a long row of events: the last one's text is kept. */
let lastDay = { day: NaN, text: '' }

/** `2026-03-04` */
function dayText(at: Millis): string {
  const day = Math.floor(at / DAY)
  if (day !== lastDay.day) lastDay = { day, text: new Date(at).toISOString().slice(0, 10) }
  return lastDay.text
}

/** `09:00:00` */
function clockText(at: Millis): string {
  const second = Math.floor((at % DAY) / SECOND)
  return `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`
}

const thousandths = (at: Millis): string => `${Math.floor((at % SECOND) / 100)}${two(at % 100)}`

/** `2026-03-04T09:00:00.318Z` */
export const iso = (at: Millis): string => `${dayText(at)}T${clockText(at)}.${thousandths(at)}Z`

/** `2026-03-04T09:00:00Z`: what Lambda's JSON format leaves of a Python record's time. */
export const isoSeconds = (at: Millis): string => `${dayText(at)}T${clockText(at)}Z`

/** `2026-03-04 09:00:00,318`: Python's logging where nobody chose a format. */
export const pythonTime = (at: Millis): string => `${dayText(at)} ${clockText(at)},${thousandths(at)}`

/** `04/Mar/2026:09:00:00 +0000`: the common log format. */
export function commonLogTime(at: Millis): string {
  const [year, month, day] = dayText(at).split('-')
  return `${day}/${months[Number(month) - 1]}/${year}:${clockText(at)} +0000`
}

/** `2026/03/04`, as it begins the name of a Lambda log stream. */
export const streamDay = (at: Millis): string => dayText(at).replaceAll('-', '/')
