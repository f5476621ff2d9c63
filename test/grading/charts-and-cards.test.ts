import { describe, expect, test } from 'vitest'
import { createBackend } from '#backend/backend.ts'
import type { Answer } from '#grading/exercise.ts'
import { createGrader } from '#grading/index.ts'
import { parseExercise, type ParsedExercise } from '../../src/build/exercises/parse.ts'
import { runGates } from '../../src/commands/gates/run-gates.ts'

const fence = (info: string, text: string): string => `\`\`\`${info}\n${text}\n\`\`\``

function read(front: string, body: string) {
  const text = `---\ntitle: One\nskills: [x]\nminutes: 1\n${front}\n---\nStory.\n\n> Task.\n\n${body}\n\n## After\nDone.\n`
  return parseExercise('unit/one', text)
}

function parsed(front: string, body: string): ParsedExercise {
  const { parsed: found, problems } = read(front, body)
  if (found === undefined || problems.length > 0) throw new Error(JSON.stringify(problems))
  return found
}

function graderOf({ marking }: ParsedExercise) {
  const onBug = (bug: unknown): never => {
    throw bug
  }
  const grader = createGrader({ loadMarking: async () => marking, backendFor: (clock) => createBackend({ clock }), worlds: 2, onBug })
  return {
    grade: (answer: Answer) => grader.grade({ exercise: 'unit/one', drawing: 0, answer }),
    tables: () => grader.tables({ exercise: 'unit/one', drawing: 0 }),
  }
}

const gatesOf = async (exercise: ParsedExercise) =>
  (await runGates({ file: 'one.md', ...exercise, lines: {} }, 3)).failures.map(({ message }) => message)

describe('a chart', () => {
  const front = `kind: write-for-chart
language: insights
world: {scenario: practice, size: 60, groups: [/aws/lambda/practice], with: {failure: 500}}`
  const chart = (query: string) => parsed(front, `## Solution\n${fence('insights', query)}\nSo.`)
  const solution = 'stats count(*) as calls by msg.statusCode'

  test('is shown by its rows and by which of their columns are drawn, and never by its query', async () => {
    const exercise = chart(solution)
    const [table, ...more] = await graderOf(exercise).tables()
    expect(more).toEqual([])
    expect(table).toMatchObject({
      columns: ['msg.statusCode', 'calls'],
      chart: { keys: ['msg.statusCode'], values: ['calls'], addsUp: true },
    })
    expect(JSON.stringify([exercise.exercise, table])).not.toContain('count(')
  })

  test('is made by any query that draws the same, whatever its columns are called', async () => {
    const { grade } = graderOf(chart(solution))
    expect(await grade({ kind: 'text', text: 'stats count() as n by msg.statusCode' })).toMatchObject({ kind: 'pass' })
    expect(await grade({ kind: 'text', text: 'stats max(msg.executionTime) by msg.statusCode' })).toMatchObject({ kind: 'wrong' })
  })

  test('of a query that counts nothing, or one thing only, is none', async () => {
    expect(await gatesOf(chart('fields msg.statusCode'))).toContain('the Solution draws no chart: a chart comes of "stats"')
    expect(await gatesOf(chart('stats count(*) as calls'))).toContain('the chart has one point')
  })
})

describe('cards', () => {
  const body = `## Solution
${fence('items', 'Started => INFO\nGiven up => ERROR\nRetry 1 of 5 => WARNING\nShipped => INFO')}
So.

## Wrong
### Retry 1 of 5 => ERROR
You put the failures up.

{{where}} "{{first.key}}" is no {{first.yours}} yet.

It is tried again.`
  const exercise = parsed('kind: sort', body)
  const items = exercise.exercise.drawings[0]?.items ?? []
  const { grade } = graderOf(exercise)
  const right: Readonly<Record<string, string>> = { Started: 'INFO', 'Given up': 'ERROR', 'Retry 1 of 5': 'WARNING', Shipped: 'INFO' }
  const places = (change: Readonly<Record<string, string | null>> = {}): Answer => ({
    kind: 'choices',
    choices: items.map(({ question }) => (question in change ? (change[question] ?? null) : (right[question] ?? null))),
  })

  test('all have every shelf to go to, and nothing says which is theirs', () => {
    expect(items.map(({ question }) => question).toSorted()).toEqual(Object.keys(right).toSorted())
    expect(new Set(items.map(({ options }) => options.join()))).toEqual(new Set(['INFO,ERROR,WARNING']))
  })

  test('pass on their shelves, in whatever order they were put there', async () => {
    expect(await grade(places())).toMatchObject({ kind: 'pass', title: 'Right: all 4 cards' })
  })

  test('of a known mistake get its words; of another, which card is on a wrong shelf', async () => {
    const known = await grade(places({ 'Retry 1 of 5': 'ERROR' }))
    expect(known).toMatchObject({ kind: 'misconception', id: 'Retry 1 of 5 => ERROR' })
    expect(JSON.stringify(known)).toContain('Here \\"Retry 1 of 5\\" is no ERROR yet.')
    expect(await grade(places({ Shipped: 'ERROR' }))).toMatchObject({
      kind: 'wrong',
      title: 'Close: one card is still open',
      first: '"Shipped" does not belong on the shelf "ERROR".',
    })
  })

  test('on the table are open, and none on a shelf is no attempt', async () => {
    expect(await grade(places({ Shipped: null }))).toMatchObject({ kind: 'wrong', first: 'Not on a shelf yet: Shipped' })
    expect(await grade({ kind: 'choices', choices: [] })).toMatchObject({ kind: 'empty' })
  })

  test('hold their gates', async () => expect(await gatesOf(exercise)).toEqual([]))

  test.each([
    ['a card without a shelf', body.replace('Started => INFO', 'Started'), '13: expected "card => shelf"'],
    ['a card twice', body.replace('Shipped => INFO', 'Started => INFO'), '16: the card "Started" stands here twice'],
    ['one shelf', body.replace(/=> (ERROR|WARNING)\n/g, '=> INFO\n'), '12: expected cards for two to six shelves, found 1'],
    ['a card nobody has', body.replace('### Retry 1', '### Retry 9'), '21: unknown question "Retry 9 of 5"; did you mean "Retry 1 of 5"?'],
    ['a shelf that is right', body.replace('5 => ERROR', '5 => WARNING'), '21: unknown wrong option "WARNING"; known: INFO, ERROR'],
  ])('tells %s by its line', (_, text, message) => {
    expect(read('kind: sort', text).problems.map(({ line, message: says }) => `${line}: ${says}`)).toContain(message)
  })
})
