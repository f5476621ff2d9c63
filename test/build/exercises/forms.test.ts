import { expect, test } from 'vitest'
import { parseExercise } from '../../../src/build/exercises/parse.ts'

const alarm = `---
title: An alarm
kind: alarm
skills: [x]
minutes: 2
world: {scenario: pipeline, window: 4h, groups: [], with: {from: "22:00", every: 5m}}
fixed: [Namespace, MetricName, Dimensions]
nights:
  - {title: Trouble, faults: {queueing: {at: "23:30", for: 20m}}}
  - {title: Quiet}
compare: {catch: all, false-pages: 0, delay: 10m}
---
Story.

> Task.

## Solution
\`\`\`alarm
Namespace: AWS/Lambda
MetricName: Duration
Dimensions: [{Name: FunctionName, Value: load}]
Statistic: Average
Period: 60
EvaluationPeriods: 3
Threshold: 800
ComparisonOperator: GreaterThanThreshold
\`\`\`
It works.

## Wrong
### One
\`\`\`alarm
Statistic: Average
Period: 60
EvaluationPeriods: 1
Threshold: 800
ComparisonOperator: GreaterThanThreshold
\`\`\`
Right.

{{where}} {{page}}.

Why.

## After
Done.
`

const panel = `---
title: A panel
kind: panel
skills: [x]
minutes: 2
world: {scenario: pipeline, window: 1h, groups: []}
rules: {unit: ms, axis.min: 0, legend: distinct, thresholds: [1000]}
---
Story.

> Task.

## Solution
\`\`\`panel
targets:
  - {namespace: AWS/Lambda, metricName: Duration, dimensions: {FunctionName: load}, statistic: p95, period: 60}
unit: ms
axis: {min: 0}
thresholds: [{value: 1000}]
\`\`\`
It works.

## After
Done.
`

const states = `---
title: States
kind: predict-state
skills: [x]
minutes: 2
world: {scenario: pipeline, window: 2h, groups: [], with: {from: "22:00"}}
moments: ["22:30", +90m]
---
Story.

> Task.

## Given
\`\`\`alarm
Namespace: AWS/Lambda
MetricName: Duration
Statistic: Average
Period: 60
EvaluationPeriods: 3
Threshold: 800
ComparisonOperator: GreaterThanThreshold
\`\`\`

## After
Done.
`

const choose = `---
title: Choices
kind: choose
skills: [x]
minutes: 2
world: {scenario: pipeline, window: 1h, groups: []}
metrics: {namespace: AWS/Lambda, dimensions: {FunctionName: load}}
---
Story.

> Task.

## Solution
\`\`\`items
How many? => Invocations Sum | Invocations Average
How long? => Duration p50 | Duration Sum
\`\`\`
So.

## Wrong
### Invocations Average
Right.

Differs.

Why.

## After
Done.
`

const read = (text: string) => parseExercise('unit/one', text)
const problemsOf = (text: string): readonly string[] => read(text).problems.map(({ line, message }) => `${line}: ${message}`)

test.each([
  ['an alarm', alarm],
  ['a panel', panel],
  ['states', states],
  ['choices', choose],
])('reads %s without a complaint', (_, text) => expect(problemsOf(text)).toEqual([]))

test('a colon in a title inside braces is told to be quoted', () => {
  expect(problemsOf(alarm.replace('title: Quiet', 'title: Night 2: quiet'))).toEqual([
    '10: quote it: a text that holds ": ", or begins with a backtick, a quote or a brace, stands in quotes',
  ])
})

test('an alarm knows its nights: when the trouble begins and ends, and no more', () => {
  const drawing = read(alarm).parsed?.exercise.drawings[0]
  const start = Date.UTC(2026, 2, 2, 23, 30)
  expect(drawing?.alarm?.nights.map(({ title, incidents }) => ({ title, incidents }))).toEqual([
    { title: 'Trouble', incidents: [{ start, end: start + 20 * 60_000 }] },
    { title: 'Quiet', incidents: [] },
  ])
  expect(drawing?.world).toEqual(drawing?.alarm?.nights[0]?.world)
  expect(drawing?.alarm?.start).toMatchObject({ Namespace: 'AWS/Lambda', MetricName: 'Duration' })
  expect(JSON.stringify(read(alarm).parsed?.exercise)).not.toContain('800')
})

test('what is fixed is written once, in the Solution', () => {
  const [wrong] = read(alarm).parsed?.marking.drawings[0]?.wrongs ?? []
  expect(wrong?.programs[0]?.alarm).toMatchObject({ MetricName: 'Duration', EvaluationPeriods: 1 })
})

test('a panel says what is looked at and never what is right', () => {
  const shown = read(panel).parsed?.exercise.drawings[0]?.panel
  expect(shown?.asks).toHaveLength(4)
  expect(JSON.stringify(shown)).not.toMatch(/"ms"|1000/)
})

test('moments are times of the world', () => {
  expect(read(states).parsed?.exercise.drawings[0]?.states?.moments).toEqual([Date.UTC(2026, 2, 2, 22, 30), Date.UTC(2026, 2, 2, 23, 30)])
})

const bad: readonly (readonly [string, string, string])[] = [
  [
    'an unknown member of an alarm',
    alarm.replace('Statistic: Average\nPeriod', 'Statistics: Average\nPeriod'),
    '22: unknown key in an alarm "Statistics"; did you mean "Statistic"?',
  ],
  [
    'an unknown comparison',
    alarm.replace('GreaterThanThreshold', 'GreaterThenThreshold'),
    '26: unknown ComparisonOperator "GreaterThenThreshold"; did you mean "GreaterThanThreshold"?',
  ],
  [
    'a fixed member that says something else',
    alarm.replace('### One\n```alarm\n', '### One\n```alarm\nMetricName: Errors\n'),
    '33: "MetricName" is fixed and says something else in the Solution; leave it out here',
  ],
  [
    'an unknown fixed member',
    alarm.replace('[Namespace,', '[Namespce,'),
    '7: unknown member of an alarm "Namespce"; did you mean "Namespace"?',
  ],
  ['an unknown fault of a night', alarm.replace('queueing:', 'queuing:'), '9: unknown fault "queuing"; did you mean "queueing"?'],
  [
    'an unknown key of a night',
    alarm.replace('{title: Quiet}', '{title: Quiet, fault: {}}'),
    '10: unknown key in a night "fault"; did you mean "faults"?',
  ],
  [
    'an incident that is neither yes nor no',
    alarm.replace('for: 20m}}', 'for: 20m}}, incident: perhaps'),
    '9: expected yes or no for "incident", found "perhaps"',
  ],
  ['a fault outside its night', alarm.replace('"23:30"', '"07:30"'), '9: the fault "queueing" begins outside the window of this night'],
  ['two nights of one name', alarm.replace('title: Quiet', 'title: Trouble'), '10: two nights are called "Trouble"'],
  ['nights that are missing', alarm.replace(/nights:\n.*\n.*\n/, ''), '2: front matter needs "nights"'],
  [
    'faults of the whole world',
    alarm.replace('groups: [],', 'groups: [], faults: {flapping: {}},'),
    '6: the faults of an alarm stand in its nights: {title: ..., faults: {...}}',
  ],
  [
    'an unknown key of compare',
    alarm.replace('false-pages:', 'false-page:'),
    '11: unknown key in compare "false-page"; did you mean "false-pages"?',
  ],
  ['a delay that is no length', alarm.replace('delay: 10m', 'delay: ten'), '11: expected a length such as 10m for "delay", found "ten"'],
  [
    'hidden worlds of an alarm',
    alarm.replace('compare:', 'hidden: [empty]\ncompare:'),
    '11: "hidden" has no meaning in alarm: hidden nights are the nights with other seeds, times and strengths',
  ],
  [
    'a figure that nights do not have',
    alarm.replace('{{page}}', '{{first.yours}}'),
    '41: unknown placeholder "{{first.yours}}"; did you mean "{{false.yours}}"?',
  ],
  [
    'an unknown member of a panel',
    panel.replace('unit: ms\naxis', 'units: ms\naxis'),
    '17: unknown key in a panel "units"; did you mean "unit"?',
  ],
  [
    'an unknown member of a target',
    panel.replace('metricName', 'metricname'),
    '16: unknown key in a target "metricname"; did you mean "metricName"?',
  ],
  [
    'a statistic that is none',
    panel.replace('statistic: p95', 'statistic: p195'),
    '16: "p195" is no statistic; known are Average, Sum, p95, tm(10%:90%) and the like',
  ],
  [
    'a period that is none',
    panel.replace('period: 60', 'period: 90'),
    '16: expected 1, 5, 10, 20, 30 or a multiple of 60 for "period", found 90',
  ],
  [
    'an unknown rule',
    panel.replace('axis.min: 0, legend', 'axis.mni: 0, legend'),
    '7: unknown key in rules "axis.mni"; did you mean "axis.min"?',
  ],
  [
    'rules of an alarm',
    alarm.replace('compare:', 'rules: {unit: ms}\ncompare:'),
    '11: "rules" has no meaning in alarm: only a panel has rules',
  ],
  ['a moment outside the window', states.replace('+90m', '+190m'), '7: "+190m" lies outside the world\'s window'],
  ['a moment that is no time', states.replace('+90m', 'soon'), '7: expected a time such as "03:10" or +45m, found "soon"'],
  ['moments out of order', states.replace('+90m', '+10m'), '7: "+10m" stands behind a later moment'],
  [
    'a Solution of a prediction',
    states.replace('## After', '## Solution\n```alarm\n```\nx\n\n## After'),
    '24: predict-state has no "## Solution"',
  ],
  [
    'a question without an arrow',
    choose.replace('How many? =>', 'How many?'),
    '15: expected "question => right | wrong | wrong", found no "=>"',
  ],
  ['one option', choose.replace(' | Invocations Average', ''), '15: expected at least two options, the right one first'],
  ['a question twice', choose.replace('How long?', 'How many?'), '16: "How many?" is asked twice'],
  [
    'a wrong option nobody can pick',
    choose.replace('### Invocations Average', '### Invocations Averag'),
    '21: unknown wrong option "Invocations Averag"; did you mean "Invocations Average"?',
  ],
  [
    'a wrong option that is right',
    choose.replace('### Invocations Average', '### Duration p50'),
    '21: unknown wrong option "Duration p50"; did you mean "Duration Sum"?',
  ],
  [
    'an unknown question',
    choose.replace('### Invocations Average', '### How mny? => Invocations Average'),
    '21: unknown question "How mny?"; did you mean "How many?"?',
  ],
  [
    'a fence under a wrong option',
    choose.replace('### Invocations Average\n', '### Invocations Average\n```items\nx\n```\n'),
    '22: the heading names the wrong option; a fence has no place here',
  ],
]

test.each(bad)('tells %s by its line', (_, text, message) => {
  expect(problemsOf(text)).toEqual(expect.arrayContaining([message]))
})
