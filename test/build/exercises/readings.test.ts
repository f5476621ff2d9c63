import { expect, test } from 'vitest'
import { parseExercise } from '../../../src/build/exercises/parse.ts'

const table = `---
title: A table
kind: predict-table
skills: [x]
minutes: 2
world: {scenario: practice, size: 20}
---
Story.

> Task.

## Given
\`\`\`insights
stats count(*)
\`\`\`

## Wrong
### One
\`\`\`insights
stats count(*) by level
\`\`\`
Right.

{{where}} {{first.yours}}.

Why.

## After
Done.
`

const redaction = `---
title: What must go
kind: redact
skills: [x]
minutes: 2
---
Story.

> Task.

## Given
\`\`\`lines
order ⟦keep order id:W-1⟧ by ⟦card:4111 1111⟧
mail to ⟦e-mail:a@b.example⟧
\`\`\`

## Wrong
### missed card
Right.

{{where}} {{first.yours}}.

Why.

### marked order id
Right.

Differs.

Why.

## After
Done.
`

const problemsOf = (text: string): readonly string[] =>
  parseExercise('unit/one', text).problems.map(({ line, message }) => `${line}: ${message}`)

test.each([
  ['a predicted table', table],
  ['a redaction', redaction],
])('reads %s without a complaint', (_, text) => expect(problemsOf(text)).toEqual([]))

test('the page of a redaction is given the plain lines', () => {
  const { parsed } = parseExercise('unit/one', redaction)
  expect(parsed?.exercise.drawings[0]).toMatchObject({ given: [], lines: ['order W-1 by 4111 1111', 'mail to a@b.example'] })
  expect(parsed?.marking.drawings[0]?.redaction?.pieces).toEqual([
    { line: 0, from: 6, to: 9, label: 'order id', isSecret: false },
    { line: 0, from: 13, to: 22, label: 'card', isSecret: true },
    { line: 1, from: 8, to: 19, label: 'e-mail', isSecret: true },
  ])
})

const bad: readonly (readonly [string, string, string])[] = [
  ['a table without a wrong one', table.replace(/## Wrong[^]*(?=## After)/, ''), '1: predict-table needs "## Wrong"'],
  [
    'hidden worlds of a table',
    table.replace('---\nStory', 'hidden: [empty]\n---\nStory'),
    '7: "hidden" has no meaning in predict-table: a reading is judged on the world shown',
  ],
  [
    'a pattern where a query stands',
    table.replace('```insights\nstats count(*)\n', '```filter-pattern\nERROR\n'),
    '13: expected a fence "insights", found "filter-pattern"',
  ],
  [
    'a piece without a class',
    redaction.replace('card:4111', '4111'),
    '13: expected "⟦class:text⟧" or "⟦keep class:text⟧" around a piece of this line',
  ],
  [
    'a piece that is never closed',
    redaction.replace('example⟧', 'example'),
    '14: expected "⟦class:text⟧" or "⟦keep class:text⟧" around a piece of this line',
  ],
  [
    'a piece that cuts a word',
    redaction.replace('a@⟦', 'a@').replace('⟦e-mail:a@b.example⟧', 'a@⟦e-mail:b.example⟧'),
    '14: "a@b.example" is one word: a piece holds all of it or none',
  ],
  [
    'lines with nothing to take out',
    redaction.replace('⟦card:4111 1111⟧', '4111').replace('⟦e-mail:a@b.example⟧', 'all'),
    '12: nothing in these lines must go: put "⟦class:text⟧" around it',
  ],
  [
    'a class that is not there',
    redaction.replace('### missed card', '### missed crad'),
    '18: unknown class that must go "crad"; did you mean "card"?',
  ],
  [
    'a class that must go, as one that may stay',
    redaction.replace('### marked order id', '### marked card'),
    '25: unknown class that may stay "card"; known: order id',
  ],
  [
    'a slip that is none',
    redaction.replace('### missed card', '### forgot card'),
    '18: expected "missed CLASS" or "marked CLASS", found "forgot card"',
  ],
  [
    'a fence under a slip',
    redaction.replace('### missed card\n', '### missed card\n```lines\nx\n```\n'),
    '19: the heading names the wrong answer; a fence has no place here',
  ],
]

test.each(bad)('tells %s by its line', (_, text, message) => {
  expect(problemsOf(text)).toEqual(expect.arrayContaining([message]))
})
