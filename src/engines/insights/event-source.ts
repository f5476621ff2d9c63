import { timestamp } from '#languages/insights/functions/time/timestamp.ts'
import type { Millis, TimeRange } from '#lib/time.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import type { LogGroup } from '#stores/log-store.ts'
import { fieldsOf, GroupFields } from './discovery/group-fields.ts'
import { columnReader, constantReader, valueReader, type Reader } from './reader.ts'
import { recordPointer } from './record-pointer.ts'

type Piece = {
  readonly group: LogGroup
  readonly fields: GroupFields
  readonly lower: number
  readonly upper: number
  readonly base: number
  readonly isEarlier: boolean
}

/** The field that says, in a query that compares two times, whether an event is of the earlier one. */
export const EARLIER = '@earlier'

/** Where the groups are: what `@aws.account` and `@aws.region` say. */
export type Place = { readonly accountId: string; readonly region?: string | undefined }

/** The events of some groups in a time range as one numbering of rows. */
export class EventSource {
  readonly size: number
  private readonly pieces: readonly Piece[]
  private readonly place: Place
  private readonly revisions: readonly number[]
  /** Rows in order of time; absent for a single group, whose rows are. */
  private order: Uint32Array | undefined

  /** `end` is inclusive, as is that of `earlier`: a second time that is read too. */
  constructor(groups: readonly LogGroup[], place: Place, start: Millis, end: Millis, earlier?: TimeRange) {
    let size = 0
    const pieces: Piece[] = []
    const isSingle = groups.length === 1 && earlier === undefined
    for (const range of [{ start, end }, ...(earlier === undefined ? [] : [earlier])]) {
      for (const group of groups) {
        const lower = group.lowerBound(range.start)
        const upper = Math.max(lower, group.lowerBound(range.end + 1))
        // a single group keeps its own row numbers: nothing to translate
        pieces.push({ group, fields: fieldsOf(group), lower, upper, base: isSingle ? lower : size, isEarlier: range === earlier })
        size += upper - lower
      }
    }
    this.pieces = pieces
    this.size = size
    this.place = place
    this.revisions = pieces.map(({ group }) => group.revision)
  }

  /** Whether rows were renumbered since. */
  get isStale(): boolean {
    return this.pieces.some(({ group }, at) => group.revision !== this.revisions[at])
  }

  /** The row of the first place, where those of the others follow it. */
  get firstRow(): number | undefined {
    return this.pieces.length === 1 ? this.pieces[0]?.lower : undefined
  }

  /** The row that is `place`-th by time. */
  rowAt(place: number): number {
    const only = this.pieces.length === 1 ? this.pieces[0] : undefined
    if (only !== undefined) return only.lower + place
    this.order ??= this.merged()
    return this.order[place] ?? 0
  }

  /** The mean of what CloudWatch counts for an event. */
  get bytesPerRow(): number {
    let bytes = 0
    for (const { group, lower, upper } of this.pieces) bytes += group.size === 0 ? 0 : (group.storedBytes / group.size) * (upper - lower)
    return this.size === 0 ? 0 : bytes / this.size
  }

  timestamp(row: number): Millis {
    return this.at(row, (piece, local) => piece.group.timestamp(local))
  }

  /** The names of the row's discovered fields and their values. */
  fieldsOf(row: number): ReadonlyMap<string, Value> {
    return this.at(row, ({ fields }, local) => fields.fieldsOf(local))
  }

  pointer(row: number): string {
    return this.at(row, (piece, local) => recordPointer(piece.group, local))
  }

  /** The reader of a field that every event has, or that may be discovered in it. */
  reader(name: string): Reader {
    return this.joined(this.pieces.map((piece) => systemReader(name, piece, this.place) ?? columnReader(piece.fields.column(name))))
  }

  /** The same with what a data protection policy hides. */
  unmasked(name: string): Reader {
    if (this.pieces.every(({ group }) => group.masking.isUnused)) return this.reader(name)
    return this.joined(
      this.pieces.map((piece) => {
        const { group } = piece
        if (name === '@message') return valueReader((row) => group.message(row))
        return systemReader(name, piece, this.place) ?? columnReader(new GroupFields(group, 'raw').column(name))
      }),
    )
  }

  private joined(readers: readonly Reader[]): Reader {
    const [only] = readers
    if (readers.length === 1 && only !== undefined) return only
    const reader = valueReader((row) => this.at(row, (_, local, index) => readers[index]?.read(local) ?? null))
    return { ...reader, number: (row) => this.at(row, (_, local, index) => readers[index]?.number(local) ?? Number.NaN), ...kindOf(only) }
  }

  /** Whether a row's event is in the index of a field; groups of other classes than Standard have none. */
  indexed(name: string): (row: number) => boolean {
    const tests = this.pieces.map(({ group }) => {
      const { fieldIndexes } = group
      const hasIndex = group.logGroupClass !== 'INFREQUENT_ACCESS' && fieldIndexes.has(name)
      return hasIndex ? (local: number): boolean => fieldIndexes.holds(name, group.arrival(local)) : (): boolean => false
    })
    return (row) => this.at(row, (_, local, index) => tests[index]?.(local) ?? false)
  }

  private at<T>(row: number, ask: (piece: Piece, local: number, index: number) => T): T {
    let index = 0
    while (index + 1 < this.pieces.length && row >= (this.pieces[index + 1]?.base ?? 0)) index++
    const piece = this.pieces[index]
    if (piece === undefined) throw new Error(`cannot read row ${row}: the query has no log groups`)
    return ask(piece, row - piece.base + piece.lower, index)
  }

  private merged(): Uint32Array {
    let lists = this.pieces.map(({ base, lower, upper }) => Uint32Array.from({ length: upper - lower }, (_, at) => base + at))
    const times = Float64Array.from({ length: this.size }, (_, row) => this.timestamp(row))
    while (lists.length > 1) {
      const next: Uint32Array<ArrayBuffer>[] = []
      for (let at = 0; at < lists.length; at += 2) next.push(mergeByTime(times, lists[at], lists[at + 1]))
      lists = next
    }
    return lists[0] ?? new Uint32Array(0)
  }
}

const kindOf = (reader: Reader | undefined): { readonly isTime?: true; readonly isRaw?: true } => ({
  ...(reader?.isTime === undefined ? {} : { isTime: reader.isTime }),
  ...(reader?.isRaw === undefined ? {} : { isRaw: reader.isRaw }),
})

function mergeByTime(times: Float64Array, left = new Uint32Array(0), right = new Uint32Array(0)): Uint32Array<ArrayBuffer> {
  const merged = new Uint32Array(left.length + right.length)
  let leftAt = 0
  let rightAt = 0
  for (let place = 0; place < merged.length; place++) {
    const takesLeft =
      rightAt === right.length || (leftAt < left.length && (times[left[leftAt] ?? 0] ?? 0) <= (times[right[rightAt] ?? 0] ?? 0))
    merged[place] = (takesLeft ? left[leftAt++] : right[rightAt++]) ?? 0
  }
  return merged
}

const timeReader = (millis: (row: number) => number): Reader => ({ read: (row) => timestamp(millis(row)), number: millis, isTime: true })

const eventTime = (group: LogGroup): Reader => ({
  ...timeReader((row) => group.timestamp(row)),
  numbers: (rows, count, into) => {
    const { timestamps } = group
    for (let at = 0; at < count; at++) into[at] = timestamps[rows[at] ?? 0] ?? 0
  },
})

/** Bytes may be searched only where nothing of them is hidden. */
const messageReader = (group: LogGroup): Reader => ({
  ...valueReader((row) => group.shownMessage(row)),
  ...(group.masking.isUnused ? { messageOf: group } : {}),
})

/** AWS: CWL_AnalyzeLogData-discoverable-fields: what every event has. */
function systemReader(name: string, { group, isEarlier }: Piece, { accountId, region }: Place): Reader | undefined {
  switch (name) {
    case '@message':
      return messageReader(group)
    case '@timestamp':
      return eventTime(group)
    case '@ingestionTime':
      return timeReader((row) => group.ingestionTime(row))
    case '@logStream':
      return valueReader((row) => group.stream(row))
    case '@log':
      return constantText(`${accountId}:${group.name}`)
    case '@ptr':
      return valueReader((row) => recordPointer(group, row))
    case EARLIER:
      return valueReader(() => isEarlier)
    case '@aws.account':
      return constantText(accountId)
    case '@aws.region':
      return region === undefined ? undefined : constantText(region)
    case '@source.log':
      return constantText(group.name)
    default:
      return undefined
  }
}

// not a constant to the planner: it differs from group to group
function constantText(text: string): Reader {
  const { read, number } = constantReader(text)
  return { read, number }
}
