import type { MadeThing } from '#lib/made.ts'
import type { Clock, Millis } from '#lib/time.ts'
import type { Database } from './database.ts'
import { readProgressFile, writeProgressFile, type ImportOutcome } from './file.ts'
import type { LocalShelf } from './local-shelf.ts'
import { emptyRecord, importRecord, isTouched, type ExerciseRecord } from './record.ts'
import { isThingKey, keyOf, mergeThings, readThing, valueOf, type Here, type Thing } from './things.ts'

/** Where the newest write went. */
export type Keeping = 'database' | 'local-storage' | 'memory'

export type Progress = {
  readonly loaded: boolean
  readonly records: ReadonlyMap<string, ExerciseRecord>
  readonly here: Here | undefined
  readonly keeping: Keeping
  /** When the newest write was known to be safe. */
  readonly savedAt: Millis | undefined
  /** Something kept here could not be read, and was set aside. */
  readonly setAside: boolean
}

export type ProgressOptions = {
  readonly clock: Clock
  readonly shelf: LocalShelf
  readonly openDatabase: () => Promise<Database>
  /** How tabs tell each other; undefined where the browser has no BroadcastChannel. */
  readonly channel: BroadcastChannel | undefined
}

type Change = Partial<Omit<ExerciseRecord, 'changedAt' | 'resetAt'>>

const nothing: Progress = {
  loaded: false,
  records: new Map(),
  here: undefined,
  keeping: 'database',
  savedAt: undefined,
  setAside: false,
}

/**
 * Answers and progress. A write is in memory and in localStorage before the call returns, in IndexedDB soon after;
 * then localStorage lets go of it. Where one of the two is missing or full the other keeps it, and where both are, `keeping` says so.
 */
export class ProgressStore {
  private progress: Progress = nothing
  private readonly listeners = new Set<() => void>()
  private readonly waiting = new Map<string, Thing>()
  private database: Promise<Database | undefined> | undefined
  private flushing: Promise<void> | undefined
  private lastChange: Millis = 0
  private readonly options: ProgressOptions

  constructor(options: ProgressOptions) {
    this.options = options
    options.channel?.addEventListener('message', (event: MessageEvent<unknown>) => this.hear(event.data))
  }

  readonly snapshot = (): Progress => this.progress

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Reads what is kept; the pages work before it is done. */
  async load(): Promise<void> {
    this.readShelf()
    const database = await this.openOnce()
    for (const [key, value] of await this.readDatabase(database)) {
      const thing = readThing(key, value)
      if (thing !== undefined) this.take(thing)
      else await this.putAside(database, key, value)
    }
    this.show({ loaded: true })
    await this.flush()
  }

  record(id: string): ExerciseRecord {
    return this.progress.records.get(id) ?? emptyRecord(0)
  }

  update(id: string, change: (record: ExerciseRecord) => Change): void {
    const record = this.record(id)
    this.write({ kind: 'exercise', id, record: { ...record, ...change(record), changedAt: this.now() } })
  }

  setHere(exercise: string): void {
    this.write({ kind: 'here', here: { exercise, at: this.now() } })
  }

  /** Begins an exercise afresh; what stood there is given back for an undo. */
  reset(id: string): ExerciseRecord {
    const before = this.record(id)
    const now = this.now()
    this.write({ kind: 'exercise', id, record: { ...emptyRecord(now), resetAt: now } })
    return before
  }

  restore(id: string, record: ExerciseRecord): void {
    this.write({ kind: 'exercise', id, record: { ...record, changedAt: this.now() } })
  }

  resetAll(): void {
    for (const id of this.progress.records.keys()) this.reset(id)
  }

  /** One file with everything, and with what was made in the open consoles, which the cloud keeps. */
  exportFile(made: readonly MadeThing[] = []): string {
    const touched = [...this.progress.records].filter(([, record]) => isTouched(record))
    const { here } = this.progress
    return writeProgressFile({ exportedAt: this.options.clock.now(), exercises: Object.fromEntries(touched), here, made })
  }

  /** Takes a file's progress in beside the present one; a broken or foreign file changes nothing. */
  importFile(text: string): ImportOutcome {
    const read = readProgressFile(text)
    if (read.kind === 'refused') return read
    for (const [id, imported] of Object.entries(read.file.exercises)) {
      this.write({ kind: 'exercise', id, record: importRecord(this.progress.records.get(id), imported, this.now()) })
    }
    const { here } = read.file
    const isNewer = here !== undefined && here.at > (this.progress.here?.at ?? 0) && here.at <= this.options.clock.now()
    if (isNewer) this.write({ kind: 'here', here })
    return { kind: 'taken', exercises: Object.keys(read.file.exercises).length }
  }

  /** Resolves when everything written so far is where it can be. */
  async settled(): Promise<void> {
    await this.flush()
  }

  /** A storage event of another tab: the way tabs hear each other where there is no BroadcastChannel. */
  hearStorage(storageKey: string | null, text: string | null): void {
    const key = this.options.shelf.ownKey(storageKey)
    if (key === undefined || text === null || !isThingKey(key)) return
    const thing = readText(key, text)
    if (thing !== undefined) this.take(thing)
  }

  private now(): Millis {
    this.lastChange = Math.max(this.options.clock.now(), this.lastChange + 1)
    return this.lastChange
  }

  private write(thing: Thing): void {
    this.take(thing)
    const key = keyOf(thing)
    const onShelf = this.options.shelf.put(key, JSON.stringify(valueOf(thing)))
    if (onShelf) this.show({ savedAt: this.options.clock.now() })
    this.waiting.set(key, thing)
    this.options.channel?.postMessage({ key, value: valueOf(thing) })
    void this.flush()
  }

  private async flush(): Promise<void> {
    while (this.flushing !== undefined) await this.flushing
    if (this.waiting.size === 0) return
    this.flushing = this.flushWaiting().finally(() => (this.flushing = undefined))
    await this.flushing
  }

  private async flushWaiting(): Promise<void> {
    const database = await this.openOnce()
    while (this.waiting.size > 0) {
      const things = [...this.waiting.values()]
      this.waiting.clear()
      for (const thing of things) await this.keep(database, thing)
    }
  }

  private async keep(database: Database | undefined, thing: Thing): Promise<void> {
    const key = keyOf(thing)
    const text = JSON.stringify(valueOf(thing))
    try {
      if (database === undefined) throw new Error('cannot keep progress in the database: it did not open')
      const stands = await database.put(thing)
      this.options.shelf.removeIfSame(key, text)
      this.take(stands)
      this.show({ keeping: 'database', savedAt: this.options.clock.now() })
    } catch {
      const onShelf = this.options.shelf.entries().some(([kept, keptText]) => kept === key && keptText === text)
      const newer = this.waiting.has(key)
      if (!newer) this.show(onShelf ? { keeping: 'local-storage' } : { keeping: 'memory', savedAt: undefined })
    }
  }

  private openOnce(): Promise<Database | undefined> {
    this.database ??= this.options.openDatabase().catch(() => undefined)
    return this.database
  }

  private async readDatabase(database: Database | undefined): Promise<readonly (readonly [string, unknown])[]> {
    if (database === undefined) {
      this.show({ keeping: this.options.shelf.put('probe', '1') ? 'local-storage' : 'memory' })
      this.options.shelf.removeIfSame('probe', '1')
      return []
    }
    return database.all().catch(() => [])
  }

  private readShelf(): void {
    for (const [key, text] of this.options.shelf.entries()) {
      if (!isThingKey(key)) continue
      const thing = readText(key, text)
      if (thing === undefined) {
        this.options.shelf.setAside(key)
        this.show({ setAside: true })
      } else {
        this.take(thing)
        // written again in our own order of members, so that it is known for the same when the database has it
        this.options.shelf.put(key, JSON.stringify(valueOf(thing)))
        this.waiting.set(key, thing)
      }
    }
  }

  private async putAside(database: Database | undefined, key: string, value: unknown): Promise<void> {
    this.show({ setAside: true })
    await database?.setAside(key, value).catch(() => undefined)
  }

  private hear(message: unknown): void {
    if (typeof message !== 'object' || message === null || !('key' in message) || !('value' in message)) return
    const thing = typeof message.key === 'string' ? readThing(message.key, message.value) : undefined
    if (thing !== undefined) this.take(thing)
  }

  /** Into memory, unless something newer is there. */
  private take(thing: Thing): void {
    if (thing.kind === 'here') {
      const before: Thing | undefined = this.progress.here && { kind: 'here', here: this.progress.here }
      const merged = mergeThings(before, thing)
      if (merged.kind === 'here') this.show({ here: merged.here })
      return
    }
    const before = this.progress.records.get(thing.id)
    const merged = mergeThings(before && { kind: 'exercise', id: thing.id, record: before }, thing)
    if (merged.kind !== 'exercise') return
    this.lastChange = Math.max(this.lastChange, merged.record.changedAt)
    this.show({ records: new Map(this.progress.records).set(thing.id, merged.record) })
  }

  private show(change: Partial<Progress>): void {
    this.progress = { ...this.progress, ...change }
    for (const listener of this.listeners) listener()
  }
}

function readText(key: string, text: string): Thing | undefined {
  try {
    return readThing(key, JSON.parse(text))
  } catch {
    return undefined
  }
}
