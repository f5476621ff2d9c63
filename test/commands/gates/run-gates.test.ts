import { expect, test } from 'vitest'
import { parseExercise } from '../../../src/build/exercises/parse.ts'
import { nearMisses } from '../../../src/commands/gates/near-misses.ts'
import { runGates } from '../../../src/commands/gates/run-gates.ts'

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``

const wrong = (name: string, text: string): string => `### ${name}\n${fence('filter-pattern', text)}\nRight.\n\nDiffers.\n\nWhy.\n`

async function failuresOf(body: string, hidden = '[look-alike: 500]'): Promise<readonly string[]> {
  const text = `---
title: One
kind: write
language: filter-pattern
skills: [x]
minutes: 1
world: {scenario: practice, size: 30, groups: [/aws/lambda/practice]}
hidden: ${hidden}
---
Story.

> Task.

${body}

## After
Done.
`
  const { parsed, problems } = parseExercise('unit/one', text)
  if (parsed === undefined || problems.length > 0) throw new Error(JSON.stringify(problems))
  const { failures } = await runGates({ file: 'one.md', lines: { hidden: 8 }, ...parsed }, 5)
  return failures.map(({ line, message }) => `${line}: ${message}`)
}

const solution = `## Solution\n${fence('filter-pattern', '{ $.msg.statusCode = 500 }')}\nIt works.`

test('a sound exercise holds', async () => {
  expect(await failuresOf(`${solution}\n\n## Wrong\n${wrong('The word', '500')}`)).toEqual([])
})

test('a start that passes is told', async () => {
  const failures = await failuresOf(`## Start\n${fence('filter-pattern', '{ $.msg.statusCode = 500 }')}\n\n${solution}`)
  expect(failures.join('\n')).toContain('the Start passes')
})

test('a wrong answer that is right, and two that are one, are told by their lines', async () => {
  const right = await failuresOf(`${solution}\n\n## Wrong\n${wrong('Not wrong', '{ $.msg.statusCode > 499 }')}`)
  expect(right).toContain('22: "Not wrong" does not get its own words: pass')
  const twice = await failuresOf(`${solution}\n\n## Wrong\n${wrong('One', '500')}\n${wrong('Two', '"500"')}`)
  expect(twice).toContain('32: "Two" behaves like "One" on every world')
})

test('data too kind to tell a near miss apart are told', async () => {
  const failures = await failuresOf(`## Solution\n${fence('filter-pattern', '{ $.msg.statusCode >= 500 }')}\nIt works.`)
  expect(failures).toContain('15: "{ $.msg.statusCode >= 499 }" passes too: add data on which it differs, or list it under "Also right"')
})

test('a mutator that changes nothing is told', async () => {
  const failures = await failuresOf(solution, '[missing-field: msg.nowhere]')
  expect(failures).toContain('8: the mutator "missing-field: msg.nowhere" changes no hidden world')
})

test('a hint that gives the answer away is told', async () => {
  const failures = await failuresOf(`## Hints\n1. Try \`{ $.msg.statusCode >= 500 }\`\n\n${solution}`)
  expect(failures).toContain('15: the code in this hint passes: "{ $.msg.statusCode >= 500 }"')
})

test('near misses change one thing each, and can be read', () => {
  expect(nearMisses('filter-pattern', '{ $.a = 5 }')).toEqual(expect.arrayContaining(['{ $.a != 5 }', '{ $.a = 6 }', '{ $.a = 4 }']))
  expect(nearMisses('insights', 'filter a > 5\n| stats count(*) as n by b\n| sort n desc')).toEqual(
    expect.arrayContaining([
      'filter a >= 5\n| stats count(*) as n by b\n| sort n desc',
      'filter a > 6\n| stats count(*) as n by b\n| sort n desc',
      'filter a > 5\n| stats count(*) as n by b\n| sort n asc',
      'stats count(*) as n by b\n| sort n desc',
    ]),
  )
})
