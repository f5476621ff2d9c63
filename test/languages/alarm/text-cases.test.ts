import { describe, expect, test } from 'vitest'
import { checkAlarm, conditionPhrase, putMetricAlarmCommand } from '#languages/alarm/index.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import { testTextCases } from '../../text-cases.ts'
import { readAlarm } from './read.ts'

/** Each problem: member, AWS's words, our own. */
function problems(input: string): string {
  const found = checkAlarm(readAlarm(input), { region: 'us-east-1' })
  if (found.length === 0) return 'taken'
  return found.map(({ member, message, says, code }) => `${member}${code ? ` ${code}` : ''}\n  ${message}\n  ${says}`).join('\n')
}

const phrase = (input: string): string => conditionPhrase(readAlarm(input) as MetricAlarm)
const command = (input: string): string => putMetricAlarmCommand(readAlarm(input) as MetricAlarm)

describe('problems.txt', () => testTextCases('test/languages/alarm/problems.txt', problems))
describe('conditions.txt', () => testTextCases('test/languages/alarm/conditions.txt', phrase))
describe('commands.txt', () => testTextCases('test/languages/alarm/commands.txt', command))

test('nothing that a form or a wire can hold makes the check fall over', () => {
  const odd: readonly unknown[] = [null, 0, -1, 1.5, '', 'x', [], {}, true, [null], [{}], { WallClockWindow: null }]
  for (const member of [
    'Period',
    'EvaluationPeriods',
    'Metrics',
    'AlarmActions',
    'EvaluationWindow',
    'Threshold',
    'Dimensions',
    'Statistic',
    'ComparisonOperator',
    'WarmUpConfiguration',
  ])
    for (const value of odd) expect(Array.isArray(checkAlarm({ ...readAlarm(''), [member]: value } as Partial<MetricAlarm>))).toBe(true)
})
