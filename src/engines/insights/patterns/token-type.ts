const types: readonly (readonly [string, RegExp])[] = [
  ['UUID', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i],
  ['Date', /^\d{4}-\d\d-\d\d(?:[T ]?\d\d:\d\d:\d\d.*)?$|^\d{1,2}\/[A-Z][a-z]{2}\/\d{4}.*$|^\d{1,4}\/\d{1,2}\/\d{1,4}$/],
  ['Time', /^\d{1,2}:\d\d:\d\d.*$|^[-+]?\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h)$/],
  ['IPAddress', /^(?:\d{1,3}\.){3}\d{1,3}$|^(?=.*:.*:)[0-9a-f:]+$/i],
  ['Number', /^[-+]?\d+(?:[.,]\d+)*(?:[eE][-+]?\d+)?$/],
  ['Boolean', /^(?:true|false|null)$/],
  ['Hex', /^(?:0x)?(?:(?=.*\d)[0-9a-f]{6,}|[a-f]{8,})$/i],
  ['Email', /^[^@\s]+@[^@\s]+\.[^@\s]+$/],
]

/** So many of the most frequent values decide. */
const MOST_LOOKED_AT = 32

const unitAfter = /^"?\s*(?:ns|us|µs|ms|s|secs?|seconds?|milliseconds?|minutes?|mins?)$/i
const timeBefore = /(?:[Tt]ime|[Dd]uration|[Ll]atency|[Ee]lapsed|[Tt]ook|[Mm]illis|[Ss]econds|Ms|_ms)$/

const typeOf = (value: string): string => types.find(([, looks]) => looks.test(value))?.[0] ?? 'Token'

/** What the values of a dynamic token are, as its name says it: `Token` where they are not all of one type. A number beside a word of time is a time. */
export function tokenType(all: readonly string[], wordBefore: string, wordAfter: string): string {
  const values = all.slice(0, MOST_LOOKED_AT)
  const found = new Set(values.map(typeOf))
  if (found.size > 1 && values.every((value) => ['Number', 'Hex'].includes(typeOf(value)))) return 'Hex'
  if (found.size !== 1) return 'Token'
  const [type = 'Token'] = found
  return type === 'Number' && (unitAfter.test(wordAfter) || timeBefore.test(wordBefore)) ? 'Time' : type
}
