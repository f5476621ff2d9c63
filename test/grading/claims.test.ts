import { expect, test } from 'vitest'
import { createBackend } from '#backend/backend.ts'
import { readTime } from '#grading/claim/times.ts'
import type { Answer, JournalEntry } from '#grading/exercise.ts'
import { createGrader } from '#grading/index.ts'
import { createLaboratory } from '#grading/worlds/laboratory.ts'
import { parseExercise } from '../../src/build/exercises/parse.ts'
import { runGates } from '../../src/commands/gates/run-gates.ts'

const text = `---
title: Which change broke the till?
kind: investigate
skills: [x]
minutes: 8
world: {scenario: company, window: 20m, size: 600, faults: {bad-deploy: {at: +8m, for: 8m}}, groups: [/aws/lambda/orders-api, /aws/lambda/fulfil]}
---
Orders fail.

> Say what broke, when, and how many orders it hit.

## Solution
\`\`\`claim
cause: bad deploy | throttling | certificate
start: {insights: "filter level = 'ERROR' | stats min(@timestamp)", within: 2m}
customers: {insights: "filter level = 'ERROR' and version = 'v42' | stats count_distinct(order)", within: 0, label: How many orders failed?}
line: {pattern: '{ $.level = "ERROR" }'}
request: {insights: "filter level = 'ERROR' | display requestId"}
evidence: {from: 2, of: [logs, insights], overlaps: start}
queries: 4
\`\`\`
The errors are all of one version.

## Wrong
### Throttled
\`\`\`claim
cause: throttling
\`\`\`
You saw that calls failed.

{{where}} {{first.key}} is not {{first.yours}}.

A throttled call writes no line.

### Every order counted
\`\`\`claim
customers: {insights: "filter ispresent(order) | stats count_distinct(order)"}
\`\`\`
You found the orders.

{{where}} you say {{first.yours}}.

Most of them went through.

### Never by version
\`\`\`claim did:never-narrowed version
\`\`\`
You asked {{rows.yours}} times.

{{where}} no question asked for the version.

One look at it halves the log.

## After
Done.
`
const { parsed, problems } = parseExercise('unit/one', text)
if (parsed === undefined || problems.length > 0) throw new Error(JSON.stringify(problems))
const exercise = parsed
const backendFor: Parameters<typeof createGrader>[0]['backendFor'] = (clock) => createBackend({ clock })
const laboratory = createLaboratory(backendFor)
const grader = createGrader({
  loadMarking: async () => exercise.marking,
  backendFor,
  laboratory,
  onBug: (bug) => {
    throw bug
  },
})
const world = exercise.exercise.drawings[0]?.world ?? { scenario: 'company', seed: 0 }

async function ask(insights: string): Promise<string> {
  const outcome = await laboratory.run('insights', insights, world)
  return (outcome.kind === 'table' ? outcome.rows[0]?.[0] : undefined) ?? ''
}

type Claimed = Extract<Answer, { kind: 'claim' }>

async function right(change: Claimed['claim'] = {}): Promise<Claimed> {
  const range = await laboratory.range(world)
  const journal: readonly JournalEntry[] = [
    { console: 'logs', text: '{ $.version = "v42" }', range },
    { console: 'insights', text: "filter version = 'v42' | stats count(*)", range },
  ]
  const claim = {
    cause: 'bad deploy',
    start: (await ask("filter level = 'ERROR' | stats min(@timestamp)")).slice(11, 16),
    customers: await ask("filter level = 'ERROR' | stats count_distinct(order)"),
    line: ` ${await ask("filter level = 'ERROR' | display @message")}\n`,
    request: await ask("filter level = 'ERROR' | display requestId"),
  }
  return { kind: 'claim', claim: { ...claim, ...change }, journal, evidence: [0, 1] }
}

const grade = (answer: Answer) => grader.grade({ exercise: 'unit/one', drawing: 0, answer })

test('the page is told what to claim, in the words of the author, and nothing of what is right', () => {
  const drawing = exercise.exercise.drawings[0]
  expect(drawing?.claim).toMatchObject({
    parts: ['cause', 'start', 'customers', 'line', 'request'],
    consoles: ['logs', 'insights'],
    evidence: 2,
    labels: { customers: 'How many orders failed?' },
  })
  expect(drawing?.claim?.causes.toSorted()).toEqual(['bad deploy', 'certificate', 'throttling'])
  expect(JSON.stringify(exercise.exercise)).not.toContain('min(@timestamp)')
})

test('a claim that agrees with the world shown passes; more questions than are needed earn a note', async () => {
  expect(await grade(await right())).toMatchObject({ kind: 'pass', notes: [] })
  const long = await right()
  const journal = [...long.journal, ...long.journal, ...long.journal]
  expect(await grade({ ...long, journal })).toMatchObject({
    kind: 'pass',
    notes: [{ kind: 'queries', message: 'You asked 6 times; 4 will do, and in a real account every one is paid for.' }],
  })
})

test('what is not said yet, or cannot be read, is no attempt', async () => {
  expect(await grade({ kind: 'claim', claim: {}, journal: [], evidence: [] })).toMatchObject({ kind: 'empty' })
  expect(await grade(await right({ line: '' }))).toMatchObject({ kind: 'empty', message: expect.stringContaining('the line pointed at') })
  expect(await grade(await right({ start: 'noonish' }))).toMatchObject({
    kind: 'empty',
    message: 'The start is a time in UTC such as 14:32, found "noonish".',
  })
  expect(await grade(await right({ customers: 'many' }))).toMatchObject({ kind: 'empty' })
})

test('a part that does not hold is named, and never what would be right', async () => {
  const verdict = await grade(await right({ customers: '4711' }))
  expect(verdict).toMatchObject({
    kind: 'wrong',
    title: 'Close: the count does not hold',
    first: 'The count: 4711 does not agree with the logs.',
  })
  const count = await ask("filter level = 'ERROR' | stats count_distinct(order)")
  expect(JSON.stringify(verdict)).not.toContain(`"${count}"`)
})

test('a wrong cause and a wrong count get their words', async () => {
  expect(await grade(await right({ cause: 'throttling' }))).toMatchObject({ kind: 'misconception', id: 'Throttled' })
  const all = await ask('filter ispresent(order) | stats count_distinct(order)')
  expect(await grade(await right({ customers: all }))).toMatchObject({ kind: 'misconception', id: 'Every order counted' })
})

test('how somebody went about it is read from the journal, and only where the claim does not hold', async () => {
  const answer = await right({ start: '03:00' })
  const journal = answer.journal.map((entry) => ({ ...entry, text: 'fields @message' }))
  expect(await grade({ ...answer, journal })).toMatchObject({ kind: 'misconception', id: 'Never by version' })
  expect(await grade(answer)).toMatchObject({ kind: 'wrong', title: 'Close: the start does not hold' })
  expect(await grade({ ...(await right()), journal })).toMatchObject({ kind: 'pass' })
})

test('evidence must come from as many consoles as asked for, and look at the time it began', async () => {
  const answer = await right()
  expect(await grade({ ...answer, evidence: [0] })).toMatchObject({
    kind: 'wrong',
    title: 'Close: the claim holds, the evidence does not carry it',
  })
  const { end } = await laboratory.range(world)
  const late = answer.journal.map((entry) => ({ ...entry, range: { start: end - 1000, end } }))
  const verdict = await grade({ ...answer, journal: late })
  expect(verdict).toMatchObject({ kind: 'wrong', first: 'The evidence: 2 queries you cite do not look at the time it began.' })
})

test('holds its gates', async () => {
  expect((await runGates({ file: 'one.md', ...exercise, lines: {} }, 3)).failures).toEqual([])
})

test('a time alone is the first one in the window', () => {
  const range = { start: Date.UTC(2026, 2, 4, 22, 15, 30), end: Date.UTC(2026, 2, 5, 3) }
  expect(readTime('22:30', range)).toBe(Date.UTC(2026, 2, 4, 22, 30))
  expect(readTime('1:05:09', range)).toBe(Date.UTC(2026, 2, 5, 1, 5, 9))
  expect(readTime('2026-03-04 23:00 UTC', range)).toBe(Date.UTC(2026, 2, 4, 23))
  expect(readTime('22:15', range)).toBe(Date.UTC(2026, 2, 4, 22, 15))
  expect(readTime('25:00', range)).toBeUndefined()
  expect(readTime('soon', range)).toBeUndefined()
})
