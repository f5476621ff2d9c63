import { explainAt, rangeOf, readAlarmWindows, replayOf, ReplayRun, type ReadWindows } from '#engines/alarms/index.ts'
import { readWindows } from '#engines/metrics/index.ts'
import { checkAlarm } from '#languages/alarm/index.ts'
import { metricOf, periodOf, type AlarmState, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { evaluationStep } from '#lib/alarm/evaluation-step.ts'
import type { StateChange } from '#lib/alarm/replay.ts'
import type { MetricQuery } from '#lib/metric/metric.ts'
import { DAY, HOUR, SECOND, type Millis, type TimeRange } from '#lib/time.ts'
import type { MetricStore } from '#stores/metric-store.ts'
import { accountOf, json, objectOf, readBody, Refusal, timeOf, type Body, type Call } from './call.ts'
import { whyNothing } from './missing-metric.ts'

/** Two weeks and what an alarm looks back. */
const LONGEST = 15 * DAY
/** An abandoned replay lets go, and others their turn, after this many. */
const EVALUATIONS_A_TURN = 5000
/** So far back `explain` looks for the state before, where it is not told. */
const LOOKS_BACK = 3 * HOUR

/** What an alarm would have done over a range of the account's metrics. */
export async function replayAlarm({ request, context }: Call): Promise<Response> {
  const body = await readBody(request)
  const { alarm, query } = readAlarm(body)
  const range = readRange(body)
  const { metrics } = await context.account(accountOf(body))
  const initial = readState(body, 'initialState') ?? 'INSUFFICIENT_DATA'
  const changes: StateChange[] = []
  for (const part of partsOf(alarm, range)) {
    const windows = readAlarmWindows(alarm, query, part, readerOf(metrics))
    const run = new ReplayRun(alarm, windows, part, changes.at(-1)?.to ?? initial)
    while (!run.step(EVALUATIONS_A_TURN)) await giveWay(context, request.signal)
    changes.push(...run.result().changes)
    if (part.end < range.end) await giveWay(context, request.signal)
  }
  return json(replayOf(initial, changes, range))
}

async function giveWay({ yieldTurn }: Pick<Call['context'], 'yieldTurn'>, signal: AbortSignal): Promise<void> {
  await yieldTurn()
  signal.throwIfAborted()
}

/** A day at a time is read and evaluated; a warm-up is not to be cut. */
function partsOf(alarm: MetricAlarm, { start, end }: TimeRange): readonly TimeRange[] {
  if (alarm.WarmUpConfiguration !== undefined) return [{ start, end }]
  return Array.from({ length: Math.ceil((end - start) / DAY) }, (_, day) => ({
    start: start + day * DAY,
    end: Math.min(end, start + (day + 1) * DAY),
  }))
}

/** Why an alarm is in its state after the newest evaluation at a moment. */
export async function explainAlarm({ request, context }: Call, body: Body): Promise<Response> {
  const { alarm, query } = readAlarm(body)
  const at = timeOf(body, 'at')
  if (at === undefined) throw new Refusal(400, '"at" must be a time in milliseconds')
  const { metrics } = await context.account(accountOf(body))
  request.signal.throwIfAborted()
  const read = readerOf(metrics)
  const before = readState(body, 'before') ?? stateBefore(alarm, query, at, read)
  const unit = metrics.find(query)?.units[0]
  const explanation = explainAt({ alarm, query, read, unit }, before, at)
  const says = explanation.rule === 'no datapoints' ? [...explanation.says, ...whyNothing(metrics, query)] : explanation.says
  return json({ ...explanation, says })
}

const readerOf =
  (metrics: MetricStore): ReadWindows =>
  (query, range) =>
    readWindows(metrics, query, range)

/** The state that an alarm made some hours earlier would be in just before the newest evaluation at a moment. */
function stateBefore(alarm: MetricAlarm, query: MetricQuery, at: Millis, read: ReadWindows): AlarmState {
  const end = Math.floor(at / evaluationStep(alarm)) * evaluationStep(alarm)
  const back = Math.max(LOOKS_BACK, 2 * rangeOf(alarm) * periodOf(alarm) * SECOND)
  const range = { start: end - back, end }
  const run = new ReplayRun(
    { ...alarm, WarmUpConfiguration: undefined },
    readAlarmWindows(alarm, query, range, read),
    range,
    'INSUFFICIENT_DATA',
  )
  while (!run.step(EVALUATIONS_A_TURN));
  return run.result().changes.at(-1)?.to ?? 'INSUFFICIENT_DATA'
}

function readAlarm(body: Body): { readonly alarm: MetricAlarm; readonly query: MetricQuery } {
  const given: Partial<MetricAlarm> = objectOf(body, 'alarm')
  const problems = checkAlarm(given)
  if (problems.length > 0) throw new Refusal(400, problems[0]?.says ?? '', { problems })
  const alarm = given as MetricAlarm
  const query = metricOf(alarm)
  if (query === undefined || alarm.ThresholdMetricId !== undefined) throw new Refusal(501, 'an alarm on an expression is not simulated yet')
  return { alarm, query }
}

function readRange(body: Body): TimeRange {
  const start = timeOf(body, 'start')
  const end = timeOf(body, 'end')
  if (start === undefined || end === undefined) throw new Refusal(400, '"start" and "end" must be times in milliseconds')
  if (start >= end) throw new Refusal(400, `"start" must be before "end", found ${start} and ${end}`)
  if (end - start > LONGEST) throw new Refusal(400, `a replay is at most 15 days long, found ${Math.ceil((end - start) / DAY)} days`)
  return { start, end }
}

const states: readonly string[] = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] satisfies readonly AlarmState[]
const isState = (value: unknown): value is AlarmState => typeof value === 'string' && states.includes(value)

function readState(body: Body, name: string): AlarmState | undefined {
  const value = body[name]
  if (value === undefined) return undefined
  if (!isState(value)) throw new Refusal(400, `"${name}" must be OK, ALARM or INSUFFICIENT_DATA`)
  return value
}
