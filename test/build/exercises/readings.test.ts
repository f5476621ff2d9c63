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

const claim = `---
title: What happened?
kind: investigate
skills: [x]
minutes: 5
world: {scenario: company, window: 20m, groups: [/aws/lambda/orders-api]}
---
Story.

> Task.

## Solution
\`\`\`claim
cause: bad deploy | throttling
start: {insights: "stats min(@timestamp)", within: 2m}
evidence: {from: 1, of: [logs, insights], overlaps: start}
\`\`\`
So.

## Wrong
### Throttled
\`\`\`claim
cause: throttling
\`\`\`
Right.

Differs.

Why.

### Unasked
\`\`\`claim did:never-narrowed version
\`\`\`
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
  ['a claim', claim],
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
  [
    'an unknown part of a claim',
    claim.replace('start: {', 'begin: {'),
    '15: unknown key in a claim "begin"; known: cause, start, customers, line, request, evidence, queries',
  ],
  ['a part without its query', claim.replace('insights: "stats min(@timestamp)", ', ''), '15: start needs "insights"'],
  ['a length that is none', claim.replace('2m', 'soon'), '15: expected a length such as 2m for "within", found "soon"'],
  ['one cause', claim.replace(' | throttling', ''), '14: expected at least two causes, "right | wrong"'],
  ['an unknown console', claim.replace('[logs, insights]', '[logs, insight]'), '16: unknown console "insight"; did you mean "insights"?'],
  ['evidence from more than there are', claim.replace('from: 1', 'from: 3'), '16: expected 1 to 2 for "from", found 3'],
  [
    'a wrong cause nobody can pick',
    claim.replace('claim\ncause: throttling', 'claim\ncause: throtling'),
    '23: unknown wrong cause "throtling"; did you mean "throttling"?',
  ],
  [
    'a part that is not claimed',
    claim.replace('claim\ncause: throttling', 'claim\nrequest: {insights: limit 1}'),
    '23: nothing is claimed of "request" in the Solution',
  ],
  [
    'an unknown habit',
    claim.replace('did:never-narrowed version', 'did:never-looked'),
    '32: unknown habit "never-looked"; known: never-narrowed, began-unfiltered',
  ],
  [
    'a habit without its field',
    claim.replace('never-narrowed version', 'never-narrowed'),
    '32: expected a field: "did:never-narrowed version"',
  ],
]

test.each(bad)('tells %s by its line', (_, text, message) => {
  expect(problemsOf(text)).toEqual(expect.arrayContaining([message]))
})
