import { ingest } from '#apis/cloudwatch-logs/ingest.ts'
import { MINUTE, type Millis } from '#lib/time.ts'
import type { WorldRecord, WorldSample } from '#world/index.ts'
import type { Account } from './accounts.ts'
import { DEFAULT_REGION } from './wire/router.ts'

const STEPS_A_TURN = 2_000

export type Happening = WorldRecord | WorldSample

/** Loaded with the first alarm: a world without any does not wait for it. */
const alarmEngine = () => import('./evaluate-alarm.ts')

/** When an account comes to know of a thing. */
const knownAt = (happening: Happening): Millis => ('message' in happening ? happening.timestamp : happening.knownAt)

/**
 * The one place where time passes, for one account: what its world did is recorded in order, and every alarm is evaluated
 * at its own moments, each with what was recorded until then, however long nobody asked.
 */
export class Passage {
  private readonly account: Account
  private readonly happenings: Iterator<Happening>
  private readonly yieldTurn: () => Promise<void>
  private readonly mostEvents: number
  private waiting: Happening | undefined
  private isDone = false
  private isCancelled = false
  private steps = 0
  private under: Promise<void> = Promise.resolve()
  /** Alarms are evaluated up to here. */
  private evaluated: Millis
  /** Events recorded so far, and the time up to which they are complete. */
  events = 0
  reached: Millis

  constructor(account: Account, happenings: Iterable<Happening>, start: Millis, yieldTurn: () => Promise<void>, mostEvents = Infinity) {
    this.account = account
    this.happenings = happenings[Symbol.iterator]()
    this.reached = start
    this.evaluated = start
    this.yieldTurn = yieldTurn
    this.mostEvents = mostEvents
  }

  /** Lets everything before `time` happen; a second caller waits for the first. */
  advance(time: Millis): Promise<void> {
    this.under = this.under.then(() => this.pass(time))
    return this.under
  }

  /** It had more events than are held, and was given up. */
  get isTooLarge(): boolean {
    return this.events > this.mostEvents
  }

  cancel(): void {
    this.isCancelled = true
  }

  /** Alarms with new settings are evaluated at once where the clock stands: their minute would not come. */
  async settle(): Promise<void> {
    const { alarms, clock } = this.account
    if (clock.isStanding !== true) return
    const changed = alarms.takeUnevaluated()
    if (changed.length === 0) return
    const { evaluateAlarm } = await alarmEngine()
    for (const alarm of changed) evaluateAlarm(this.account, alarm, clock.now())
  }

  private async pass(time: Millis): Promise<void> {
    while (this.account.alarms.size > 0 && this.evaluated < time && !this.isCancelled)
      await this.passMinute(Math.min(this.evaluated + MINUTE, time))
    await this.record(time)
    this.evaluated = Math.max(this.evaluated, time)
  }

  private async passMinute(end: Millis): Promise<void> {
    const { evaluateAlarm, evaluationsBetween } = await alarmEngine()
    const { alarms } = this.account
    for (const { at, name } of evaluationsBetween(alarms, this.evaluated, end)) {
      await this.record(at)
      const alarm = alarms.find(name)
      if (alarm !== undefined) evaluateAlarm(this.account, alarm, at)
      if (++this.steps % STEPS_A_TURN === 0) await this.yieldTurn()
    }
    this.evaluated = end
  }

  /** Records everything that is known before `time`. */
  private async record(time: Millis): Promise<void> {
    while (!this.isCancelled) {
      const happening = this.peek()
      if (happening === undefined || knownAt(happening) >= time) break
      this.take(happening)
      if (++this.steps % STEPS_A_TURN === 0) await this.yieldTurn()
    }
    if (!this.isCancelled) this.reached = Math.max(this.reached, time)
  }

  private peek(): Happening | undefined {
    if (this.waiting !== undefined || this.isDone) return this.waiting
    const next = this.happenings.next()
    this.isDone = next.done === true
    this.waiting = next.done === true ? undefined : next.value
    return this.waiting
  }

  private take(happening: Happening): void {
    const { id, logs, metrics } = this.account
    this.waiting = undefined
    this.reached = knownAt(happening)
    if (!('message' in happening)) return metrics.record(happening)
    const group = logs.group(happening.group) ?? logs.createGroup(happening.group, happening.timestamp)
    const batch = { group, stream: happening.stream, events: [happening], at: happening.ingestionTime }
    ingest(this.account, batch, { accountId: id, region: DEFAULT_REGION })
    if (++this.events > this.mostEvents) this.cancel()
  }
}
