import { expect, test } from 'vitest'
import { createLogsClient } from '#clients/cloudwatch-logs.ts'
import { countEvents, datapointsOf } from '#consoles/logs/console/filters/counted-events.ts'
import { MINUTE } from '#lib/time.ts'
import { BASE, openCloud } from '../cloud.tsx'

test('counts what fits by minute, over what there is', async () => {
  const { transport, world } = await openCloud({ scenario: 'practice', seed: 5, size: 40 })
  const logs = createLogsClient({ transport, base: BASE, account: world.account })
  const group = '/aws/lambda/practice'
  const asked = { group, pattern: '{ $.level = "ERROR" }', range: world.range }
  const reports: number[] = []
  const counted = await countEvents(logs, asked, new AbortController().signal, ({ count }) => reports.push(count))
  const { events } = await logs.filterLogEvents({ logGroupName: group, filterPattern: asked.pattern, limit: 10_000 })
  expect(events.length).toBeGreaterThan(0)
  expect(counted.count).toBe(events.length)
  expect([...counted.fitting.values()].reduce((sum, count) => sum + count, 0)).toBe(events.length)
  expect([...counted.all.values()].reduce((sum, count) => sum + count, 0)).toBe(40)
  expect([...counted.fitting.keys()].every((minute) => counted.all.has(minute))).toBe(true)
  expect(reports.at(-1)).toBe(events.length)
  expect(counted.isThrough).toBe(true)
})

const fitting = new Map([[MINUTE, 2]])
const all = new Map([
  [0, 5],
  [MINUTE, 9],
])

test('without a default a minute in which nothing fits has no datapoint', () => {
  expect(datapointsOf({ fitting, all }, 1, undefined)).toEqual([{ x: MINUTE, y: 2 }])
})

test('with a default it has one where events came, and each event adds its value', () => {
  expect(datapointsOf({ fitting, all }, 10, 0)).toEqual([
    { x: 0, y: 0 },
    { x: MINUTE, y: 20 },
  ])
})
