import type { AlarmState, MetricAlarm } from '#lib/alarm/alarm.ts'
import { evaluationStep } from '#lib/alarm/evaluation-step.ts'
import type { AlarmExplanation } from '#lib/alarm/replay.ts'
import type { MetricQuery } from '#lib/metric/metric.ts'
import type { Millis } from '#lib/time.ts'
import { evaluate, type Evaluation, type WarmUp } from './evaluate.ts'
import { explain, type ExplainOptions } from './explain.ts'
import { readAhead, readSlots, type ReadWindows } from './slots/windows.ts'

/** One evaluation of an alarm that stands on one metric, over what can be read at that moment. */
export function evaluateAt(
  { alarm, query, read, warmUp }: { alarm: MetricAlarm; query: MetricQuery; read: ReadWindows; warmUp?: WarmUp },
  before: AlarmState,
  at: Millis,
): Evaluation {
  return evaluate(alarm, readSlots(alarm, query, at, read), before, at, warmUp)
}

/** Why an alarm on one metric is in its state after its newest evaluation, and when that would change if no datapoint came. */
export function explainAt(
  { alarm, query, read, ...options }: { alarm: MetricAlarm; query: MetricQuery; read: ReadWindows } & Omit<ExplainOptions, 'ahead'>,
  before: AlarmState,
  at: Millis,
): AlarmExplanation {
  const step = evaluationStep(alarm)
  const ahead = readAhead(alarm, query, at, read)
  return explain(alarm, readSlots(alarm, query, at, read), before, Math.floor(at / step) * step, { ...options, ahead })
}
