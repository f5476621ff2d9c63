import { describe, expect, test } from 'vitest'
import { createBackend } from '#backend/backend.ts'
import type { Answer } from '#grading/exercise.ts'
import { createGrader } from '#grading/index.ts'
import { parseExercise, type ParsedExercise } from '../../src/build/exercises/parse.ts'
import { runGates } from '../../src/commands/gates/run-gates.ts'

const fence = (info: string, text: string): string => `\`\`\`${info}\n${text}\n\`\`\``

function parsed(front: string, body: string): ParsedExercise {
  const text = `---\ntitle: One\nskills: [x]\nminutes: 1\n${front}\n---\nStory.\n\n> Task.\n\n${body}\n\n## After\nDone.\n`
  const { parsed: found, problems } = parseExercise('unit/one', text)
  if (found === undefined || problems.length > 0) throw new Error(JSON.stringify(problems))
  return found
}

function graderOf({ marking }: ParsedExercise) {
  const onBug = (bug: unknown): never => {
    throw bug
  }
  const grader = createGrader({ loadMarking: async () => marking, backendFor: (clock) => createBackend({ clock }), worlds: 2, onBug })
  return {
    grade: (answer: Answer, drawing = 0) => grader.grade({ exercise: 'unit/one', drawing, answer }),
    tables: (drawing = 0) => grader.tables({ exercise: 'unit/one', drawing }),
  }
}

const gatesOf = (exercise: ParsedExercise) => runGates({ file: 'one.md', ...exercise, lines: {} }, 3)

const tableFile = (wrongs: string): ParsedExercise =>
  parsed(
    `kind: predict-table
language: insights
world: {scenario: practice, size: 30, groups: [/aws/lambda/practice], with: {failure: 500}}`,
    `## Given
${fence('insights', 'stats count(*) as calls by msg.statusCode\n| sort calls desc')}

## Wrong
${wrongs}`,
  )

const noGroups = `### One row for everything
${fence('insights cause:mental-model', 'stats count(*) as calls')}
You count every call.

{{where}} {{first.key}} stands for {{first.yours}}; expected is {{first.expected}}.

By makes a row of each value.
`

describe('a predicted table', () => {
  const exercise = tableFile(
    `${noGroups}
### Only the failures
${fence('insights', 'filter msg.statusCode = 500\n| stats count(*) as calls by msg.statusCode')}
You count them.

{{where}} not.

Why.
`,
  )
  const { grade, tables } = graderOf(exercise)

  test('is picked among the results of what is given and of each misconception, in an order of its own', async () => {
    const offered = await tables()
    expect(offered.map(({ rows }) => rows.length).toSorted()).toEqual([1, 1, 2])
    const orders = new Set<string>()
    for (let drawing = 0; drawing < 8; drawing++)
      orders.add((await tables(drawing)).map(({ rows, columns }) => rows.length * columns.length).join())
    expect(orders.size).toBeGreaterThan(1)
  })

  test('passes where it is the one, and draws the next', async () => {
    const truth = (await tables()).find(({ rows }) => rows.length === 2)
    expect(await grade({ kind: 'table', table: truth?.id ?? '' })).toMatchObject({ kind: 'pass', drawAgain: 1 })
  })

  test('of a misconception gets its words, its figures and the rows side by side', async () => {
    const wrong = (await tables()).find(({ columns }) => columns.length === 1)
    const verdict = await grade({ kind: 'table', table: wrong?.id ?? '' })
    expect(verdict).toMatchObject({
      kind: 'misconception',
      id: 'One row for everything',
      difference: { kind: 'tables', picked: wrong?.id, rows: { kind: 'rows' } },
    })
    expect(JSON.stringify(verdict)).not.toContain('{{')
  })

  test('that was not picked is no attempt, nor is one that is not there any more', async () => {
    expect(await grade({ kind: 'table', table: null })).toMatchObject({ kind: 'empty' })
    expect(await grade({ kind: 'table', table: 'ffffffff' })).toMatchObject({ kind: 'empty' })
  })

  test('holds its gates, and one whose Wrong gives the same table does not', async () => {
    expect((await gatesOf(exercise)).failures).toEqual([])
    const same = tableFile(
      `${noGroups}\n### The same\n${fence('insights', 'stats count(*) as n by msg.statusCode')}\nYes.\n\nNo.\n\nWhy.\n`,
    )
    expect((await gatesOf(same)).failures.map(({ message }) => message)).toContain('"The same" has the result of what is given on seed 1')
  })
})

describe('a redaction', () => {
  const exercise = parsed(
    'kind: redact',
    `## Given
${fence('lines', 'INFO order ⟦keep order id:W-60418⟧ paid by card ⟦card:4111 1111 1111 1111⟧ for ⟦name:Anna Smith⟧\nINFO mail to ⟦e-mail:anna@example.com⟧ sent, card ⟦card:5500-0000⟧')}

## Wrong
### missed card
You took out some.

{{where}} {{first.key}} still holds {{first.yours}}.

Why.

### marked order id
You took out all that must go.

{{where}} {{first.yours}} is gone:

{{first.yours}}

Why.
`,
  )
  const { grade } = graderOf(exercise)
  const lines = exercise.exercise.drawings[0]?.lines ?? []
  const mark = (line: number, text: string) => {
    const from = lines[line]?.indexOf(text) ?? -1
    return { line, from, to: from + text.length }
  }
  const marks = (...pieces: readonly ReturnType<typeof mark>[]): Answer => ({ kind: 'marks', marks: pieces })
  const all = [mark(0, '4111 1111 1111 1111'), mark(0, 'Anna Smith'), mark(1, 'anna@example.com'), mark(1, '5500-0000')]

  test('shows its lines and never what is named in them', () => {
    expect(lines).toEqual([
      'INFO order W-60418 paid by card 4111 1111 1111 1111 for Anna Smith',
      'INFO mail to anna@example.com sent, card 5500-0000',
    ])
    expect(JSON.stringify(exercise.exercise)).not.toMatch(/⟦|order id|e-mail/)
  })

  test('passes where all that must go is marked, in one mark or in several', async () => {
    expect(await grade(marks(...all))).toMatchObject({ kind: 'pass', title: 'Right: all 4 pieces, and what is needed stays' })
    const words = ['4111 1111', ' 1111 1111'].map((text) => mark(0, text))
    expect(
      (await grade(marks(mark(0, '4111 1111 1111'), { ...mark(0, '1111 for'), to: mark(0, ' for').from }, ...words, ...all.slice(1)))).kind,
    ).toBe('pass')
  })

  test('that leaves a class in gets its words, with the piece', async () => {
    const verdict = await grade(marks(...all.slice(0, 3)))
    expect(verdict).toMatchObject({ kind: 'misconception', id: 'missed card' })
    expect(JSON.stringify(verdict)).toContain('Here line 2 still holds 5500-0000.')
  })

  test('that takes out what may stay gets its words; what is left in comes first', async () => {
    expect(await grade(marks(...all, mark(0, 'W-60418')))).toMatchObject({ kind: 'misconception', id: 'marked order id' })
    expect(await grade(marks(...all.slice(1), mark(0, 'W-60418')))).toMatchObject({ kind: 'misconception', id: 'missed card' })
  })

  test('a part of a piece is told from none of it, and a word nobody named from a named one', async () => {
    const half = await grade(marks(mark(0, 'Anna'), all[0] ?? mark(0, ''), ...all.slice(2)))
    expect(half).toMatchObject({
      kind: 'wrong',
      first: 'In line 1 only a part of a piece is marked; what is left of it can still be read.',
    })
    const more = await grade(marks(...all, mark(1, 'INFO')))
    if (more.kind !== 'wrong') throw new Error(`expected a wrong, found ${more.kind}`)
    expect(more.first).toMatch(/^"INFO" in line 2 may stay/)
  })

  test('holds its gates', async () => {
    expect((await gatesOf(exercise)).failures).toEqual([])
  })
})
