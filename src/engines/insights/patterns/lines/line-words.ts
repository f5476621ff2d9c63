/** Words that tell how grave a line is; they never become dynamic tokens. */
const severities: ReadonlyMap<string, Severity> = new Map([
  ['TRACE', 'DEBUG'],
  ['VERBOSE', 'DEBUG'],
  ['DEBUG', 'DEBUG'],
  ['INFO', 'INFO'],
  ['NOTICE', 'INFO'],
  ['WARN', 'WARN'],
  ['WARNING', 'WARN'],
  ['ERROR', 'ERROR'],
  ['SEVERE', 'ERROR'],
  ['FATAL', 'ERROR'],
  ['CRITICAL', 'ERROR'],
  ['ALERT', 'ERROR'],
  ['EMERGENCY', 'ERROR'],
])

/** What `@severityLabel` says; NONE where the line does not tell. */
export type Severity = 'ERROR' | 'WARN' | 'INFO' | 'DEBUG' | 'NONE'

const SHORTEST_LEVEL = 4
const LONGEST_LEVEL = 9
const initials = new Set([...severities.keys()].flatMap((level) => [level.charCodeAt(0), level.charCodeAt(0) + 32]))

export const severityOf = (word: string): Severity | undefined => severities.get(word.toUpperCase())

/** Whether a word of a text is one; most words are none by their length or first letter. */
export const isLevel = (text: string, start: number, end: number): boolean =>
  end - start >= SHORTEST_LEVEL &&
  end - start <= LONGEST_LEVEL &&
  initials.has(text.charCodeAt(start)) &&
  severityOf(text.slice(start, end)) !== undefined

const levelKeys: ReadonlySet<string> = new Set([
  'level',
  'severity',
  'loglevel',
  'log_level',
  'log.level',
  'levelname',
  'lvl',
  'severitytext',
])

const textKeys: ReadonlySet<string> = new Set([
  'message',
  'msg',
  'log',
  'text',
  'event',
  'eventname',
  'event_name',
  'eventtype',
  'event_type',
  'type',
  'action',
  'error',
  'err',
  'errormessage',
  'error_message',
  'errortype',
  'error_type',
  'exception',
  'reason',
])

/** The value under such a key is the line's level. */
export const isLevelKey = (key: string): boolean => levelKeys.has(key.toLowerCase())

/** The value under such a key says which kind of line it is, word by word; other values are one token. */
export const isTextKey = (key: string): boolean => textKeys.has(key.toLowerCase())
