import { describe } from 'vitest'
import { evaluate, explain, type SlotReading } from '#engines/alarms/index.ts'
import { missingDataTreatments, type AlarmState, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { testTextCases } from '../../text-cases.ts'
import { AT, readAlarm, readSlots, states } from './read-alarm.ts'

/** A state that does not depend on the one before, or `keep`. */
function outcome(alarm: MetricAlarm, slots: readonly SlotReading[]): string {
  const after = states.map((before) => evaluate(alarm, slots, before, AT).state)
  if (after.every((state, at) => state === states[at])) return 'keep'
  return new Set(after).size === 1 ? String(after[0]) : states.map((before, at) => `${before}->${after[at]}`).join(' ')
}

/** Settings and slots; the state for each treatment of missing data. `X` breaches, `0` does not. */
function decisions(input: string): string {
  const [settings = '', slots = ''] = input.split('\n')
  const [, m, n] = /^(\d+) of (\d+)$/.exec(settings) ?? []
  const alarm = readAlarm(`> 50, M ${m}, N ${n}`)
  const readings = readSlots(alarm, slots.replaceAll('X', '100'))
  return missingDataTreatments
    .toSorted()
    .map((TreatMissingData) => `${TreatMissingData.padEnd(13)}${outcome({ ...alarm, TreatMissingData }, readings)}`)
    .join('\n')
}

/** An alarm, its slots and the state before; everything an explanation says. */
function explanation(input: string): string {
  const [settings = '', slots = '', before = 'OK'] = input.split('\n')
  const alarm = readAlarm(settings)
  const { rule, after, slots: seen, says } = explain(alarm, readSlots(alarm, slots), before as AlarmState, AT)
  const roles = seen.map(({ role, isBreaching }) => (isBreaching ? `${role}!` : role)).join(' | ')
  return [`${rule}: ${after}`, roles, ...says].join('\n')
}

/** An alarm, its slots and the state it comes from; StateReason and StateReasonData. */
function reasons(input: string): string {
  const [settings = '', slots = '', before = 'INSUFFICIENT_DATA'] = input.split('\n')
  const alarm = readAlarm(settings)
  const { state, change } = evaluate(alarm, readSlots(alarm, slots), before as AlarmState, AT + 1849)
  return change === undefined ? `stays ${state}` : `${state}\n${change.reason}\n${change.reasonData}`
}

describe('decisions.txt', () => testTextCases('test/engines/alarms/decisions.txt', decisions))
describe('explanations.txt', () => testTextCases('test/engines/alarms/explanations.txt', explanation))
describe('reasons.txt', () => testTextCases('test/engines/alarms/reasons.txt', reasons))
