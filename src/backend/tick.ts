import type { Millis } from '#lib/time.ts'
import type { LogStore } from '#stores/log-store.ts'
import type { WorldRecord } from '#world/index.ts'

const RECORDS_A_TURN = 2_000

/** The one place where time passes: what a world did until now is recorded, in order, once. */
export class WorldFeed {
  private readonly records: Iterator<WorldRecord>
  private readonly logs: LogStore
  private readonly yieldTurn: () => Promise<void>
  private waiting: WorldRecord | undefined
  private isDone = false
  private isCancelled = false
  private under: Promise<void> = Promise.resolve()
  /** Events recorded so far, and the time up to which they are complete. */
  events = 0
  reached: Millis

  constructor(records: Iterable<WorldRecord>, start: Millis, logs: LogStore, yieldTurn: () => Promise<void>) {
    this.records = records[Symbol.iterator]()
    this.reached = start
    this.logs = logs
    this.yieldTurn = yieldTurn
  }

  /** Records everything before `time`; a second caller waits for the first. */
  advance(time: Millis): Promise<void> {
    this.under = this.under.then(() => this.record(time))
    return this.under
  }

  cancel(): void {
    this.isCancelled = true
  }

  private async record(time: Millis): Promise<void> {
    for (let count = 1; !this.isCancelled; count++) {
      const record = this.peek()
      if (record === undefined || record.timestamp >= time) break
      this.take(record)
      if (count % RECORDS_A_TURN === 0) await this.yieldTurn()
    }
    if (!this.isCancelled) this.reached = Math.max(this.reached, time)
  }

  private peek(): WorldRecord | undefined {
    if (this.waiting !== undefined || this.isDone) return this.waiting
    const next = this.records.next()
    this.isDone = next.done === true
    this.waiting = next.done === true ? undefined : next.value
    return this.waiting
  }

  private take(record: WorldRecord): void {
    const group = this.logs.group(record.group) ?? this.logs.createGroup(record.group, record.timestamp)
    group.append(record.stream, [record], record.ingestionTime)
    this.waiting = undefined
    this.events++
    this.reached = record.timestamp
  }
}
