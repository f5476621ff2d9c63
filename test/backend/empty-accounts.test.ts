import { expect, it } from 'vitest'
import { createAccount, isEmpty } from '#backend/accounts.ts'
import { createBackend } from '#backend/backend.ts'
import { createCloudWatchClient } from '#clients/cloudwatch.ts'
import { createGrafanaClient } from '#clients/grafana.ts'
import { standingClock } from '#lib/time.ts'

it('an account with anything in it is not empty', () => {
  const account = createAccount('111122223333', standingClock(0))
  expect(isEmpty(account)).toBe(true)
  account.logs.createGroup('g', 0)
  expect(isEmpty(account)).toBe(false)
  const other = createAccount('111122223333', standingClock(0))
  const table = { lookupTableName: 't', tableBody: 'a\n', sizeBytes: 2, lastUpdatedTime: 0, columns: ['a'], rows: [] }
  other.resources.lookupTables.put(table)
  expect(isEmpty(other)).toBe(false)
})

it('what was made stays, however many others ask', async () => {
  const { fetch: transport } = createBackend({ clock: standingClock(0) })
  const base = 'http://127.0.0.1/'
  const grafana = createGrafanaClient({ transport, base, account: '111122223333' })
  const { uid } = await grafana.save({ dashboard: { title: 'Mine' } })
  for (let at = 0; at < 400; at++)
    await createCloudWatchClient({ transport, base, account: String(500_000_000_000 + at) }).describeAlarms({})
  expect((await grafana.dashboard(uid)).dashboard).toMatchObject({ title: 'Mine' })
})
