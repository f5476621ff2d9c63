import { expect, test } from 'vitest'
import { createExecution } from '#engines/insights/index.ts'
import { parse } from '#languages/insights/index.ts'
import { createRandom } from '#lib/random.ts'
import { LogGroup } from '#stores/log-store.ts'

const seed = 20261126
const EVENTS = 3000

const queries = [
  'filter @message like "boom" | stats count(*)',
  'filter @message not like "boom" | stats count(*)',
  'filter @message like /(?i)BOOM|reset|kék/ | stats count(*) by bin(1m)',
  'filter @message like /took=[0-9]{2,}ms/ | limit 40',
  'filter level = "ERROR" and n > 30 | stats count(*), avg(n), sum(n) by bin(1m), level',
  'filter n in [1, 2, 3, "4"] or level like "W" | stats min(n), max(n), pct(n, 50) by level',
  'filter ispresent(level) | stats count_distinct(user) as d, count(n) by level',
  'sort @timestamp desc | dedup user | limit 20',
  'sort @timestamp asc | dedup user, level | limit 50',
  'parse @message "took=*ms by *;" as took, who | filter ispresent(who) | stats count(*), avg(took), max(took) by who',
  'parse @message "took=*ms by *" as took, who | filter took > 20 | limit 30',
  'stats count(*) as c, sum(n) as s by user | sort c desc, user asc | limit 5',
  'fields n * 2 as twice | filter twice >= 50 | sort twice desc | limit 10',
]

function fill(groups: readonly LogGroup[], isInOrder: boolean): void {
  const random = createRandom(seed)
  for (let at = 0; at < EVENTS; at++) {
    const timestamp = isInOrder ? at * 97 : at * 97 - random.below(2000)
    const user = `u${random.below(40)}`
    const n = random.pick([random.below(60), String(random.below(60)), 'x', random.below(400) / 8])
    const json = { level: random.pick(['INFO', 'WARN', 'ERROR']), n, ...(random.next() < 0.7 ? { user } : {}) }
    const text = `${random.pick(['boom', 'Boom', 'bo om', 'connection RESET', 'kék', 'ok'])} took=${random.below(200)}ms by ${user}${random.pick([';', ''])}`
    const message = random.next() < 0.5 ? JSON.stringify(json) : text
    groups[at % groups.length]?.append('s', [{ timestamp, message }], timestamp)
  }
}

function ask(query: string, groups: readonly LogGroup[], rowsAStep: number): unknown {
  const made = createExecution({ query: parse(query).ast, groups, accountId: '123456789012', start: -10_000, end: 1e9, now: 0 })
  if (!('value' in made)) throw new Error(`${query}: ${made.diagnostics[0]?.message}`)
  while (!made.value.step(rowsAStep));
  const { columns, rows } = made.value.results()
  // a pointer names its group
  return {
    columns,
    rows: rows.map((cells) => cells.filter(({ field }) => field !== '@ptr')),
    matched: made.value.statistics().recordsMatched,
  }
}

// row by row there is no batch, and over two groups no kernel: three ways to the same answer
test.each(queries.flatMap((query) => [true, false].map((isInOrder) => [query, isInOrder] as const)))(
  '%s gives the same in batches and row by row (in order: %s)',
  (query, isInOrder) => {
    const [one, left, right] = ['one', 'left', 'right'].map((name) => new LogGroup(name, 0))
    if (one === undefined || left === undefined || right === undefined) throw new Error('no groups')
    fill([one], isInOrder)
    fill([left, right], isInOrder)
    const expected = ask(query, [one], 1)
    expect(ask(query, [one], 100_000), `seed ${seed}`).toEqual(expected)
    expect(ask(query, [one], 700), `seed ${seed}`).toEqual(expected)
    if (isInOrder) expect(ask(query, [left, right], 100_000), `seed ${seed}`).toEqual(expected)
  },
)
