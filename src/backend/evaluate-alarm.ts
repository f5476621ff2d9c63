import { changeState } from '#apis/cloudwatch/alarms/change-state.ts'
import { evaluateAt, nextEvaluation } from '#engines/alarms/index.ts'
import { readWindows } from '#engines/metrics/index.ts'
import { metricOf } from '#lib/alarm/alarm.ts'
import type { Millis } from '#lib/time.ts'
import type { AlarmStore, StoredAlarm } from '#stores/alarm-store.ts'
import type { Account } from './accounts.ts'

export type Evaluation = { readonly at: Millis; readonly name: string }

/** When which alarm is evaluated after one moment, until another and at it; in order of time. */
export function evaluationsBetween(alarms: AlarmStore, after: Millis, end: Millis): readonly Evaluation[] {
  const evaluations: Evaluation[] = []
  for (const { arn, settings } of alarms.all()) {
    let at = nextEvaluation(settings, arn, after)
    for (; at <= end; at = nextEvaluation(settings, arn, at)) evaluations.push({ at, name: settings.AlarmName })
  }
  return evaluations.sort((left, right) => left.at - right.at)
}

/** Evaluates one alarm on what is stored; a change of its state becomes history and actions. */
export function evaluateAlarm({ alarms, metrics }: Account, alarm: StoredAlarm, at: Millis): void {
  const query = metricOf(alarm.settings)
  if (query === undefined) return
  const warmUp = alarm.settings.WarmUpConfiguration !== undefined && alarm.hasWarmedUp !== true ? { createdAt: alarm.createdAt } : undefined
  const { state, change, isWarmingUp } = evaluateAt(
    { alarm: alarm.settings, query, warmUp, read: (asked, range) => readWindows(metrics, asked, range) },
    alarm.standing.value,
    at,
  )
  const present = warmUp !== undefined && !isWarmingUp ? { ...alarm, hasWarmedUp: true } : alarm
  if (present !== alarm) alarms.put(present, [], false)
  if (change !== undefined) changeState(alarms, present, { value: state, ...change }, at)
}
