import { describe, expect, test } from 'vitest'
import { functionEntries, findFunction } from '#languages/insights/functions/index.ts'
import { LogGroup } from '#stores/log-store.ts'
import { ask, DAY_START, table } from '../../../engines/insights/ask.ts'

/** A row is one event; `@timestamp` moves it. */
function groupOfRows(rows: readonly Readonly<Record<string, unknown>>[]): LogGroup {
  const group = new LogGroup('/examples', 0)
  rows.forEach(({ '@timestamp': time, ...fields }, at) => {
    const timestamp = typeof time === 'string' ? Date.parse(time) : DAY_START + at * 1000
    group.append('s', [{ timestamp, message: JSON.stringify(fields) }], timestamp)
  })
  return group
}

describe.each(functionEntries.map((entry) => [entry.name, entry] as const))('%s', (_, entry) => {
  test.each(entry.examples.map((example) => [example.query, example] as const))('%s', (query, { over = [{}], gives }) => {
    const rows = table(ask(query, [groupOfRows(over)]))
    expect(rows.map((row) => row.at(-1))).toEqual(gives)
  })

  test('says what it does and shows it', () => {
    expect(entry.examples.length).toBeGreaterThan(0)
    expect(entry.says).toMatch(/^\S.*\.$/)
    for (const parameter of entry.parameters) expect(parameter.says).not.toBe('')
  })
})

test('finds a function in either case and by its other names', () => {
  expect(findFunction('ISPRESENT')?.name).toBe('ispresent')
  expect(findFunction('collect_values')?.name).toBe('values')
  expect(findFunction('explode')).toBeUndefined()
})

test('no two functions share a name', () => {
  const names = functionEntries.flatMap(({ name, aliases = [] }) => [name, ...aliases].map((each) => each.toLowerCase()))
  expect(new Set(names).size).toBe(names.length)
})
