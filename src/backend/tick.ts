import { publishSamples } from '#apis/cloudwatch-logs/metric-filter/samples.ts'
import { changeState } from '#apis/cloudwatch/alarms/change-state.ts'
import { evaluateAt, nextEvaluation } from '#engines/alarms/index.ts'
import { readWindows } from '#engines/metrics/index.ts'
import { metricOf } from '#lib/alarm/alarm.ts'
import { MINUTE, type Millis } from '#lib/time.ts'
import type { StoredAlarm } from '#stores/alarm-store.ts'
import type { WorldRecord, WorldSample } from '#world/index.ts'
import type { Account } from './accounts.ts'
import { DEFAULT_REGION } from './wire/router.ts'

const STEPS_A_TURN = 2_000

export type Happening = WorldRecord | WorldSample

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
  settle(): void {
    const { alarms, clock } = this.account
    if (clock.isStanding !== true) return
    for (const alarm of alarms.takeUnevaluated()) this.evaluate(alarm, clock.now())
  }

  private async pass(time: Millis): Promise<void> {
    while (this.account.alarms.size > 0 && this.evaluated < time && !this.isCancelled)
      await this.passMinute(Math.min(this.evaluated + MINUTE, time))
    await this.record(time)
    this.evaluated = Math.max(this.evaluated, time)
  }

  private async passMinute(end: Millis): Promise<void> {
    for (const { at, name } of this.evaluationsUntil(end)) {
      await this.record(at)
      const alarm = this.account.alarms.find(name)
      if (alarm !== undefined) this.evaluate(alarm, at)
      if (++this.steps % STEPS_A_TURN === 0) await this.yieldTurn()
    }
    this.evaluated = end
  }

  /** In order of time. */
  private evaluationsUntil(end: Millis): readonly { readonly at: Millis; readonly name: string }[] {
    const evaluations: { at: Millis; name: string }[] = []
    for (const { arn, settings } of this.account.alarms.all()) {
      let at = nextEvaluation(settings, arn, this.evaluated)
      for (; at <= end; at = nextEvaluation(settings, arn, at)) evaluations.push({ at, name: settings.AlarmName })
    }
    return evaluations.sort((left, right) => left.at - right.at)
  }

  private evaluate(alarm: StoredAlarm, at: Millis): void {
    const { alarms, metrics } = this.account
    const query = metricOf(alarm.settings)
    if (query === undefined) return
    const warmUp =
      alarm.settings.WarmUpConfiguration !== undefined && alarm.hasWarmedUp !== true ? { createdAt: alarm.createdAt } : undefined
    const { state, change, isWarmingUp } = evaluateAt(
      { alarm: alarm.settings, query, warmUp, read: (asked, range) => readWindows(metrics, asked, range) },
      alarm.standing.value,
      at,
    )
    const present = warmUp !== undefined && !isWarmingUp ? { ...alarm, hasWarmedUp: true } : alarm
    if (present !== alarm) alarms.put(present, [], false)
    if (change !== undefined) changeState(alarms, present, { value: state, ...change }, at)
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
    const { id, logs, metrics, resources } = this.account
    this.waiting = undefined
    this.reached = knownAt(happening)
    if (!('message' in happening)) return metrics.record(happening)
    const group = logs.group(happening.group) ?? logs.createGroup(happening.group, happening.timestamp)
    group.append(happening.stream, [happening], happening.ingestionTime)
    const filters = resources.metricFilters(group.name)
    if (filters.length > 0) publishSamples(filters, [happening], metrics, { accountId: id, region: DEFAULT_REGION, group: group.name })
    if (++this.events > this.mostEvents) this.cancel()
  }
}
