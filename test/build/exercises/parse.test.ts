import { expect, test } from 'vitest'
import { parseExercise } from '../../../src/build/exercises/parse.ts'

const good = `---
title: Errors only
kind: write
language: filter-pattern
skills: [terms]
minutes: 2
world: {scenario: practice, groups: [/aws/lambda/practice], with: {failure: "{{status}}"}}
draw: {status: [500, 503, 404]}
hidden: [look-alike: "{{status}}", one-row]
---
A story about {{status}}.

> Keep the failures.

## Data
\`\`\`lines hidden
{"a":1}
  and more
\`\`\`

## Start
\`\`\`filter-pattern
{{status}}
\`\`\`

## Hints
1. Look.
2. (keeps too much) Use braces.

## Solution
\`\`\`filter-pattern
{ $.msg.statusCode = {{status}} }
\`\`\`
It looks at the property.

## Wrong
### The bare word
\`\`\`filter-pattern cause:over-generalised
{{status}}
\`\`\`
You keep every failure.

{{where}} also this line:

{{first.yours}}

A term is text.

## After
Braces look at properties.
`

const construct = `---
title: A line
kind: construct
language: filter-pattern
skills: [terms]
minutes: 2
differ: A only
---
A story.

> Write a line.

## Given
\`\`\`filter-pattern name:A
a
\`\`\`
\`\`\`filter-pattern name:B
b
\`\`\`

## Solution
\`\`\`lines
a
\`\`\`
It holds a.

## After
Done.
`

const fragments = `---
title: Pieces
kind: fragments
language: insights
skills: [pipeline]
minutes: 2
world: {scenario: practice, groups: [/aws/lambda/practice]}
---
A story.

> Put in order.

## Start
\`\`\`fragments
filter level = "ERROR"
| stats count(*)
---
| limit 1
\`\`\`

## Solution
\`\`\`insights
filter level = "ERROR"
| stats count(*)
\`\`\`
First choose, then count.

## After
Done.
`

const problemsOf = (text: string): readonly string[] =>
  parseExercise('unit/one', text).problems.map(({ line, message }) => `${line}: ${message}`)

test('reads a whole file, a drawing for each value', () => {
  const { parsed, problems } = parseExercise('unit/one', good)
  expect(problems).toEqual([])
  expect(parsed?.exercise.drawings.map((drawing) => drawing.start)).toEqual(['500', '503', '404'])
  expect(parsed?.exercise.drawings[1]?.world.with).toEqual({ failure: 503 })
  const marking = parsed?.marking.drawings[2]
  expect(marking?.solution?.text).toBe('{ $.msg.statusCode = 404 }')
  expect(marking?.hidden.mutators).toEqual([{ name: 'look-alike', argument: '404' }, { name: 'one-row' }])
  expect(marking?.hidden.lines).toEqual([{ group: '/aws/lambda/practice', message: '{"a":1}\nand more' }])
  expect(marking?.hints[1]?.condition).toBe('keeps too much')
  expect(marking?.wrongs[0]?.programs).toEqual([{ text: '404', line: 38, cause: 'over-generalised' }])
  expect(marking?.wrongs[0]?.differs).toHaveLength(2)
})

test('what gives the answer away is not in what the page shows', () => {
  const { parsed } = parseExercise('unit/one', good)
  const shown = JSON.stringify(parsed?.exercise)
  for (const secret of ['$.msg', 'A term is text', 'Use braces', '"a":1']) expect(shown).not.toContain(secret)
})

test('the pieces are shown in an order that is not the solution, with the distractor among them', () => {
  const { parsed, problems } = parseExercise('unit/one', fragments)
  expect(problems).toEqual([])
  const pieces = parsed?.exercise.drawings[0]?.pieces ?? []
  expect(pieces).toHaveLength(3)
  expect(pieces.join(' ')).not.toMatch(/^filter level = "ERROR" \| stats/)
})

test('a construct is given two programs by name', () => {
  const { parsed, problems } = parseExercise('unit/one', construct)
  expect(problems).toEqual([])
  expect(parsed?.exercise.drawings[0]?.given).toEqual([
    { name: 'A', text: 'a' },
    { name: 'B', text: 'b' },
  ])
  expect(parsed?.exercise.drawings[0]?.differ).toBe('A only')
})

const bad: readonly (readonly [string, string, string])[] = [
  ['an unknown key', good.replace('minutes: 2', 'minuts: 2'), '6: unknown key in front matter "minuts"; did you mean "minutes"?'],
  ['a key that is missing', good.replace('minutes: 2\n', ''), '2: front matter needs "minutes"'],
  ['an unknown kind', good.replace('kind: write', 'kind: wirte'), '3: unknown kind "wirte"; did you mean "write"?'],
  ['a kind without a grader', good.replace('kind: write', 'kind: trace-delivery'), '3: the kind "trace-delivery" has no grader yet'],
  ['an unknown heading', good.replace('## Solution', '## Solutoin'), '30: unknown heading "Solutoin"; did you mean "Solution"?'],
  ['a heading the kind forbids', good.replace('## Start', '## Given'), '21: write has no "## Given"'],
  [
    'headings out of order',
    good.replace('## Start', '## X').replace('## Data', '## Start').replace('## X', '## Data'),
    '21: "## Data" stands before "## Start"',
  ],
  ['a heading twice', good.replace('## Start', '## Data'), '21: "## Data" stands here twice'],
  ['an unknown mutator', good.replace('one-row', 'one-rwo'), '9: unknown mutator "one-rwo"; did you mean "one-row"?'],
  [
    'an unknown scenario',
    good.replace('scenario: practice', 'scenario: practise'),
    '7: unknown scenario "practise"; did you mean "practice"?',
  ],
  ['an unknown key of the world', good.replace('groups: [', 'group: ['), '7: unknown key in world "group"; did you mean "groups"?'],
  [
    'an unknown cause',
    good.replace('cause:over-generalised', 'cause:over-generalized'),
    '38: unknown cause "over-generalized"; did you mean "over-generalised"?',
  ],
  [
    'an unknown word on a fence',
    good.replace('lines hidden', 'lines hiden'),
    '16: unknown word on a fence "hiden"; did you mean "hidden"?',
  ],
  [
    'a fence of another language',
    good.replace('## Solution\n```filter-pattern', '## Solution\n```insights'),
    '31: expected a fence "filter-pattern", found "insights"',
  ],
  [
    'an unknown condition',
    good.replace('(keeps too much)', '(keeps to much)'),
    '28: unknown condition "keeps to much"; did you mean "keeps too much"?',
  ],
  [
    'an unknown placeholder',
    good.replace('about {{status}}', 'about {{statsu}}'),
    '11: unknown placeholder "{{statsu}}"; did you mean "{{status}}"?',
  ],
  [
    'an unknown figure',
    good.replace('{{first.yours}}', '{{first.your}}'),
    '45: unknown placeholder "{{first.your}}"; did you mean "{{first.yours}}"?',
  ],
  [
    'a wrong with two paragraphs',
    good.replace('A term is text.\n\n', ''),
    '37: "The bare word" needs three short paragraphs (what is right already, what differs, why), found 2',
  ],
  [
    'two values drawn',
    good.replace('[500, 503, 404]', '[500, 503]'),
    '8: "status" needs three values: the exercise, its worked twin, the exercise drawn again; found 2',
  ],
  [
    'a text with a colon',
    good.replace('title: Errors only', 'title: Errors: only'),
    '2: quote it: a text that holds ": ", or begins with a backtick, a quote or a brace, stands in quotes',
  ],
  [
    'a text that begins with a backtick',
    good.replace('title: Errors only', 'title: `Errors` only'),
    '2: quote it: a text that holds ": ", or begins with a backtick, a quote or a brace, stands in quotes',
  ],
  ['HTML', good.replace('A story', '<b>A</b> story'), '11: HTML is not passed on: "<b>"; write Markdown'],
  ['a fence that is never closed', `${good}\n\`\`\`lines\n`, '52: this fence is never closed'],
  ['a task that is missing', good.replace('> Keep', 'Keep'), '11: expected the story, then the task as one block quote ("> ...")'],
  [
    'an unknown order of rows',
    good.replace('hidden:', 'compare: {rows: orderd}\nhidden:'),
    '9: unknown order of rows "orderd"; did you mean "ordered"?',
  ],
  ['hints of a transfer', good.replace('minutes: 2', 'minutes: 2\nrole: transfer'), '27: a transfer exercise has no hints'],
  [
    'hidden worlds of a construct',
    construct.replace('differ: A only', 'hidden: [empty]'),
    '7: "hidden" has no meaning in construct: it has no world',
  ],
  ['one program in a construct', construct.replace('name:B', 'name:C'), '13: a construct is given two fences, name:A and name:B'],
  [
    'fragments that do not give the solution',
    fragments.replace('| stats count(*)\n---', '| stats count(*) as n\n---'),
    '14: no joining of the lines above "---" gives the Solution',
  ],
  ['three distractors', fragments.replace('| limit 1', '| limit 1\n| limit 2\n| limit 3'), '14: at most two distractors, found 3'],
]

test.each(bad)('tells %s by its line', (_, text, message) => {
  expect(problemsOf(text)).toEqual(expect.arrayContaining([message]))
})
