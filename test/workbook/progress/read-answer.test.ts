import { expect, test } from 'vitest'
import { readAnswer } from '#workbook/progress/read-answer.ts'

const alarm = {
  Namespace: 'AWS/Lambda',
  MetricName: 'Duration',
  Dimensions: [{ Name: 'FunctionName', Value: 'load' }],
  ExtendedStatistic: 'p95',
  Period: 60,
  EvaluationPeriods: 3,
  DatapointsToAlarm: 2,
  Threshold: 1000,
  ComparisonOperator: 'GreaterThanThreshold',
  TreatMissingData: 'notBreaching',
}
const panel = {
  title: 'Load',
  targets: [
    { namespace: 'AWS/Lambda', metricName: 'Duration', dimensions: { FunctionName: 'load' }, statistic: 'p95', period: 60, label: 'p95' },
  ],
  unit: 'ms',
  axis: { min: 0 },
  legend: { show: true, placement: 'right' },
  thresholds: [{ value: 1000, color: 'red' }],
}

test('answers of forms come back as they were kept', () => {
  for (const answer of [
    { kind: 'alarm', alarm },
    { kind: 'panel', panel },
    { kind: 'states', states: ['OK', null, 'INSUFFICIENT_DATA'] },
    { kind: 'choices', choices: ['Errors Sum', null] },
    { kind: 'table', table: 'a1b2c3d4' },
    { kind: 'table', table: null },
    {
      kind: 'claim',
      claim: { cause: 'throttling', start: '14:3' },
      journal: [
        { console: 'insights', text: 'limit 5', group: '/a', range: { start: 1, end: 2 } },
        { console: 'metrics', text: 'Sum of Errors', range: { start: 1, end: 2 } },
      ],
      evidence: [1],
    },
    { kind: 'marks', marks: [{ line: 0, from: 3, to: 7 }] },
  ]) {
    expect(readAnswer(JSON.parse(JSON.stringify(answer)))).toEqual(answer)
  }
})

test('an alarm without what every alarm has is none, and a member of the wrong kind is left out', () => {
  expect(readAnswer({ kind: 'alarm', alarm: { ...alarm, ComparisonOperator: 'Above' } })).toBeUndefined()
  expect(readAnswer({ kind: 'alarm', alarm: { ...alarm, EvaluationPeriods: '3' } })).toBeUndefined()
  expect(readAnswer({ kind: 'alarm', alarm: { ...alarm, Dimensions: 'load', TreatMissingData: 'never', Threshold: null } })).toEqual({
    kind: 'alarm',
    alarm: Object.fromEntries(Object.entries(alarm).filter(([name]) => !['Dimensions', 'TreatMissingData', 'Threshold'].includes(name))),
  })
})

test('a panel with a broken target, a state that is none and a choice that is no text are no answers', () => {
  expect(readAnswer({ kind: 'panel', panel: { targets: [{ namespace: 'AWS/Lambda' }] } })).toBeUndefined()
  expect(readAnswer({ kind: 'states', states: ['FINE'] })).toBeUndefined()
  expect(readAnswer({ kind: 'choices', choices: [1] })).toBeUndefined()
  expect(
    readAnswer({ kind: 'claim', claim: {}, journal: [{ console: 'shell', text: 'ls', range: { start: 1, end: 2 } }], evidence: [] }),
  ).toBeUndefined()
  expect(readAnswer({ kind: 'claim', claim: { cause: 4, weather: 'wet' }, journal: [], evidence: [] })).toEqual({
    kind: 'claim',
    claim: {},
    journal: [],
    evidence: [],
  })
  expect(readAnswer({ kind: 'table' })).toBeUndefined()
  expect(readAnswer({ kind: 'marks', marks: [{ line: 0, from: 7, to: 3 }] })).toBeUndefined()
  expect(readAnswer({ kind: 'guess' })).toBeUndefined()
})
