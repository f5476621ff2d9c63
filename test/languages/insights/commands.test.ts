import { describe, expect, test } from 'vitest'
import { commandWords, findCommand } from '#languages/insights/command/index.ts'
import { insights, parse, print } from '#languages/insights/index.ts'

test('every word of the grammar begins a command, in either case', () => {
  const words =
    'fields display filter where filterIndex stats sort limit parse dedup pattern anomaly diff logcompare relevantfields unnest expand lookup cidrlookup join appendcols addtotals accum autoregress filldown fillmissing outlier sessionize countFrequent count_frequent'
  const unknown = words.split(' ').filter((word) => findCommand(word) === undefined || findCommand(word.toUpperCase()) === undefined)
  expect(unknown).toEqual([])
})

describe.each(commandWords)('$name', ({ name, says, examples, insert }) => {
  test('says what it does', () => {
    expect(says).toMatch(/^[A-Z].*\.$/)
    expect(insert.startsWith(name)).toBe(true)
    expect(examples.some((example) => new RegExp(`(^|\\| )${name}( |$)`).test(example))).toBe(true)
  })

  test.each(examples)('%s', (example) => {
    expect(insights.diagnose(example)).toEqual([])
    const printed = print(parse(example).ast)
    expect(print(parse(printed).ast)).toBe(printed)
  })
})
