import { expect, test } from 'vitest'
import { clueOf, type Look } from '#grading/feedback/clue.ts'
import { situationOf } from '#grading/feedback/state.ts'
import { compare } from '#grading/results/compare.ts'
import type { Events, Table } from '#grading/results/outcome.ts'

const messages = ['{"level":"ERROR","statusCode":500}', '{"level":"INFO","statusCode":200}', 'order lost, Order W-1', 'order found']

const events = (...kept: readonly number[]): Events => ({
  kind: 'events',
  events: kept.map((at) => ({ eventId: String(at), timestamp: at, message: messages[at] ?? '' })),
  total: messages.length,
})

const table = (matched: number, rows: number): Table => ({
  kind: 'table',
  columns: ['n'],
  rows: Array.from({ length: rows }, (_, at) => [String(at)]),
  matched,
  total: messages.length,
  bytes: 100,
})

const look = (language: Look['language'], text: string, answer: Look['answer'], expected: Look['expected']): Look => ({
  language,
  text,
  answer,
  expected,
  difference: compare(expected, answer),
  messages,
})

test.each<readonly [string, Look, string | undefined]>([
  [
    'a word in another case',
    look('filter-pattern', 'error', events(), events(0)),
    '"error" stands in none of them, "ERROR" in 1; does the case match?',
  ],
  ['a word nobody wrote', look('filter-pattern', 'FATAL', events(), events(0)), '"FATAL" stands in none of them, in whatever case'],
  [
    'a value in another case',
    look('insights', "filter level = 'error'", table(0, 0), table(1, 1)),
    '"error" stands in none of them, "ERROR" in 1; does the case match?',
  ],
  [
    'a property in another case',
    look('filter-pattern', '{ $.statuscode = 500 }', events(), events(0)),
    'no line has a property "statuscode", they say "statusCode"; does the case match?',
  ],
  ['a pattern that every line fits', look('filter-pattern', '""', events(0, 1, 2, 3), events(0)), 'what it asks for, every line has'],
  ['a query without a filter', look('insights', 'fields level', table(4, 4), table(1, 1)), 'no filter in it leaves a line out'],
  ['a word that some lines spell otherwise', look('filter-pattern', 'found', events(3), events(0, 3)), undefined],
  ['a limit that cuts', look('insights', 'filter 1 | limit 2', table(3, 2), table(3, 3)), 'its own limit of 2 ends it there'],
  ['a query that only counts', look('insights', 'stats count(*)', table(4, 1), table(4, 2)), undefined],
])('%s', (_, given, says) => expect(clueOf(given)).toBe(says))

test('lines that are missed for their case are told', () => {
  const given = look('filter-pattern', 'Order', events(2), events(2, 3))
  expect(clueOf(given)).toBe('"Order" stands as "order" in 1 line you miss; does the case match?')
})

test('a text that cannot be read says where, and what is meant', () => {
  const refused = { kind: 'refused', message: 'no' } as const
  const { says } = situationOf({ ...look('insights', 'fields level\nfilter level = 1', refused, table(1, 1)) })
  expect(says).toMatch(/^It cannot be read yet, in line 2: /)
  const pasted = situationOf({ ...look('insights', 'filter level = “ERROR”', refused, table(1, 1)) })
  expect(pasted.says).toMatch(/^It cannot be read yet: this is a curly quote/)
})
