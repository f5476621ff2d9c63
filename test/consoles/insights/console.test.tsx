// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { shareLink } from '#consoles/insights/console/exports/share-link.ts'
import { InsightsConsole } from '#consoles/insights/InsightsConsole.tsx'
import { createLogsClient } from '#clients/cloudwatch-logs.ts'
import { readChosen } from '#ui/console/console-range.ts'
import { BASE, openCloud } from '../cloud.tsx'
import { HeldConsole, stubBrowser } from '../held-console.tsx'

beforeAll(stubBrowser)
afterEach(cleanup)

const GROUP = '/aws/lambda/practice'
const COUNT = 'stats count(*) as n by level\n| sort n desc'

const open = async (query: Readonly<Record<string, string>>) => {
  const cloud = await openCloud({ scenario: 'practice', seed: 5, size: 40 })
  const start = { path: 'cloudwatch/insights', query: new URLSearchParams(query).toString() }
  render(<HeldConsole Console={InsightsConsole} cloud={cloud} start={start} />)
  return {
    user: userEvent.setup(),
    logs: createLogsClient({ transport: cloud.transport, base: BASE, account: cloud.world.account }),
  }
}
const editor = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Logs Insights query' })
const place = () => screen.getByTestId('place').textContent

test('a link with a query is a run, and a step shows the rows after each command', async () => {
  await open({ group: GROUP, query: COUNT, tab: 'steps' })
  const steps = await screen.findByRole('table', { name: 'Rows after sort n desc' })
  expect(within(steps).getAllByRole('row')).toHaveLength(3)
})

test('a sample query fills the editor, chooses its group, and waits to be run', async () => {
  const { user } = await open({ group: GROUP, query: COUNT, tab: 'samples' })
  await user.click(await screen.findByRole('button', { name: 'Events in every 5 minutes' }))
  expect(editor().value).toBe('stats count(*) as events by bin(5m)')
  expect(place()).toContain(`group=${encodeURIComponent(GROUP)}`)
  expect(new URLSearchParams(place()?.split('?')[1]).get('query')).toBe(COUNT)
  await user.click(screen.getByRole('button', { name: /Orders of Brightside Cafes/ }))
  await user.click(await screen.findByRole('button', { name: 'The slowest payments' }))
  expect(editor().value).toContain('sort paymentMs desc')
  expect(place()).toContain(encodeURIComponent('/aws/lambda/orders-api'))
  expect(place()).not.toContain('query=')
})

test('a query is saved in a folder, and found in it', async () => {
  const { user, logs } = await open({ group: GROUP, query: COUNT, tab: 'saved' })
  await user.click(await screen.findByRole('button', { name: 'Save' }))
  await user.type(await screen.findByLabelText('Query name'), 'by level')
  await user.type(screen.getByLabelText('Folder - optional'), 'night shift')
  const save = screen.getAllByRole('button', { name: 'Save' }).at(-1)
  if (save) await user.click(save)
  expect(await screen.findByText('Query night shift/by level has been saved.')).toBeDefined()
  const { queryDefinitions } = await logs.describeQueryDefinitions({})
  expect(queryDefinitions.map(({ name, queryString }) => [name, queryString])).toEqual([['night shift/by level', COUNT]])
})

test('a shared link asks the same question of whoever opens it', () => {
  const asked: Record<string, string | undefined> = {}
  const link = shareLink(
    { base: 'https://example.org/book/', href: (path, query) => (Object.assign(asked, query), `#/consoles/${path}?shared`) },
    {
      query: 'filter a = "b & c"\n| limit 5',
      groups: ['/a', '/b'],
      chosen: { kind: 'last', length: 60_000 },
      range: { start: 40_000, end: 100_000 },
      tab: null,
      chart: null,
    },
  )
  expect(link).toBe('https://example.org/book/#/consoles/cloudwatch/insights?shared')
  expect(asked['query']).toBe('filter a = "b & c"\n| limit 5')
  expect(asked['group']).toBe('/a,/b')
  const held = new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  expect(readChosen(held)).toEqual({ kind: 'between', start: 40_000, end: 100_000 })
})

test('the rows are a file or a copy in the form that is wanted', async () => {
  const { user } = await open({ group: GROUP, query: COUNT })
  await screen.findByRole('table', { name: 'Results' })
  await user.click(screen.getByRole('button', { name: 'Export results' }))
  expect(screen.getByRole('menuitem', { name: 'Download table (CSV)' })).toBeDefined()
  await user.click(screen.getByRole('menuitem', { name: 'Copy table as Markdown' }))
  await waitFor(async () => expect(await navigator.clipboard.readText()).toMatch(/^\| level \| n \|\n\| --- \| --- \|\n\| INFO \| \d+ \|/))
})
