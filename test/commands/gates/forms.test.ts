import { expect, test } from 'vitest'
import { parseExercise } from '../../../src/build/exercises/parse.ts'
import { nearAlarms, nearPanels } from '../../../src/commands/gates/near-forms.ts'
import { runGates } from '../../../src/commands/gates/run-gates.ts'

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``
const words = 'Right.\n\nDiffers.\n\nWhy.\n'

async function failuresOf(front: string, body: string): Promise<readonly string[]> {
  const text = `---\ntitle: One\nskills: [x]\nminutes: 1\n${front}\n---\nStory.\n\n> Task.\n\n${body}\n\n## After\nDone.\n`
  const { parsed, problems } = parseExercise('unit/one', text)
  if (parsed === undefined || problems.length > 0) throw new Error(JSON.stringify(problems))
  const { failures } = await runGates({ file: 'one.md', lines: {}, ...parsed }, 3)
  return failures.map(({ message }) => message)
}

const alarm = (periods: number, threshold: number, treatment = 'missing'): string =>
  fence(
    'alarm',
    `Namespace: AWS/Lambda
MetricName: Duration
Dimensions: [{Name: FunctionName, Value: load}]
ExtendedStatistic: p95
Period: 60
EvaluationPeriods: ${periods}
DatapointsToAlarm: ${periods}
Threshold: ${threshold}
ComparisonOperator: GreaterThanThreshold
TreatMissingData: ${treatment}`,
  )

const nights = (second: string): string => `kind: alarm
world: {scenario: pipeline, window: 3h, groups: [], with: {from: "22:00", every: 1m}}
nights:
  - {title: Trouble, faults: {queueing: {at: "23:30", for: 40m}}}
  - ${second}`

const blip = '{title: A blip, faults: {slow-file: {at: "23:30", for: 1m}}, incident: no}'

test('a near miss of an alarm that passes is told, and one that fails is not', async () => {
  const failures = await failuresOf(nights(blip), `## Solution\n${alarm(5, 800)}\nIt works.`)
  expect(failures).toContain('TreatMissingData ignore passes too: add a night on which it differs, or list it under "Also right"')
  expect(failures.join('\n')).not.toMatch(/Threshold|of \d|Period|comparison/)
})

test('wrong alarms that are right, and two that are one, are told', async () => {
  const wrongs = `## Wrong\n### Fine\n${alarm(4, 800)}\n${words}\n### Deaf\n${alarm(5, 5000)}\n${words}\n### Deafer\n${alarm(5, 9000)}\n${words}`
  const failures = await failuresOf(nights(blip), `## Solution\n${alarm(5, 800)}\nIt works.\n\n${wrongs}`)
  expect(failures).toContain('"Fine" does not get its own words: pass')
  expect(failures).toContain('"Deafer" behaves like "Deaf" on every night')
})

test('nights that all hold trouble are told', async () => {
  const failures = await failuresOf(
    nights('{title: More, faults: {queueing: {at: "00:10", for: 20m}}}'),
    `## Solution\n${alarm(5, 800)}\nIt works.`,
  )
  expect(failures).toContain('every night has an incident, so an alarm that always pages at night goes far')
})

test('a condition that no alarm can meet is told', async () => {
  const failures = await failuresOf(nights(blip), `## Hints\n1. (does not group) x\n\n## Solution\n${alarm(5, 800)}\nIt works.`)
  expect(failures).toContain('"(does not group)" never holds for an alarm')
})

test('predicted states that never change are told', async () => {
  const front = `kind: predict-state
world: {scenario: pipeline, window: 1h, groups: [], with: {from: "22:00", every: 30s}}
moments: ["22:30", "22:40"]`
  expect(await failuresOf(front, `## Given\n${alarm(3, 800)}`)).toContain('the truth is OK throughout on seed 1')
})

test('a choice whose wrong option gives the right figure is told, and one without data', async () => {
  const front = `kind: choose
world: {scenario: pipeline, window: 1h, groups: [], with: {from: "22:00", every: 1m}}
metrics: {namespace: AWS/Lambda, dimensions: {FunctionName: load}}`
  const items = 'How many? => Invocations Sum | Invocations SampleCount | Errors Sum\nHow hot? => Temperature Maximum | Errors Sum'
  const failures = await failuresOf(front, `## Solution\n${fence('items', items)}\nSo.`)
  expect(failures).toContain('"How many?": "Invocations SampleCount" gives the same figure as "Invocations Sum" on every seed')
  expect(failures).toContain('"Temperature Maximum" has no datapoint on seed 1')
})

test('near misses of an alarm and a panel change one thing each', () => {
  const near = nearAlarms({
    ComparisonOperator: 'GreaterThanThreshold',
    EvaluationPeriods: 3,
    Threshold: 100,
    Period: 60,
    Statistic: 'Sum',
  })
  expect(near.map(({ says }) => says)).toEqual([
    'Threshold 200',
    'Threshold 50',
    '1 of 3',
    '1 of 1',
    '12 of 12',
    'Period 300',
    'the comparison turned round',
    'TreatMissingData ignore',
    'TreatMissingData breaching',
    'TreatMissingData notBreaching',
    'the statistic Minimum',
  ])
  const target = { namespace: 'n', metricName: 'm', dimensions: {}, statistic: 'Sum', period: 60 }
  const panels = nearPanels({ targets: [target], unit: 'ms' }, { unit: ['ms'] })
  expect(panels.map(({ says }) => says)).toEqual([
    'Average in place of Sum',
    'Maximum in place of Sum',
    'p50 in place of Sum',
    'period 300',
    'without Sum of m',
    'no unit',
  ])
})
