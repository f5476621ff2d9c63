import { describe, expect, test } from 'vitest'
import { commands, unsupportedCommands } from '#languages/insights/command-help.ts'
import { insights } from '#languages/insights/index.ts'
import { parsers } from '#languages/insights/parse/command.ts'

const names = commands.flatMap(({ name, aliases = [] }) => [name, ...aliases])

test('every command that is explained is read, and none besides', () => {
  expect(Object.keys(parsers).toSorted()).toEqual(names.toSorted())
})

test('no command is both simulated and not', () => {
  expect(unsupportedCommands.filter((name) => names.includes(name.toLowerCase()))).toEqual([])
})

describe.each(commands)('$name', ({ name, says, examples }) => {
  test('says what it does', () => {
    expect(says).toMatch(/^[A-Z].*\.$/)
    expect(examples.some((example) => new RegExp(`(^|\\| )${name} `).test(example))).toBe(true)
  })

  test.each(examples)('%s', (example) => {
    expect(insights.diagnose(example)).toEqual([])
  })
})
