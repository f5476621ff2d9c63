import type { AlarmState, MetricAlarm } from '#lib/alarm/alarm.ts'
import { isWallClock } from '#lib/alarm/evaluation-step.ts'
import type { Replay, StateChange, StateStretch } from '#lib/alarm/replay.ts'
import type { Millis, TimeRange } from '#lib/time.ts'
import { classify, decide, Tally, type Window } from './decide.ts'
import { countedBy, isWarmingUp, lookAt } from './evaluate.ts'
import { newestEnd, periodMillis } from './slots/layout.ts'
import { stateReason } from './words/reason.ts'
import { createRule, type Rule } from './rule.ts'
import { evaluationRange, windowStep, type SlotReading, type Windows } from './slots/windows.ts'

/** What an alarm made at the range's start would have done over it, all at once. */
export function replay(alarm: MetricAlarm, windows: Windows, range: TimeRange, initial: AlarmState = 'INSUFFICIENT_DATA'): Replay {
  const run = new ReplayRun(alarm, windows, range, initial)
  while (!run.step(Number.POSITIVE_INFINITY));
  return run.result()
}

/** A replay in steps, for whoever must let others go first. */
export class ReplayRun {
  private readonly alarm: MetricAlarm
  private readonly windows: Windows
  private readonly range: TimeRange
  private readonly initial: AlarmState
  private readonly rule: Rule
  private readonly window: Window
  private readonly tally = new Tally()
  private readonly changes: StateChange[] = []
  private readonly between: Millis
  private readonly last: Millis
  private readonly isWallClock: boolean
  /** How many windows one evaluation is ahead of the one before. */
  private readonly advance: number
  private at: Millis
  private state: AlarmState
  private isWarmingUp: boolean

  constructor(alarm: MetricAlarm, windows: Windows, range: TimeRange, initial: AlarmState) {
    const { first, last, step } = evaluationRange(alarm, range)
    this.alarm = alarm
    this.windows = windows
    this.range = range
    this.initial = initial
    this.rule = createRule(alarm)
    this.isWallClock = isWallClock(alarm)
    const apart = windowStep(alarm)
    const stride = this.isWallClock ? 1 : periodMillis(alarm) / apart
    this.advance = step / apart
    const newest = this.isWallClock ? -1 : (newestEnd(alarm, first) - (windows.ends[0] ?? 0)) / apart - this.advance
    this.window = { classes: classesOf(this.rule, windows), newest, stride, count: this.rule.range }
    this.between = step
    this.at = first
    this.last = last
    this.state = initial
    this.isWarmingUp = alarm.WarmUpConfiguration !== undefined
  }

  /** Makes some more evaluations; true when all are made. */
  step(evaluations: number): boolean {
    for (let made = 0; made < evaluations && this.at <= this.last; made++, this.at += this.between) this.evaluate()
    return this.at > this.last
  }

  get hasChanged(): boolean {
    return this.changes.length > 0
  }

  result(): Replay {
    return replayOf(this.initial, this.changes, this.range)
  }

  private evaluate(): void {
    this.window.newest = this.isWallClock ? this.newestByClock() : this.window.newest + this.advance
    this.tally.count(this.rule, this.window)
    if (this.isWarmingUp) this.isWarmingUp = isWarmingUp(this.alarm, this.range.start, this.at, this.tally)
    const to = this.isWarmingUp ? 'INSUFFICIENT_DATA' : decide(this.rule, this.tally, this.state)
    if (to === this.state) return
    const reason = stateReason(this.alarm, to, countedBy(lookAt(this.rule, this.slots())))
    this.changes.push({ at: this.at, from: this.state, to, reason })
    this.state = to
  }

  private newestByClock(): number {
    const { ends } = this.windows
    let { newest } = this.window
    while ((ends[newest + 1] ?? Number.POSITIVE_INFINITY) <= this.at) newest++
    return newest
  }

  /** The slots of the present evaluation, oldest first, made only where a change needs words. */
  private slots(): readonly SlotReading[] {
    const { newest, stride, count } = this.window
    const slots: SlotReading[] = []
    for (let slot = count - 1; slot >= 0; slot--) slots.push(this.slotAt(newest - slot * stride))
    return slots.filter(({ end }) => !Number.isNaN(end))
  }

  private slotAt(index: number): SlotReading {
    const { ends, values, sampleCounts, lower, upper } = this.windows
    const end = ends[index] ?? Number.NaN
    const value = values[index] ?? Number.NaN
    const start = this.isWallClock ? (ends[index - 1] ?? end - periodMillis(this.alarm)) : end - periodMillis(this.alarm)
    if (Number.isNaN(value)) return { start, end, value: null }
    const band = lower && upper && { lower: lower[index] ?? Number.NaN, upper: upper[index] ?? Number.NaN }
    return { start, end, value, sampleCount: sampleCounts?.[index], band }
  }
}

function classesOf(rule: Rule, { values, sampleCounts, lower, upper }: Windows): Uint8Array {
  const classes = new Uint8Array(values.length)
  for (let at = 0; at < values.length; at++) {
    const samples = sampleCounts?.[at] ?? Number.POSITIVE_INFINITY
    classes[at] = classify(rule, values[at] ?? Number.NaN, samples, lower?.[at] ?? Number.NaN, upper?.[at] ?? Number.NaN)
  }
  return classes
}

/** The changes of a range as stretches without gaps, with how often and how long each state was. */
export function replayOf(initial: AlarmState, changes: readonly StateChange[], { start, end }: TimeRange): Replay {
  const states = [{ state: initial, start }, ...changes.map(({ at, to }) => ({ state: to, start: at }))]
  const stretches = states
    .map((stretch, at): StateStretch => ({ ...stretch, end: states[at + 1]?.start ?? end }))
    .filter((stretch) => stretch.end > stretch.start)
  const total = (state: AlarmState) => ({
    times: changes.filter(({ to }) => to === state).length,
    duration: stretches.reduce((sum, stretch) => sum + (stretch.state === state ? stretch.end - stretch.start : 0), 0),
  })
  return {
    start,
    end,
    stretches,
    changes,
    totals: { OK: total('OK'), ALARM: total('ALARM'), INSUFFICIENT_DATA: total('INSUFFICIENT_DATA') },
  }
}
