import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Rollup } from 'vite'
import { afterAll, expect, test } from 'vitest'
import { exercises } from '../../../src/build/exercises/plugin.ts'

const root = mkdtempSync(join(tmpdir(), 'exercises-'))
afterAll(() => rmSync(root, { recursive: true }))

const header = '---\ntitle: Unit\nsentence: One.\nskills: {terms: Words}\n---\n'
const exercise = `---
title: Errors only
kind: write
language: filter-pattern
skills: [terms]
minutes: 2
world: {scenario: practice, groups: [/aws/lambda/practice]}
---
A story.

> Keep the errors.

## Solution
\`\`\`filter-pattern
SECRET-SOLUTION
\`\`\`
It is the word.

## After
Words.
`

function course(name: string, text: string): string {
  const folder = join(root, name)
  mkdirSync(join(folder, '10-first'), { recursive: true })
  writeFileSync(join(folder, '10-first', 'unit.md'), header)
  writeFileSync(join(folder, '10-first', '10-errors.md'), text)
  writeFileSync(
    join(folder, 'main.js'),
    "export { units, loadExercise } from 'virtual:exercises'\nexport { loadMarking } from 'virtual:marking'\n",
  )
  return folder
}

async function chunks(folder: string): Promise<readonly Rollup.OutputChunk[]> {
  const output = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [exercises('.')],
    build: { write: false, lib: { entry: 'main.js', formats: ['es'] } },
  })
  const [first] = Array.isArray(output) ? output : [output]
  if (first === undefined || !('output' in first)) throw new Error('expected one build')
  return first.output.filter((part) => part.type === 'chunk')
}

test('puts an exercise and its solution in chunks of their own', async () => {
  const built = await chunks(course('good', exercise))
  const holding = (text: string): Rollup.OutputChunk[] => built.filter((chunk) => chunk.code.includes(text))
  expect(holding('Errors only').some((chunk) => chunk.isEntry)).toBe(true)
  expect(holding('A story.')).toHaveLength(1)
  expect(holding('A story.')[0]?.isEntry).toBe(false)
  expect(holding('SECRET-SOLUTION')).toHaveLength(1)
  expect(holding('SECRET-SOLUTION')[0]).not.toBe(holding('A story.')[0])
})

test('fails the build with file and line', async () => {
  await expect(chunks(course('bad', exercise.replace('minutes: 2', 'minuts: 2')))).rejects.toThrow(
    '10-first/10-errors.md:6: unknown key in front matter "minuts"; did you mean "minutes"?',
  )
})
