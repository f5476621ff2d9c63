import { evaluate, rangeOf, samplesNeeded, stateReason, type SlotReading } from '#engines/alarms/index.ts'
import { missingDataTreatment, periodOf, type AlarmState, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { ApiError } from '#lib/operation/api-error.ts'
import { SECOND } from '#lib/time.ts'
import { answerOrRefusal, startCloudWatch } from '../cloudwatch-call.ts'
import type { CaseResult, NeutralCase } from '../neutral-case.ts'

type Given = Readonly<Record<string, unknown>>
type Value = number | null

const isRecord = (value: unknown): value is Given => typeof value === 'object' && value !== null && !Array.isArray(value)

/** An alarm holds only what its case needs; the metric and what goes with it are added here. */
function alarmOf(testCase: NeutralCase): MetricAlarm {
  const given = isRecord(testCase['alarm']) ? testCase['alarm'] : {}
  return { AlarmName: 'case', Namespace: 'Cases', MetricName: 'Value', ...given } as MetricAlarm
}

const isState = (value: unknown): value is AlarmState => value === 'OK' || value === 'ALARM' || value === 'INSUFFICIENT_DATA'

function stateOf(testCase: NeutralCase, member: string): AlarmState {
  const state = testCase[member]
  if (!isState(state)) throw new Error(`cannot read the case: "${member}" is ${JSON.stringify(state)}, not a state`)
  return state
}

const expectOf = (testCase: NeutralCase): Given => (isRecord(testCase['expect']) ? testCase['expect'] : {})

const valuesOf = (given: unknown): readonly Value[] =>
  (Array.isArray(given) ? given : []).map((value) => (typeof value === 'number' ? value : null))

/** One slot a period, the last one ending at `at`. */
function slotsOf(alarm: MetricAlarm, values: readonly Value[], at: number): readonly SlotReading[] {
  const period = periodOf(alarm) * SECOND
  return values.map((value, slot) => {
    const end = at - (values.length - 1 - slot) * period
    return { start: end - period, end, value }
  })
}

const AT = Date.UTC(2024, 0, 3, 12)

/** Kind "alarm-window": one evaluation over a whole range. */
export function runAlarmWindowCase(testCase: NeutralCase): CaseResult {
  const alarm = alarmOf(testCase)
  const { state, stateNot } = expectOf(testCase)
  const actual = evaluate(alarm, slotsOf(alarm, valuesOf(testCase['range']), AT), stateOf(testCase, 'priorState'), AT).state
  const passed = state === undefined ? isState(stateNot) && actual !== stateNot : actual === state
  return { passed, expected: testCase['expect'], actual }
}

/** Kind "alarm-compare": one datapoint, one period. */
export function runAlarmCompareCase(testCase: NeutralCase): CaseResult {
  const alarm = alarmOf(testCase)
  const band = bandOf(testCase['band'])
  const slots = slotsOf(alarm, valuesOf([testCase['value']]), AT).map((slot) => ({ ...slot, band }))
  const actual = evaluate(alarm, slots, 'INSUFFICIENT_DATA', AT).state
  return { passed: actual === expectOf(testCase)['state'], expected: testCase['expect'], actual }
}

const isNumber = (value: unknown): value is number => typeof value === 'number'

/** The edges of a band; one that is not given is nowhere. */
function bandOf(given: unknown): SlotReading['band'] {
  if (!isRecord(given)) return undefined
  const { lower, upper } = given
  return { lower: isNumber(lower) ? lower : Number.NaN, upper: isNumber(upper) ? upper : Number.NaN }
}

/** Kind "alarm-timeline": one evaluation a period, each having just seen its value. */
export function runAlarmTimelineCase(testCase: NeutralCase): CaseResult {
  const alarm = alarmOf(testCase)
  const values = valuesOf(testCase['values'])
  const before: readonly Value[] = Array.from({ length: rangeOf(alarm) - 1 }, () => null)
  let state = stateOf(testCase, 'initialState')
  const actual = values.map((_, moment) => {
    const at = AT + moment * periodOf(alarm) * SECOND
    const seen = [...before, ...values.slice(0, moment + 1)].slice(-rangeOf(alarm))
    state = evaluate(alarm, slotsOf(alarm, seen, at), state, at).state
    return state
  })
  const states = expectOf(testCase)['states']
  const passed =
    Array.isArray(states) &&
    states.length === actual.length &&
    states.every((wanted, moment) => wanted === '*' || wanted === actual[moment])
  return { passed, expected: states, actual }
}

/** Kind "alarm-low-samples": whether a period with so many samples is evaluated, or leaves the state alone. */
export function runAlarmLowSamplesCase(testCase: NeutralCase): CaseResult {
  const { statistic, sampleCount, setting } = testCase
  const alarm: MetricAlarm = {
    ...alarmOf(testCase),
    ExtendedStatistic: String(statistic),
    Period: 60,
    EvaluationPeriods: 1,
    ComparisonOperator: 'GreaterThanThreshold',
    Threshold: 1,
    EvaluateLowSampleCountPercentile: setting === 'ignore' || setting === 'evaluate' ? setting : undefined,
  }
  const slots = slotsOf(alarm, [2], AT).map((slot) => ({ ...slot, sampleCount: Number(sampleCount) }))
  const actual = evaluate(alarm, slots, 'INSUFFICIENT_DATA', AT).state === 'ALARM'
  const expected = expectOf(testCase)['evaluated']
  return { passed: actual === expected, expected, actual: { evaluated: actual, needed: samplesNeeded(alarm) } }
}

/** Kind "alarm-limits": whether PutMetricAlarm takes it; actions are names that stand for ARNs. */
export async function runAlarmLimitsCase(testCase: NeutralCase): Promise<CaseResult> {
  const alarm = alarmOf(testCase)
  const answer = await answerOrRefusal(
    startCloudWatch(AT).call('PutMetricAlarm', {
      ...withMetric(alarm),
      OKActions: arnsOf(alarm.OKActions),
      AlarmActions: arnsOf(alarm.AlarmActions),
      InsufficientDataActions: arnsOf(alarm.InsufficientDataActions),
    }),
  )
  // what is only not simulated has passed every check before
  const isTaken = !(answer instanceof ApiError) || answer.status === 501
  const actual = answer instanceof ApiError ? { error: answer.queryCode, message: answer.message } : 'taken'
  return { passed: isTaken === expectOf(testCase)['valid'], expected: testCase['expect'], actual }
}

const arnsOf = (actions: readonly string[] | undefined): readonly string[] | undefined =>
  actions?.map((action) => (action.startsWith('arn:') ? action : `arn:aws:sns:us-east-1:123456789012:${action}`))

/** The case's own list of metrics, or its query, stands without the added metric. */
function withMetric(alarm: MetricAlarm): MetricAlarm {
  const hasOwn = alarm.Metrics !== undefined || Object.hasOwn(alarm, 'EvaluationCriteria')
  return hasOwn ? { ...alarm, Namespace: undefined, MetricName: undefined } : alarm
}

/** Kind "alarm-state-reason": the text of a change; datapoints are given oldest first, none where all were missing. */
export function runAlarmStateReasonCase(testCase: NeutralCase): CaseResult {
  const alarm = alarmOf(testCase)
  const given = (Array.isArray(testCase['datapoints']) ? testCase['datapoints'] : []).filter(isRecord)
  const datapoints = given.map(datapointOf).toReversed()
  const to = stateOf(testCase, 'to')
  // no datapoint at all: every missing one was counted as the state says
  const filling = to === 'OK' ? 'notBreaching' : 'breaching'
  const treated: MetricAlarm = datapoints.length === 0 ? { TreatMissingData: filling, ...alarm } : alarm
  const isFilled = ['breaching', 'notBreaching'].includes(missingDataTreatment(treated))
  const fills = isFilled ? Math.max(0, alarm.EvaluationPeriods - datapoints.length) : 0
  const actual = stateReason(treated, to, { datapoints, fills })
  const expected = expectOf(testCase)['reason']
  return { passed: actual === expected, expected, actual }
}

function datapointOf(given: Given) {
  const { at, value, lower, upper, band } = given
  const edges = band ?? (isNumber(lower) || isNumber(upper) ? { lower, upper } : undefined)
  return { start: isNumber(at) ? at * SECOND : Date.parse(String(at)), value: Number(value), band: bandOf(edges) }
}
