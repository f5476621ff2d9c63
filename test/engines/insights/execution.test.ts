import { describe, expect, test } from 'vitest'
import { createExecution, discoverFields, pointerGroup, readRecord, resolveSource } from '#engines/insights/index.ts'
import { parse } from '#languages/insights/index.ts'
import { MINUTE } from '#lib/time.ts'
import { LogGroup } from '#stores/log-store.ts'
import { ask, DAY_START, execute, groupOf, table } from './ask.ts'

const numbered = (count: number): LogGroup => groupOf(Array.from({ length: count }, (_, at) => JSON.stringify({ n: at, k: `k${at % 3}` })))

describe('a query under way', () => {
  test('has partial results, grows, and ends with all', () => {
    const execution = execute('stats count(*) as n, max(n) as most', [numbered(100)])
    expect(execution.step(10)).toBe(false)
    expect(table(execution.results())).toEqual([['10', '9']])
    expect(execution.statistics()).toMatchObject({ recordsScanned: 10, recordsMatched: 10, recordsTotal: 100 })
    while (!execution.step(30));
    expect(table(execution.results())).toEqual([['100', '99']])
  })

  test('asking early does not change the end, for any kind of stage', () => {
    for (const query of [
      'sort n desc | limit 5 | fields n',
      'fields n, k | sort @timestamp asc | dedup k',
      'filter n > 5 | stats sum(n) as s by k | sort s desc | limit 2',
      'stats count(*) as c by k, n | stats max(c) as m, count(*) as n by k',
      'parse @message "n\\":*," as v | filter v > 90 | display v',
    ]) {
      const curious = execute(query, [numbered(100)])
      while (!curious.step(7)) curious.results()
      expect(table(curious.results()), query).toEqual(table(ask(query, [numbered(100)])))
    }
  })

  test('stops early when the newest rows are enough, and still counts what matches nearby', () => {
    const all = execute('fields n | limit 3', [numbered(1000)])
    while (!all.step(100));
    expect(all.statistics()).toMatchObject({ recordsMatched: 1000, recordsScanned: 3 })
    const some = execute('filter k = "k0" | sort @timestamp desc | limit 2', [numbered(30)])
    while (!some.step(100));
    expect(some.statistics()).toMatchObject({ recordsMatched: 10, recordsScanned: 30 })
  })

  test('begins again when rows are renumbered under it', () => {
    const group = numbered(50)
    const execution = execute('stats count(*) as n', [group])
    execution.step(20)
    group.append('late', [{ timestamp: DAY_START - MINUTE, message: 'late' }], DAY_START)
    while (!execution.step(20));
    expect(table(execution.results())).toEqual([['51']])
  })

  test('does not see what is appended behind its end', () => {
    const group = numbered(10)
    const execution = execute('fields n | sort n asc | stats count(*) as c, max(n) as m', [group])
    execution.step(2)
    group.append('s', [{ timestamp: DAY_START + 500 * MINUTE, message: '{"n":99}' }], DAY_START)
    while (!execution.step(2));
    expect(table(execution.results())).toEqual([['10', '9']])
    expect(table(ask('stats max(n) as m', [group]))).toEqual([['99']])
  })
})

describe('rows', () => {
  test('keep to the window, both ends included', () => {
    const group = new LogGroup('/w', 0)
    group.append(
      's',
      [
        { timestamp: 999, message: 'early' },
        { timestamp: 1000, message: 'first' },
        { timestamp: 2999, message: 'last' },
        { timestamp: 3000, message: 'late' },
      ],
      0,
    )
    const made = createExecution({ query: parse('fields @message').ast, groups: [group], accountId: '1', start: 1000, end: 2999, now: 9 })
    if ('diagnostics' in made) throw new Error('refused')
    while (!made.value.step(10));
    expect(table(made.value.results())).toEqual([['last'], ['first']])
  })

  test('of several groups come in order of time, each with its own fields', () => {
    const left = new LogGroup('/left', 0)
    const right = new LogGroup('/right', 0)
    left.append(
      'a',
      [0, 2, 4].map((at) => ({ timestamp: DAY_START + at, message: `{"n":${at}}` })),
      0,
    )
    right.append(
      'b',
      [1, 2, 3].map((at) => ({ timestamp: DAY_START + at, message: `{"n":${at},"r":true}` })),
      0,
    )
    const rows = table(ask('fields n, @log, r | sort @timestamp asc', [left, right]))
    expect(rows.map(([n]) => n)).toEqual(['0', '1', '2', '2', '3', '4'])
    expect(rows[1]).toEqual(['1', '123456789012:/right', '1'])
    expect(table(ask('stats count(*) as c, sum(n) as s by @logStream as g | sort g asc', [left, right]))).toEqual([
      ['a', '3', '6'],
      ['b', '3', '6'],
    ])
    expect(table(ask('filter @log like "right" | display n | dedup n', [left, right]))).toEqual([['3'], ['2'], ['1']])
  })

  test('are 10 000 unless the query or the call says otherwise', () => {
    const group = groupOf([])
    group.append(
      's',
      Array.from({ length: 10_100 }, (_, at) => ({ timestamp: DAY_START + at, message: 'x' })),
      0,
    )
    expect(ask('fields @message', [group]).rows.length).toBe(10_000)
    expect(ask('fields @message | limit 10050', [group]).rows.length).toBe(10_050)
    expect(ask('fields @message | limit 10', [group], 4).rows.length).toBe(4)
    expect(ask('fields @message', [group], 4).rows.length).toBe(4)
  })

  test('of events end with a pointer that leads back to the whole event, aggregated ones have none', () => {
    const group = groupOf(['{"a":{"b":1},"c":"x"}'])
    const [row] = ask('fields c', [group]).rows
    const pointer = row?.at(-1)
    expect(pointer?.field).toBe('@ptr')
    expect(pointerGroup(pointer?.value ?? '')).toBe('/test')
    group.append('stream-2', [{ timestamp: DAY_START - 1, message: 'before' }], 0)
    expect(readRecord(group, pointer?.value ?? '')).toMatchObject({
      'a.b': '1',
      c: 'x',
      '@message': '{"a":{"b":1},"c":"x"}',
      '@logStream': 'stream-1',
    })
    expect(readRecord(group, 'nonsense')).toBeUndefined()
    expect(readRecord(groupOf(['y'], '/other'), pointer?.value ?? '')).toBeUndefined()
    expect(ask('stats count(*)', [group]).rows[0]?.some(({ field }) => field === '@ptr')).toBe(false)
  })

  test('a bounded sort gives what a full one gives', () => {
    const group = groupOf([])
    const events = Array.from({ length: 5000 }, (_, at) => ({ timestamp: DAY_START + at, message: `{"v":${(at * 7919) % 1009}}` }))
    group.append('s', events, 0)
    const full = table(ask('fields v, @timestamp as t | sort v desc', [group]))
    expect(table(ask('fields v, @timestamp as t | sort v desc | limit 7', [group]))).toEqual(full.slice(0, 7))
  })
})

describe('fields', () => {
  test('are discovered only in Standard groups', () => {
    const group = new LogGroup('/ia', 0, 'INFREQUENT_ACCESS')
    group.append('s', [{ timestamp: DAY_START, message: '{"a":1}' }], 0)
    expect(table(ask('fields a, @message', [group]))).toEqual([[null, '{"a":1}']])
  })

  test('an Infrequent Access group allows two stats', () => {
    const group = new LogGroup('/ia', 0, 'INFREQUENT_ACCESS')
    const query = parse('stats count(*) as a | stats max(a) as a | stats max(a) as a').ast
    const made = createExecution({ query, groups: [group], accountId: '1', start: 0, end: 1, now: 1 })
    expect('diagnostics' in made && made.diagnostics[0]).toMatchObject({ code: 'insights/too-many-stats', from: 42 })
  })

  test('are at most 200 of one event', () => {
    const members = Array.from({ length: 250 }, (_, at) => `"f${at}":${at}`)
    const group = groupOf([`{${members.join(',')}}`])
    expect(table(ask('fields f199, f200', [group]))).toEqual([['199', null]])
  })

  test('are listed by how many events have them, with samples', () => {
    const group = groupOf(['{"a":1,"b":"x"}', '{"a":2}', '{"a":2,"c":{"d":true}}', 'text'])
    const fields = discoverFields(group, DAY_START, DAY_START + 9 * MINUTE)
    expect(fields.find(({ name }) => name === 'a')).toEqual({ name: 'a', percent: 75, samples: ['1', '2'] })
    expect(fields.find(({ name }) => name === 'c.d')).toEqual({ name: 'c.d', percent: 25, samples: ['1'] })
    expect(fields.slice(0, 4).map(({ name }) => name)).toEqual(['@ingestionTime', '@logStream', '@message', '@timestamp'])
    expect(discoverFields(group, 0, 1)).toEqual([])
  })

  test('many different texts of one field are still told apart', () => {
    const group = groupOf([])
    group.append(
      's',
      Array.from({ length: 70_000 }, (_, at) => ({ timestamp: DAY_START + at, message: `{"id":"request-${at}"}` })),
      0,
    )
    expect(table(ask('filter id = "request-69999" or id = "request-3" | stats count(*) as n, count_distinct(id) as d', [group]))).toEqual([
      ['2', '2'],
    ])
    expect(table(ask('stats count_distinct(id) as d', [group]))).toEqual([['70000']])
  })
})

test('a line of nothing but braces costs no more than its length', () => {
  const line = `2026-09-22T10:00:00.123Z\t8f5c1a4e-5d2b-4c3a-9f1e-0123456789ab\tINFO\t${'{"a":'.repeat(20_000)}`
  const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`
  expect(table(ask('fields a, @requestId like "8f5c" as r | sort @timestamp asc', [groupOf([line, deep])]))).toEqual([
    [null, '1'],
    [null, '0'],
  ])
})

test('a SOURCE means its named groups, or those its selection fits', () => {
  const groups = [{ name: '/app/one' }, { name: '/app/two', logGroupClass: 'INFREQUENT_ACCESS' }, { name: '/sys' }]
  const resolve = (text: string) => {
    const { source } = parse(text).ast
    if (source === undefined) throw new Error(`no source in ${text}`)
    return resolveSource(source, groups, '123456789012')
  }
  expect(resolve("SOURCE '/sys' | fields @message")).toEqual({ names: ['/sys'], missing: [] })
  expect(resolve("SOURCE '/none' | fields @message")).toEqual({ names: [], missing: ['/none'] })
  expect(resolve("SOURCE logGroups(namePrefix: ['/app']) | fields @message").names).toEqual(['/app/one'])
  expect(resolve("SOURCE logGroups(class: ['INFREQUENT_ACCESS']) | fields @message").names).toEqual(['/app/two'])
  expect(resolve("SOURCE logGroups(accountIdentifiers: ['999999999999']) | fields @message").names).toEqual([])
})

test('a filter over a group sees the group as it is at the end', () => {
  for (const query of [
    'stats count(*) as n | filter n > 50 | fields n * 2 as d | filter d > 100',
    'stats latest(@message) as m | parse m "n\\":*," as v | filter v = 99 | fields v',
  ]) {
    const execution = execute(query, [numbered(100)])
    while (!execution.step(9)) execution.results()
    expect(execution.results().rows.length, query).toBe(1)
  }
})
