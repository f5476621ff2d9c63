import { describe, expect, it } from 'vitest'
import { createExecution, type Execution } from '#engines/insights/index.ts'
import { parse } from '#languages/insights/index.ts'
import { hasErrors } from '#lib/text/diagnostic.ts'
import { MINUTE } from '#lib/time.ts'
import { LogGroup } from '#stores/log-store.ts'
import { DAY_START, groupOf, table, WINDOW } from './ask.ts'

function begin(query: string, groups: readonly [LogGroup, ...LogGroup[]]): Execution {
  const others = {
    groups: (source: { readonly groups: readonly string[] }) => groups.filter(({ name }) => source.groups.includes(name)),
    tables: { all: () => [], find: () => undefined },
  }
  const input = { query: parse(query).ast, groups: [groups[0]], accountId: '123456789012', ...WINDOW, now: WINDOW.end + 1, others }
  const made = createExecution(input)
  if ('diagnostics' in made) throw new Error(made.diagnostics.map(({ message }) => message).join('; '))
  return made.value
}

const many = (count: number, message: (at: number) => string, name: string): LogGroup => {
  const group = new LogGroup(name, 0)
  const events = Array.from({ length: count }, (_, at) => ({ timestamp: DAY_START + at, message: message(at) }))
  group.append('s', events, DAY_START)
  return group
}

const rowsOf = (execution: Execution) => table(execution.results())

describe('a query with one in parentheses', () => {
  const outer = () => groupOf(['{"id":1}', '{"id":2}', '{"id":3}'], '/outer')
  const inner = () => groupOf(['{"id":2}', '{"id":3}', '{"id":4}', '{"id":5}'], '/inner')
  const query = "filter id in (SOURCE '/inner' | filter id > 2 | fields id) | fields id"

  it('runs the inner one first, step by step, and counts both', () => {
    const execution = begin(query, [outer(), inner()])
    const scanned: number[] = []
    while (!execution.step(2)) scanned.push(execution.statistics().recordsScanned)
    expect(scanned).toEqual([2, 4, 6])
    expect(execution.statistics()).toMatchObject({ recordsMatched: 3 + 1, recordsScanned: 3 + 4, recordsTotal: 7 })
    expect(rowsOf(execution)).toEqual([['3']])
  })

  it('has columns and no rows while the inner one runs', () => {
    const execution = begin(query, [outer(), inner()])
    execution.step(1)
    expect(execution.results()).toEqual({ columns: ['id'], rows: [] })
  })

  it('reads the inner one anew where its events were renumbered meanwhile', () => {
    const group = inner()
    const execution = begin(query, [outer(), group])
    execution.step(3)
    group.append(
      's',
      [
        { timestamp: DAY_START - MINUTE, message: '{"id":1}' },
        { timestamp: DAY_START - 1, message: '{"id":99}' },
      ],
      DAY_START,
    )
    while (!execution.step(1));
    expect(rowsOf(execution)).toEqual([['3']])
  })

  it('keeps what the inner one gave, whatever becomes of either group', () => {
    const [left, right] = [outer(), inner()]
    const execution = begin("join left=l right=r where l.id=r.id (SOURCE '/inner') | fields l.id, r.id, r.@timestamp", [left, right])
    execution.step(100)
    const early = { timestamp: DAY_START - MINUTE, message: '{"id":5}' }
    right.append('s', [early], DAY_START)
    left.append('s', [early], DAY_START)
    while (!execution.step(1));
    expect(rowsOf(execution)).toEqual([
      ['3', '3', '2024-01-15 10:01:00.000'],
      ['2', '2', '2024-01-15 10:00:00.000'],
      ['5', '5', '2024-01-15 10:03:00.000'],
    ])
  })

  it('bears a query that is stopped in the middle', () => {
    const execution = begin(query, [outer(), inner()])
    execution.step(1)
    expect(execution.statistics()).toMatchObject({ recordsScanned: 1, recordsMatched: 1 })
    expect(execution.failure()).toBeUndefined()
  })
})

describe('a join', () => {
  const join = "join left=l right=r where l.k=r.k (SOURCE '/right')"
  const end = (execution: Execution): Execution => {
    while (!execution.step(10_000));
    return execution
  }

  it('takes fifty thousand keys and fails with one more', () => {
    const left = groupOf(['{"k":7}'], '/left')
    const withKeys = (count: number) => end(begin(`${join} | fields r.k`, [left, many(count, (at) => `{"k":${at}}`, '/right')]))
    expect(rowsOf(withKeys(50_000))).toEqual([['7']])
    const failed = withKeys(50_001)
    expect(failed.failure()).toBe('the right side of the join has 50001 different keys, at most 50000 are allowed')
    expect(failed.results()).toEqual({ columns: [], rows: [] })
  })

  it('counts keys, not rows', () => {
    const left = groupOf(['{"k":1}'], '/left')
    const right = many(60_000, (at) => `{"k":${at % 10}}`, '/right')
    expect(rowsOf(end(begin(`${join} | stats count(*)`, [left, right])))).toEqual([['6000']])
  })

  it.each([join, `stats count(*) by k, n | ${join}`])('fails where keys that both sides share make too many rows: %s', (query) => {
    const left = many(1_100, (at) => `{"k":1,"n":${at}}`, '/left')
    const right = many(1_000, () => '{"k":1}', '/right')
    const execution = end(begin(`${query} | stats count(*)`, [left, right]))
    expect(execution.failure()).toBe('the join makes more than 1000000 rows: many rows of both sides have the same key')
  })
})

describe('hostile nesting', () => {
  it.each(['filter a in (', 'join left=a right=b where a.k=b.k (', 'appendcols ('])('neither hangs nor throws: %s', (opening) => {
    for (const depth of [1, 2, 500]) {
      const query = opening.repeat(depth)
      const { ast, diagnostics } = parse(query)
      expect(hasErrors(diagnostics)).toBe(true)
      const made = createExecution({ query: ast, groups: [], accountId: '1', ...WINDOW, now: WINDOW.end })
      if ('value' in made) expect([1, 2, 3].map((rows) => made.value.step(rows))).toContain(true)
    }
  })
})
