// AWS: CWL_AnalyzeLogData-discoverable-fields: the line formats CloudWatch knows besides JSON
import { locate, readScalar, silent, walk, type Scalar } from './json-scan.ts'

/** A format's fields, read out of one line. */
export type LineFormat = {
  readonly names: readonly string[]
  read(message: string, name: string): Scalar
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i
const runtimeLine =
  /^(?:\[[A-Z]+\]\t)?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z(?:\t[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\t| \S+ Task timed out )/

/** A platform line of Lambda's text format, or a line its runtimes write for console and logging. */
export const isLambdaLine = (message: string): boolean => /^(?:START|END|REPORT) RequestId: /.test(message) || runtimeLine.test(message)

const amount = (message: string, label: RegExp, factor = 1): Scalar => {
  const found = label.exec(message)?.[1]
  return found === undefined ? null : Number(found) * factor
}
const word = (message: string, label: RegExp): Scalar => label.exec(message)?.[1] ?? null

// 1 MB is 10^6 bytes here: AWS's sample query divides by 1000 twice
const MEGABYTE = 1_000_000

const lambdaFields: Readonly<Record<string, (message: string) => Scalar>> = {
  '@requestId': (message) => uuid.exec(message)?.[0] ?? null,
  '@type': (message) => word(message, /^(START|END|REPORT) RequestId: /),
  '@duration': (message) => reported(message, /(?<!Billed |Init |Restore )Duration: ([\d.]+) ms/),
  '@billedDuration': (message) => reported(message, /Billed Duration: ([\d.]+) ms/),
  '@initDuration': (message) => reported(message, /Init Duration: ([\d.]+) ms/),
  '@memorySize': (message) => reported(message, /Memory Size: (\d+) MB/, MEGABYTE),
  '@maxMemoryUsed': (message) => reported(message, /Max Memory Used: (\d+) MB/, MEGABYTE),
  '@xrayTraceId': (message) => word(message, /XRAY TraceId: (\S+)/),
  '@xraySegmentId': (message) => word(message, /SegmentId: (\S+)/),
}

const reported = (message: string, label: RegExp, factor?: number): Scalar =>
  message.startsWith('REPORT ') ? amount(message, label, factor) : null

export const lambdaLine: LineFormat = {
  names: Object.keys(lambdaFields),
  read: (message, name) => (Object.hasOwn(lambdaFields, name) ? (lambdaFields[name]?.(message) ?? null) : null),
}

/** Where the first JSON object inside a Lambda line begins, -1 where there is none. */
export function firstFragment(message: string): number {
  let at = message.indexOf('{')
  // a line of nothing but braces must not cost the square of its length
  for (let tries = 0; at >= 0 && tries < 8; tries++) {
    if (walk(message, at, silent) >= 0) return at
    at = message.indexOf('{', at + 1)
  }
  return -1
}

const platformTypes: Readonly<Record<string, string>> = {
  'platform.start': 'START',
  'platform.runtimeDone': 'END',
  'platform.report': 'REPORT',
}
const platformPaths: Readonly<Record<string, readonly [string, number]>> = {
  '@requestId': ['record.requestId', 1],
  '@duration': ['record.metrics.durationMs', 1],
  '@billedDuration': ['record.metrics.billedDurationMs', 1],
  '@initDuration': ['record.metrics.initDurationMs', 1],
  '@memorySize': ['record.metrics.memorySizeMB', MEGABYTE],
  '@maxMemoryUsed': ['record.metrics.maxMemoryUsedMB', MEGABYTE],
  '@xrayTraceId': ['record.tracing.value', 1],
  '@xraySegmentId': ['record.tracing.spanId', 1],
}

/** Whether a JSON event is one of Lambda's own, in its JSON format. */
export const isPlatformEvent = (message: string): boolean => message.includes('"platform.')

const jsonAt = (message: string, path: string): Scalar => {
  const at = locate(message, message.indexOf('{'), path)
  return at < 0 ? null : readScalar(message, at)
}

export const platformEvent: LineFormat = {
  names: ['@type', ...Object.keys(platformPaths)],
  read: (message, name) => {
    const type = jsonAt(message, 'type')
    if (typeof type !== 'string' || !type.startsWith('platform.')) return null
    if (name === '@type') return Object.hasOwn(platformTypes, type) ? (platformTypes[type] ?? null) : null
    const known = Object.hasOwn(platformPaths, name) ? platformPaths[name] : undefined
    // as in the text format, numbers belong to the report
    if (known === undefined || (name !== '@requestId' && type !== 'platform.report')) return null
    const value = jsonAt(message, known[0])
    return typeof value === 'number' ? value * known[1] : value
  },
}

/** Words parted by blanks, each a field; a number where it looks like one. */
function wordsFormat(names: readonly string[], numbers: ReadonlySet<string>): LineFormat {
  const places = new Map(names.map((name, at) => [name, at]))
  return {
    names,
    read: (message, name) => {
      const place = places.get(name)
      const found = place === undefined ? undefined : message.trim().split(/ +/)[place]
      if (found === undefined || found === '-') return null
      return numbers.has(name) && /^\d{1,15}$/.test(found) ? Number(found) : found
    },
  }
}

export const flowLog = wordsFormat(
  [
    'version',
    'accountId',
    'interfaceId',
    'srcAddr',
    'dstAddr',
    'srcPort',
    'dstPort',
    'protocol',
    'packets',
    'bytes',
    'startTime',
    'endTime',
    'action',
    'logStatus',
  ],
  new Set(['version', 'srcPort', 'dstPort', 'protocol', 'packets', 'bytes', 'startTime', 'endTime']),
)

/** VPC flow logs: 14 words, the third an interface, the last a status. */
export const isFlowLog = (message: string): boolean => /^\S+ \S+ eni-\S+(?: \S+){10} (?:OK|NODATA|SKIPDATA)\s*$/.test(message)

export const resolverLog = wordsFormat(
  [
    'version',
    'queryTimestamp',
    'hostZoneId',
    'queryName',
    'queryType',
    'responseCode',
    'protocol',
    'edgeLocation',
    'resolverIp',
    'ednsClientSubnet',
  ],
  new Set(),
)

/** Route 53 query logs: 10 words, the second a time, the third a hosted zone. */
export const isResolverLog = (message: string): boolean => /^\S+ \d{4}-\d\d-\d\dT\S+ Z\S+(?: \S+){7}\s*$/.test(message)
