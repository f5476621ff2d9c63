import { describe, expect, test } from 'vitest'
import { runQuery } from '#consoles/insights/use-query.ts'
import { sampleSets } from '#consoles/insights/console/samples/sample-queries.ts'
import { createLogsClient } from '#clients/cloudwatch-logs.ts'
import { insights } from '#languages/insights/index.ts'
import { BASE, openCloud } from '../cloud.tsx'

const samples = sampleSets.flatMap((set) => set.queries.map((sample) => ({ ...sample, set })))

test.each(samples)('$set.title: $title reads without a complaint', ({ query }) => {
  expect(insights.diagnose(query)).toEqual([])
})

describe('over the company’s logs', async () => {
  const { transport, world } = await openCloud({ scenario: 'company', seed: 1 })
  const client = createLogsClient({ transport, base: BASE, account: world.account })
  const groupsFor = (title: string): readonly string[] | undefined =>
    title === 'VPC flow logs' ? ['/vpc/flow-logs'] : title === 'Lambda' || title === 'Common queries' ? ['/aws/lambda/fulfil'] : undefined
  // a quiet world rejects, skips and breaks nothing
  const mayBeEmpty = /skipped|wrong|Errors|failures/

  test.each(samples.filter(({ set }) => (set.groups ?? groupsFor(set.title)) !== undefined))(
    '$set.title: $title finds something',
    async ({ query, set, title }) => {
      const groups = set.groups ?? groupsFor(set.title) ?? []
      const [group = ''] = groups
      const run = await runQuery(client, { group, groups, range: world.range, query }, new AbortController().signal)
      if (!mayBeEmpty.test(title)) expect(run.rows.length).toBeGreaterThan(0)
    },
  )
})
