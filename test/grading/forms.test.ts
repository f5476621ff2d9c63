import { describe, expect, test } from 'vitest'
import { createBackend } from '#backend/backend.ts'
import type { Answer } from '#grading/exercise.ts'
import { createGrader, type Verdict } from '#grading/index.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Panel, PanelTarget } from '#lib/panel.ts'
import { parseExercise, type ParsedExercise } from '../../src/build/exercises/parse.ts'

const fence = (info: string, text: string): string => `\`\`\`${info}\n${text}\n\`\`\``
const words = 'You have it.\n\n{{where}} not.\n\nWhy.'

function parsed(front: string, body: string): ParsedExercise {
  const text = `---\ntitle: One\nskills: [x]\nminutes: 1\n${front}\n---\nStory.\n\n> Task.\n\n${body}\n\n## After\nDone.\n`
  const { parsed: found, problems } = parseExercise('unit/one', text)
  if (found === undefined || problems.length > 0) throw new Error(JSON.stringify(problems))
  return found
}

function graderOf({ marking }: ParsedExercise) {
  const backendFor: Parameters<typeof createGrader>[0]['backendFor'] = (clock) => createBackend({ clock })
  const onBug = (bug: unknown): never => {
    throw bug
  }
  const grader = createGrader({ loadMarking: async () => marking, backendFor, worlds: 2, onBug })
  return {
    grade: (answer: Answer): Promise<Verdict> => grader.grade({ exercise: 'unit/one', drawing: 0, answer }),
    hint: (answer: Answer, shown: readonly number[]) => grader.hint({ exercise: 'unit/one', drawing: 0, answer, shown }),
  }
}

const alarmText = (m: number, n: number, threshold: number): string => `ExtendedStatistic: p95
Period: 60
EvaluationPeriods: ${n}
DatapointsToAlarm: ${m}
Threshold: ${threshold}
ComparisonOperator: GreaterThanThreshold`

const metric = `Namespace: AWS/Lambda
MetricName: Duration
Dimensions: [{Name: FunctionName, Value: load}]`

describe('an alarm', () => {
  const exercise = parsed(
    `kind: alarm
world: {scenario: pipeline, window: 4h, groups: [], with: {from: "22:00", every: 1m}}
fixed: [Namespace, MetricName, Dimensions]
nights:
  - {title: A blip, faults: {slow-file: {at: "23:30", for: 1m}}, incident: no}
  - {title: Trouble, faults: {queueing: {at: "00:10", for: 40m}}}
compare: {delay: 10m}`,
    `## Hints
1. Look.
2. (misses one) Lower.
3. (pages for nothing) More of them.

## Solution
${fence('alarm', `${metric}\n${alarmText(4, 4, 800)}`)}
It lasts.

## Wrong
### One is enough
${fence('alarm', alarmText(1, 1, 800))}
You find it.

{{where}} it pages {{false.yours}} times in {{nights}} nights, first at {{page}} on "{{night}}".

Ask for more.`,
  )
  const { grade, hint } = graderOf(exercise)
  const alarm = (change: Partial<MetricAlarm>): Answer => ({
    kind: 'alarm',
    alarm: {
      ExtendedStatistic: 'p95',
      Period: 60,
      EvaluationPeriods: 4,
      Threshold: 800,
      ComparisonOperator: 'GreaterThanThreshold',
      ...change,
    },
  })

  test('is right by what it does, whatever it says', async () => {
    const verdict = await grade(alarm({ ExtendedStatistic: undefined, Statistic: 'Average', Threshold: 700, EvaluationPeriods: 3 }))
    expect(verdict).toMatchObject({ kind: 'pass', title: 'Right, on these nights and on 4 you have not seen' })
    if (verdict.kind !== 'pass' || verdict.difference?.kind !== 'nights') throw new Error('expected nights')
    expect(verdict.difference.yours).toMatchObject({ caught: 3, incidents: 3, falsePages: 0 })
  })

  test('that is a known mistake gets its words, with the figures of its nights', async () => {
    const verdict = await grade(alarm({ EvaluationPeriods: 1, Threshold: 900 }))
    expect(verdict).toMatchObject({ kind: 'misconception', id: 'One is enough', where: 'here' })
    expect(JSON.stringify(verdict)).toContain('Here it pages 3 times in 6 nights, first at 23:31 on \\"A blip\\".')
  })

  test('that finds nothing hears what the metric did, and what is right already', async () => {
    const verdict = await grade(alarm({ Threshold: 5000 }))
    expect(verdict).toMatchObject({
      kind: 'wrong',
      title: 'Not yet: it never pages',
      right: ['It woke nobody for nothing on the nights you see.'],
    })
    if (verdict.kind !== 'wrong') throw new Error('expected a wrong')
    expect(verdict.first).toContain('In 6 nights your alarm never paged for nothing and found no incident in time.')
    expect(verdict.why).toMatch(
      /^On "Trouble" p95 of Duration rose to 1\d{3} between 00:10 and 00:50 UTC, and the threshold stands at 5000\.$/,
    )
  })

  test('that comes late is told how late, and that it is no miss', async () => {
    const verdict = await grade(alarm({ EvaluationPeriods: 20 }))
    expect(verdict).toMatchObject({ kind: 'wrong', title: 'Close: it never pages for nothing, and comes too late' })
  })

  test('that only ends like a known mistake gets words of its own', async () => {
    const one = await grade(alarm({ EvaluationPeriods: 15, DatapointsToAlarm: 1, Threshold: 900 }))
    if (one.kind !== 'wrong') throw new Error(`expected a wrong, found ${one.kind}`)
    expect(one.why).toContain('The newest 15 datapoints are looked at; 1 of them is above')
  })

  test('that sees no datapoint hears why there is none', async () => {
    const fine = await grade(alarm({ Period: 30 }))
    if (fine.kind !== 'wrong') throw new Error(`expected a wrong, found ${fine.kind}`)
    expect(fine.why).toMatch(/^On "Trouble" it paged at no time between 00:10 and 00:50 UTC\. None of the 10 periods/)
    expect(fine.why).toContain('Duration has one datapoint a minute, so a period of 30 seconds finds none.')
    const few = await grade(alarm({ EvaluateLowSampleCountPercentile: 'ignore' }))
    expect(few).toMatchObject({ kind: 'wrong', why: expect.stringContaining('A p95 needs 200 samples to mean something') })
  })

  test('the product refuses is never an attempt: each problem at its field', async () => {
    expect(await grade(alarm({ Period: 90, DatapointsToAlarm: 9 }))).toMatchObject({
      kind: 'form-error',
      problems: expect.arrayContaining([
        expect.objectContaining({ member: 'Period' }),
        expect.objectContaining({ member: 'DatapointsToAlarm' }),
      ]),
    })
  })

  test('cannot be moved to another metric where that is fixed', async () => {
    expect(await grade(alarm({ Namespace: 'AWS/SQS', MetricName: 'NumberOfMessagesSent', Dimensions: [] }))).toMatchObject({ kind: 'pass' })
  })

  test('has hints for what it does', async () => {
    expect(await hint(alarm({ Threshold: 5000 }), [0])).toMatchObject({ index: 1 })
    expect(await hint(alarm({ EvaluationPeriods: 1 }), [0])).toMatchObject({
      index: 2,
      state: 'On the nights you see, your alarm finds the incident in time and pages once for nothing.',
    })
  })
})

describe('a panel', () => {
  const target = (statistic: string, period = 300): PanelTarget => ({
    namespace: 'AWS/Lambda',
    metricName: 'Duration',
    dimensions: { FunctionName: 'load' },
    statistic,
    period,
  })
  const written = (statistic: string): string =>
    `  - {namespace: AWS/Lambda, metricName: Duration, dimensions: {FunctionName: load}, statistic: ${statistic}, period: 300}`
  const { grade, hint } = graderOf(
    parsed(
      `kind: panel
world: {scenario: pipeline, window: 1h, groups: [], with: {from: "22:00", every: 30s}}
rules: {unit: ms, legend: distinct}`,
      `## Hints
1. (other series) Lines.
2. (other rules) Rules.

## Solution
${fence('panel', `targets:\n${written('p90')}\n${written('Average')}\nunit: ms`)}
It shows.

## Wrong
### The sum
${fence('panel', `targets:\n${written('p90')}\n${written('Sum')}\nunit: ms`)}
${words}`,
    ),
  )
  const panel = (change: Partial<Panel>): Answer => ({
    kind: 'panel',
    panel: { targets: [target('p90'), target('Average')], unit: 'ms', ...change },
  })

  test('is right by its lines, in any order and however they are asked for', async () => {
    expect(await grade(panel({ targets: [target('Average'), target('p90.0')] }))).toMatchObject({ kind: 'pass' })
  })

  test('with another line hears where it is furthest away', async () => {
    const verdict = await grade(panel({ targets: [target('p90'), target('Maximum')] }))
    expect(verdict).toMatchObject({ kind: 'wrong', title: 'Close: one line is different' })
    if (verdict.kind === 'wrong') expect(verdict.first).toMatch(/^"Duration Maximum": At 22:\d\d UTC this line stands at \d/)
  })

  test('with a line too few is not right', async () => {
    expect(await grade(panel({ targets: [target('p90')] }))).toMatchObject({ kind: 'wrong', title: 'Close: one line is missing' })
  })

  test('in another unit is right in its lines', async () => {
    expect(await grade(panel({ unit: 's' }))).toMatchObject({
      kind: 'wrong',
      title: 'Close: the lines are right, one thing about the panel is not',
      right: ['Both lines are those asked for.', 'Every line has a name of its own.'],
    })
  })

  test('that is a known mistake gets its words', async () => {
    expect(await grade(panel({ targets: [target('Sum'), target('p90')] }))).toMatchObject({ kind: 'misconception', id: 'The sum' })
  })

  test('that draws nothing, or asks for no statistic, is no attempt', async () => {
    expect(await grade(panel({ targets: [] }))).toMatchObject({ kind: 'empty' })
    expect(await grade(panel({ targets: [target('p900')] }))).toMatchObject({
      kind: 'form-error',
      problems: [{ member: 'targets.0.statistic' }],
    })
  })

  test('has hints for what it does', async () => {
    expect(await hint(panel({ unit: 's' }), [])).toMatchObject({
      index: 1,
      state: 'Your panel draws 2 of 2 lines asked for and keeps 1 of 2 rules.',
    })
    expect(await hint(panel({ targets: [target('Sum')] }), [])).toMatchObject({ index: 0 })
  })
})

describe('a prediction of states', () => {
  const text = (treatment: string): string => `${metric}\n${alarmText(3, 3, 800)}\nTreatMissingData: ${treatment}`
  const exercise = parsed(
    `kind: predict-state
world: {scenario: pipeline, window: 2h, groups: [], with: {from: "22:00", every: 30s}, faults: {upload-stopped: {at: "23:00", for: 30m}}}
draw: {treatment: [missing, breaching, notBreaching]}
moments: ["22:30", "23:20"]`,
    `## Given
${fence('alarm', text('"{{treatment}}"'))}

## Wrong
### Bad
${fence('alarm', text('breaching'))}
${words}
### Good
${fence('alarm', text('notBreaching'))}
You have it.

At {{first.key}} you expected {{first.yours}}; it was {{first.expected}}.

Why.`,
  )
  const { grade } = graderOf(exercise)
  const states = (...marked: Extract<Answer, { kind: 'states' }>['states']): Answer => ({ kind: 'states', states: marked })

  test('leaves out a Wrong that is what is given', () => {
    expect(exercise.marking.drawings.map(({ wrongs }) => wrongs.map(({ name }) => name))).toEqual([['Bad', 'Good'], ['Good'], ['Bad']])
  })

  test('is right by the replay, and draws the next', async () => {
    expect(await grade(states('OK', 'INSUFFICIENT_DATA'))).toMatchObject({ kind: 'pass', drawAgain: 1 })
  })

  test('that is another treatment gets its words', async () => {
    const verdict = await grade(states('OK', 'OK'))
    expect(verdict).toMatchObject({ kind: 'misconception', id: 'Good', drawAgain: 1 })
    expect(JSON.stringify(verdict)).toContain('At 23:20 UTC you expected OK; it was Insufficient data.')
  })

  test('that nobody listed hears the first moment and why', async () => {
    const verdict = await grade(states('ALARM', 'INSUFFICIENT_DATA'))
    expect(verdict).toMatchObject({ kind: 'wrong', first: 'At 22:30 UTC you expected In alarm; it was OK.', drawAgain: 1 })
    if (verdict.kind === 'wrong') expect(verdict.why).toContain('800')
  })

  test('with a moment open is no attempt', async () => {
    expect(await grade(states('OK', null))).toMatchObject({ kind: 'empty' })
    expect(await grade(states())).toMatchObject({ kind: 'empty' })
  })
})

describe('a choice', () => {
  const exercise = parsed(
    `kind: choose
world: {scenario: pipeline, window: 1h, groups: [], with: {from: "22:00", every: 1m}}
metrics: {namespace: AWS/Lambda, dimensions: {FunctionName: load}}`,
    `## Solution
${fence('items', 'How many? => Invocations Sum | Invocations Average\nHow long? => Duration p50 | Duration Sum | Invocations Average')}
So.

## Wrong
### How many? => Invocations Average
You look at the right metric.

It gives {{first.yours}}.

Add up.`,
  )
  const { grade } = graderOf(exercise)
  const choices = (...picked: readonly (string | null)[]): Answer => ({ kind: 'choices', choices: picked })

  test('shows every option and not which is right', () => {
    expect(exercise.exercise.drawings[0]?.items?.map(({ options }) => [...options].sort())).toEqual([
      ['Invocations Average', 'Invocations Sum'],
      ['Duration Sum', 'Duration p50', 'Invocations Average'],
    ])
    expect(JSON.stringify(exercise.exercise)).not.toContain('"right"')
  })

  test('is right when all are', async () => {
    expect(await grade(choices('Invocations Sum', 'Duration p50'))).toMatchObject({ kind: 'pass' })
  })

  test('says how many are right and which stays open, and not what is right', async () => {
    const verdict = await grade(choices('Invocations Sum', 'Duration Sum'))
    expect(verdict).toMatchObject({ kind: 'wrong', title: 'Close: one question is still open', right: ['1 of 2 questions is right.'] })
    if (verdict.kind === 'wrong') expect(verdict.first).toMatch(/^"How long\?" stays open: Duration Sum gives \d+ over this time/)
    expect(JSON.stringify(verdict)).not.toContain('Duration p50')
  })

  test('that is a known mistake of this question gets its words', async () => {
    const verdict = await grade(choices('Invocations Average', 'Duration p50'))
    expect(verdict).toMatchObject({ kind: 'misconception', id: 'How many? => Invocations Average' })
    expect(JSON.stringify(verdict)).toContain('It gives 1.')
    expect(await grade(choices('Invocations Sum', 'Invocations Average'))).toMatchObject({ kind: 'wrong' })
  })

  test('with nothing picked is no attempt; with something picked it is', async () => {
    expect(await grade(choices(null, null))).toMatchObject({ kind: 'empty' })
    expect(await grade(choices('Invocations Sum', null))).toMatchObject({ kind: 'wrong', first: 'Not answered yet: How long?' })
  })
})
