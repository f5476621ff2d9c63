import { expect, test } from 'vitest'
import { createBackend } from '#backend/backend.ts'
import { createGrader, type Marker, type Verdict } from '#grading/index.ts'
import { parseExercise, type ParsedExercise } from '../../src/build/exercises/parse.ts'

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``

function parsed(front: string, body: string): ParsedExercise {
  const { parsed: found, problems } = parseExercise(
    'unit/one',
    `---\ntitle: One\nskills: [x]\nminutes: 1\n${front}\n---\nStory.\n\n> Task.\n\n${body}\n\n## After\nDone.\n`,
  )
  if (found === undefined || problems.length > 0) throw new Error(JSON.stringify(problems))
  return found
}

const graderFor = ({ marking }: ParsedExercise, onBug?: (bug: unknown) => void): Marker =>
  createGrader({
    loadMarking: async () => marking,
    backendFor: (clock) => createBackend({ clock }),
    onBug:
      onBug ??
      ((bug) => {
        throw bug
      }),
  })

const patterns = parsed(
  `kind: write
language: filter-pattern
world: {scenario: practice, size: 40, groups: [/aws/lambda/practice], with: {failure: "{{status}}"}}
draw: {status: [500, 503, 404]}
hidden: [look-alike: "{{status}}"]`,
  `## Data
${fence('lines hidden', '{"level":"ERROR","msg":{"statusCode":{{status}},"retry":true}}')}

## Hints
1. Look.
2. (keeps too much) Too many.
3. (keeps nothing) Nothing.

## Solution
${fence('filter-pattern', '{ $.msg.statusCode = {{status}} }')}
It looks at the property.

## Wrong
### The bare word
${fence('filter-pattern cause:over-generalised', '{{status}}')}
You keep every failure.

{{where}} this one too:

{{first.yours}}

A term is text.`,
)

const queries = parsed(
  `kind: write
language: insights
world: {scenario: practice, size: 60, groups: [/aws/lambda/practice]}
hidden: [missing-field: msg.executionTime]
compare: {rows: ordered by calls desc}`,
  `## Data
${fence('lines hidden', '{"level":"WARNING","msg":{"statusCode":302,"executionTime":0.2}}')}

## Solution
${fence('insights', 'stats count(*) as calls by level\n| sort calls desc')}
It counts.

## Wrong
### No pipe
${fence('insights refused:insights/missing-pipe', 'stats count(*) as calls by level\nsort calls desc')}
All is spelt right.

It does not run.

A pipe parts two commands.`,
)

const text = (exercise: ParsedExercise, answer: string, drawing = 0): Promise<Verdict> =>
  graderFor(exercise).grade({ exercise: 'unit/one', drawing, answer: { kind: 'text', text: answer } })

test('nothing written is a gentle case of its own', async () => {
  expect(await text(patterns, '  ')).toMatchObject({ kind: 'empty' })
})

test('a text that cannot be read is told with its range', async () => {
  expect(await text(patterns, '{ $.msg.statusCode = }')).toMatchObject({ kind: 'parse-error', diagnostics: [{ severity: 'error' }] })
})

test('a quote pasted from a slide has its own message', async () => {
  const verdict = await text(patterns, '{ $.level = “ERROR” }')
  expect(verdict).toMatchObject({
    kind: 'parse-error',
    diagnostics: [
      { code: 'grading/pasted-character', from: 12, to: 13 },
      { from: 18, to: 19 },
    ],
  })
})

test('any pattern that keeps the right lines passes, with the solution shown behind it', async () => {
  const verdict = await text(patterns, '{ ($.msg.statusCode > 499) && ($.msg.statusCode < 501) }')
  expect(verdict).toMatchObject({ kind: 'pass', solution: { text: '{ $.msg.statusCode = 500 }' } })
})

test('each drawing is marked by its own values', async () => {
  expect(await text(patterns, '{ $.msg.statusCode = 503 }', 1)).toMatchObject({ kind: 'pass' })
  expect(await text(patterns, '{ $.msg.statusCode = 500 }', 1)).toMatchObject({ kind: 'wrong' })
})

test('a misconception is known by what it does, not by its text', async () => {
  const verdict = await text(patterns, '"500"')
  expect(verdict).toMatchObject({
    kind: 'misconception',
    id: 'The bare word',
    title: 'Close: you keep every failure',
    cause: 'over-generalised',
  })
  expect(JSON.stringify(verdict)).not.toMatch(/\{\{/)
})

test('a wrong answer hears what is right first, then sees the first lines that differ and why', async () => {
  const verdict = await text(patterns, '{ $.level = "INFO" }')
  if (verdict.kind !== 'wrong' || verdict.difference.kind !== 'events') throw new Error(`expected wrong, found ${verdict.kind}`)
  expect(verdict.difference.events.length).toBeLessThanOrEqual(3)
  expect(verdict.difference.events.map((event) => event.state)).toEqual(expect.arrayContaining(['extra', 'missing']))
  expect(verdict.difference.events[0]?.yourReason).toBeTruthy()
})

test('right on the log shown and wrong on a hidden one: one line shows it', async () => {
  const verdict = await text(patterns, '{ ($.msg.statusCode = 500) && ($.msg.executionTime >= 0) }')
  if (verdict.kind !== 'passes-visible-fails-hidden') throw new Error(`expected another verdict, found ${verdict.kind}`)
  expect(verdict.lines.map((line) => line.message)).toEqual(['{"level":"ERROR","msg":{"statusCode":500,"retry":true}}'])
})

test('a query that fails hidden is shown the fewest lines that still differ', async () => {
  const verdict = await text(queries, "filter level = 'INFO' or level = 'ERROR'\n| stats count(*) as calls by level\n| sort calls desc")
  if (verdict.kind !== 'passes-visible-fails-hidden') throw new Error(`expected another verdict, found ${verdict.kind}`)
  expect(verdict.lines.map((line) => line.message)).toEqual([expect.stringContaining('"level":"WARNING"')])
  expect(verdict.difference).toMatchObject({ kind: 'rows', rows: [{ state: 'missing', expected: [{ text: 'WARNING' }, { text: '1' }] }] })
})

test('rows that differ stand side by side with the cell marked', async () => {
  const verdict = await text(queries, 'stats sum(msg.statusCode) as calls by level\n| sort calls desc')
  if (verdict.kind !== 'wrong' || verdict.difference.kind !== 'rows') throw new Error(`expected wrong, found ${verdict.kind}`)
  const [first] = verdict.difference.rows
  expect(first?.state).toBe('changed')
  expect(first?.yours?.map((cell) => cell.differs)).toEqual([false, true])
  expect(first?.expected?.map((cell) => cell.text)).toEqual(['INFO', expect.stringMatching(/^\d+$/)])
  expect(verdict.right).toContain('Every value of level is right.')
})

test('the right rows upside down are called that', async () => {
  expect(await text(queries, 'stats count(*) as calls by level\n| sort calls asc')).toMatchObject({
    kind: 'wrong',
    title: 'Close: the rows are right, the order is not',
  })
})

test('a text the product refuses can be a misconception too', async () => {
  const verdict = await text(queries, 'stats count(*) as n by level sort n')
  expect(verdict).toMatchObject({ kind: 'misconception', id: 'No pipe', diagnostics: [{ code: 'insights/missing-pipe' }] })
})

test('a bug of ours is neutral and named', async () => {
  const bugs: unknown[] = []
  const broken = createGrader({
    loadMarking: async () => queries.marking,
    backendFor: () => ({
      fetch: async () => {
        throw new Error('no backend')
      },
    }),
    onBug: (bug) => bugs.push(bug),
  })
  const verdict = await broken.grade({ exercise: 'unit/one', drawing: 0, answer: { kind: 'text', text: 'fields level' } })
  expect(verdict).toMatchObject({ kind: 'grader-bug', id: expect.stringMatching(/^[0-9a-f]{8}$/) })
  expect(bugs).toHaveLength(1)
})

test('tells how far it is, and can be stopped', async () => {
  const seen: number[] = []
  const stop = new AbortController()
  const grading = graderFor(queries).grade(
    { exercise: 'unit/one', drawing: 0, answer: { kind: 'text', text: 'fields level' } },
    {
      signal: stop.signal,
      onProgress: ({ done, total }) => {
        seen.push(done / total)
        if (done === 3) stop.abort(new Error('stopped'))
      },
    },
  )
  await expect(grading).rejects.toThrow('stopped')
  expect(seen).toEqual([1 / 6, 2 / 6, 3 / 6])
})

const ladder = async (answer: string, shown: readonly number[]): Promise<unknown> =>
  graderFor(patterns).hint({ exercise: 'unit/one', drawing: 0, answer: { kind: 'text', text: answer }, shown })

test('a hint whose condition does not hold is left out, and says what the answer does', async () => {
  expect(await ladder('nowhere', [0])).toMatchObject({
    index: 2,
    state: 'Your pattern keeps 0 of 40 lines: "nowhere" stands in none of them, in whatever case.',
  })
  expect(await ladder('""', [])).toMatchObject({ index: 0 })
})

test('behind the hints stands the twin solved, then the answer, then the exercise drawn again', async () => {
  const twin = await ladder('nowhere', [0, 2])
  expect(twin).toMatchObject({ index: 3, rung: 'twin', worked: { text: '{ $.msg.statusCode = 503 }' } })
  const answer = await ladder('nowhere', [0, 2, 3])
  expect(answer).toMatchObject({ index: 4, rung: 'answer', worked: { text: '{ $.msg.statusCode = 500 }' }, drawAgain: 2 })
  expect(await ladder('nowhere', [0, 2, 3, 4])).toBeUndefined()
})

const prediction = parsed(
  `kind: predict-lines
language: filter-pattern
world: {scenario: practice, size: 12, groups: [/aws/lambda/practice]}`,
  `## Data
${fence('lines at:+00:00:10', 'ERROR in words')}
${fence('lines at:+00:00:11', 'INFO only')}

## Given
${fence('filter-pattern', 'ERROR words')}

## Wrong
### Either word
${fence('filter-pattern', '?ERROR ?words')}
You found it.

You ticked {{rows.yours}} where {{rows.expected}} stay.

Both must be there.`,
)

test('a prediction is marked line by line, and the next seed is drawn', async () => {
  const grader = graderFor(prediction)
  const ask = (eventIds: readonly string[]): Promise<Verdict> =>
    grader.grade({ exercise: 'unit/one', drawing: 0, answer: { kind: 'lines', eventIds } })
  const wrong = await ask(['none of these'])
  if (wrong.kind !== 'wrong' || wrong.difference.kind !== 'events') throw new Error(`expected wrong, found ${wrong.kind}`)
  const [missed] = wrong.difference.events
  expect(missed).toMatchObject({ state: 'missing', message: 'ERROR in words' })
  expect(wrong.drawAgain).toBe(1)
  expect(await ask([missed?.eventId ?? ''])).toMatchObject({ kind: 'pass', drawAgain: 1 })
  expect(await ask([])).toMatchObject({ kind: 'empty' })
})

const construct = parsed(
  `kind: construct
language: filter-pattern
differ: A only`,
  `## Given
${fence('filter-pattern name:A', 'one two')}
${fence('filter-pattern name:B', '"one two"')}

## Solution
${fence('lines', 'two one')}
Apart.

## Wrong
### Side by side
${fence('lines', 'one two')}
It is a line.

Both keep it: {{first.yours}}

Quotes make a phrase.`,
)

test('a constructed line is read by both programs', async () => {
  const ask = (line: string): Promise<Verdict> =>
    graderFor(construct).grade({ exercise: 'unit/one', drawing: 0, answer: { kind: 'construct', lines: [line] } })
  expect(await ask('one and two')).toMatchObject({
    kind: 'pass',
    difference: {
      lines: [
        {
          programs: [
            { name: 'A', keeps: true },
            { name: 'B', keeps: false },
          ],
        },
      ],
    },
  })
  expect(await ask('so one two')).toMatchObject({ kind: 'misconception', id: 'Side by side' })
  expect(await ask('three')).toMatchObject({ kind: 'wrong', title: 'Not yet: neither keeps this line' })
})
