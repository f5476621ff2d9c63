import type { LogGroup } from '#stores/log-store.ts'
import { FieldColumn } from './field-column.ts'
import { locate, readScalar, silent, skipBlanks, walk, type Scalar } from './json-scan.ts'
import {
  firstFragment,
  flowLog,
  isFlowLog,
  isLambdaLine,
  isPlatformEvent,
  isResolverLog,
  lambdaLine,
  platformEvent,
  resolverLog,
  type LineFormat,
} from './line-formats.ts'
import { eachField, Shape, type Route } from './shape.ts'
import { ShapeHash } from './shape-hash.ts'

const NONE = 0
const LAMBDA = 1
const LAMBDA_WITH_JSON = 2
const FLOW_LOG = 3
const RESOLVER_LOG = 4
const PLATFORM = 5
/** JSON whose keys differ from event to event. */
const UNSHAPED = 6
const FIRST_SHAPE = 7
const MOST_SHAPES = 4096
const UNKNOWN = 0xffff

const QUOTE = 34
const BACKSLASH = 92
const OPEN_BRACE = 123

/** The field's path in a JSON event: a name that begins with `@` is written with one more. */
const jsonPath = (name: string): string | undefined => (name.startsWith('@@') ? name.slice(1) : name.startsWith('@') ? undefined : name)
const fieldName = (path: string): string => (path.startsWith('@') ? `@${path}` : path)

/** What is known of the fields of one group's events; grows with the group, and is made anew when its rows are renumbered. */
export class GroupFields {
  readonly revision: number
  private readonly group: LogGroup
  private readonly messageOf: (row: number) => string
  private formats = new Uint16Array(0)
  private readonly shapes: Shape[] = []
  private readonly shapeNumbers = new Map<number, number>()
  private readonly hash = new ShapeHash()
  private readonly columns = new Map<string, FieldColumn>()

  /** `text`: as everybody reads the events, or what a data protection policy hides as well. */
  constructor(group: LogGroup, text: 'shown' | 'raw' = 'shown') {
    this.group = group
    this.messageOf = text === 'shown' ? (row) => group.shownMessage(row) : (row) => group.message(row)
    this.revision = group.revision
  }

  get heldBytes(): number {
    let bytes = this.formats.byteLength
    for (const column of this.columns.values()) bytes += column.heldBytes
    return bytes
  }

  /** The field's column; the ones not asked for longest go when all of them outgrow their share. */
  column(name: string): FieldColumn {
    const known = this.columns.get(name)
    this.columns.delete(name)
    this.dropOldest()
    const column = known ?? this.makeColumn(name)
    this.columns.set(name, column)
    return column
  }

  /** The names of the event's fields and their values. */
  fieldsOf(row: number): ReadonlyMap<string, Scalar> {
    const message = this.messageOf(row)
    const found = new Map<string, Scalar>()
    const format = this.format(row)
    const put = (line: LineFormat): void => {
      for (const name of line.names) found.set(name, line.read(message, name))
    }
    if (format === FLOW_LOG) put(flowLog)
    if (format === RESOLVER_LOG) put(resolverLog)
    if (format === LAMBDA || format === LAMBDA_WITH_JSON) put(lambdaLine)
    if (format === PLATFORM) put(platformEvent)
    const from = this.jsonStart(message, format)
    if (from >= 0) eachField(message, from, { field: (path, at) => void found.set(fieldName(path), readScalar(message, at)) })
    for (const [name, value] of found) if (value === null) found.delete(name)
    return found
  }

  private jsonStart(message: string, format: number): number {
    if (format === LAMBDA_WITH_JSON) return firstFragment(message)
    return format >= PLATFORM ? skipBlanks(message, 0) : -1
  }

  private readJson(message: string, format: number, path: string): Scalar {
    const from = this.jsonStart(message, format)
    const at = from < 0 ? -1 : locate(message, from, path)
    return at < 0 ? null : readScalar(message, at)
  }

  private makeColumn(name: string): FieldColumn {
    const path = jsonPath(name)
    const size = (): number => this.group.size
    if (path === undefined) return new FieldColumn(size, (row) => this.platformField(row, name))
    const routes: Route[] = []
    return new FieldColumn(size, (row) => {
      const format = this.format(row)
      if (format < FIRST_SHAPE) return this.unshapedField(row, format, path)
      const route = (routes[format - FIRST_SHAPE] ??= this.shapes[format - FIRST_SHAPE]?.route(path) ?? { kind: 'walk' })
      return route.kind === 'absent' ? null : this.shapedField(this.messageOf(row), format, path, route)
    })
  }

  private shapedField(message: string, format: number, path: string, route: Route): Scalar {
    if (route.kind === 'needle') {
      const { needle } = route
      let at = message.indexOf(needle)
      // the quote before it is looked at here: a search that begins with one stops at every string
      while (at > 0 && message.charCodeAt(at - 1) !== QUOTE) at = message.indexOf(needle, at + 1)
      if (at > 1 && message.charCodeAt(at - 2) !== BACKSLASH) return readScalar(message, skipBlanks(message, at + needle.length))
    }
    return this.readJson(message, format, path)
  }

  private unshapedField(row: number, format: number, path: string): Scalar {
    if (format === NONE || format === LAMBDA) return null
    const message = this.messageOf(row)
    if (format === FLOW_LOG) return flowLog.read(message, path)
    if (format === RESOLVER_LOG) return resolverLog.read(message, path)
    return this.readJson(message, format, path)
  }

  private platformField(row: number, name: string): Scalar {
    const format = this.format(row)
    if (format === LAMBDA || format === LAMBDA_WITH_JSON) return lambdaLine.read(this.messageOf(row), name)
    return format === PLATFORM ? platformEvent.read(this.messageOf(row), name) : null
  }

  private format(row: number): number {
    if (row >= this.formats.length) this.grow()
    const known = this.formats[row] ?? NONE
    if (known !== UNKNOWN) return known
    const format = this.group.logGroupClass === 'STANDARD' ? this.classify(this.messageOf(row)) : NONE
    this.formats[row] = format
    return format
  }

  private grow(): void {
    const size = this.group.size
    const formats = new Uint16Array(Math.max(size, Math.min(size * 2, size + 65536)))
    formats.set(this.formats)
    formats.fill(UNKNOWN, this.formats.length)
    this.formats = formats
  }

  private classify(message: string): number {
    const from = skipBlanks(message, 0)
    if (message.charCodeAt(from) === OPEN_BRACE) return this.classifyJson(message, from)
    if (isLambdaLine(message)) return message.includes('{') && firstFragment(message) >= 0 ? LAMBDA_WITH_JSON : LAMBDA
    if (isFlowLog(message)) return FLOW_LOG
    return isResolverLog(message) ? RESOLVER_LOG : NONE
  }

  private classifyJson(message: string, from: number): number {
    const hash = this.hash.of(message, from)
    if (hash < 0) return hash === -2 && walk(message, from, silent) >= 0 ? UNSHAPED : NONE
    const known = this.shapeNumbers.get(hash) ?? this.addShape(hash, message, from)
    return this.shapes[known - FIRST_SHAPE]?.mayBePlatform === true && isPlatformEvent(message) ? PLATFORM : known
  }

  private addShape(hash: number, message: string, from: number): number {
    if (this.shapes.length >= MOST_SHAPES) return UNSHAPED
    const made = FIRST_SHAPE + this.shapes.push(new Shape(message, from)) - 1
    this.shapeNumbers.set(hash, made)
    return made
  }

  private dropOldest(): void {
    // text and columns together shall stay below 1.6 bytes held for each byte logged
    const budget = 64_000_000 + this.group.storedBytes * 0.4
    for (const [name, column] of this.columns) {
      if (this.heldBytes <= budget) return
      if (column.heldBytes > 0) this.columns.delete(name)
    }
  }
}

const known = new WeakMap<LogGroup, GroupFields>()

/** The fields of a group, kept for the next query. */
export function fieldsOf(group: LogGroup): GroupFields {
  const kept = known.get(group)
  if (kept !== undefined && kept.revision === group.revision) return kept
  const made = new GroupFields(group)
  known.set(group, made)
  return made
}
