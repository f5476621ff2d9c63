// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { LogsConsole } from '#consoles/logs/LogsConsole.tsx'
import { createLogsClient } from '#clients/cloudwatch-logs.ts'
import { setTheme } from '#ui/preferences.ts'
import { BASE, openCloud } from '../cloud.tsx'
import { HeldConsole, stubBrowser } from '../held-console.tsx'

beforeAll(stubBrowser)
afterEach(cleanup)

const practice = { scenario: 'practice', seed: 5, size: 40 } as const
const GROUP = '/aws/lambda/practice'
const open = async (query: string, path = 'cloudwatch/logs') => {
  const cloud = await openCloud(practice)
  render(<HeldConsole Console={LogsConsole} cloud={cloud} start={{ path, query }} />)
  return {
    cloud,
    user: userEvent.setup(),
    logs: createLogsClient({ transport: cloud.transport, base: BASE, account: cloud.world.account }),
  }
}

test('lists the groups, and makes a new one that a client then finds', async () => {
  const { user, logs } = await open('')
  expect(await screen.findByRole('link', { name: GROUP })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Create log group' }))
  await user.type(await screen.findByLabelText('Log group name'), '/own/night')
  await user.click(screen.getByRole('button', { name: 'Create' }))
  expect(await screen.findByText('Log group /own/night has been created.')).toBeTruthy()
  expect((await logs.allLogGroups()).map(({ logGroupName }) => logGroupName)).toContain('/own/night')
})

test('a refused name is said in the dialog, and stays typed', async () => {
  const { user } = await open('')
  await screen.findByRole('link', { name: GROUP })
  await user.click(screen.getByRole('button', { name: 'Create log group' }))
  await user.type(await screen.findByLabelText('Log group name'), GROUP)
  await user.click(screen.getByRole('button', { name: 'Create' }))
  expect(await screen.findByText('The specified log group already exists')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Log group name').value).toBe(GROUP)
})

test('a pane’s link lands on the events its pattern keeps', async () => {
  await open(`group=${encodeURIComponent(GROUP)}&pattern=ERROR&view=rows`)
  const table = await screen.findByRole('grid', { name: 'Log events' })
  await waitFor(() => expect(table.querySelectorAll('tbody tr').length).toBeGreaterThan(0))
  for (const row of table.querySelectorAll('tbody tr')) expect(row.textContent).toContain('ERROR')
})

test('a row opens to the whole event', async () => {
  const { user } = await open(`group=${encodeURIComponent(GROUP)}&view=rows`)
  const [first] = await screen.findAllByRole('button', { name: /^Open the event of/ })
  if (first) await user.click(first)
  expect(await screen.findByText('ingestionTime')).toBeTruthy()
})

test('another view stands in the link', async () => {
  const { user } = await open(`group=${encodeURIComponent(GROUP)}`)
  await user.click(await screen.findByRole('button', { name: 'Text' }))
  expect(await screen.findByRole('list', { name: 'Log events' })).toBeTruthy()
  expect(screen.getByTestId('place').textContent).toContain('view=text')
})

test('says that a group is not there', async () => {
  await open('group=/nowhere', 'cloudwatch/logs/group')
  expect(await screen.findByText('The specified log group does not exist.')).toBeTruthy()
})

test('an address the console has not leads on', async () => {
  await open('', 'cloudwatch/logs/nowhere')
  expect(await screen.findByText('There is no such page')).toBeTruthy()
  expect(screen.getAllByRole('link', { name: 'Log groups' }).length).toBeGreaterThan(0)
})

test('puts the theme’s class on the page and takes it away again', async () => {
  setTheme('dark')
  await open('')
  await screen.findByRole('link', { name: GROUP })
  expect(document.body.className).toContain('awsui-dark-mode')
  cleanup()
  expect(document.body.className).not.toContain('awsui-dark-mode')
  setTheme('system')
})

test('an event found by a search is shown among what its stream says before and after it', async () => {
  const { user } = await open(`group=${encodeURIComponent(GROUP)}&pattern=ERROR&view=rows`)
  const [found] = await screen.findAllByRole('button', { name: /^Open the event of/ })
  if (found) await user.click(found)
  const link = await screen.findByRole('link', { name: 'View in context' })
  const target = new URLSearchParams(link.getAttribute('href')?.split('?')[1])
  const moment = new Date(Number(target.get('around'))).toISOString()
  expect(found?.getAttribute('aria-label')).toContain(moment)
  cleanup()
  await open(target.toString(), 'cloudwatch/logs/events')
  const row = (await screen.findByText('This event')).closest('tr')
  expect(row?.textContent).toContain(moment)
  expect(row?.textContent).toContain('ERROR')
  expect(screen.getAllByRole('button', { name: /^(Open|Close) the event of/ }).length).toBeGreaterThan(1)
})

test('a live tail shows what is put after its start, holds it while paused, and marks terms', async () => {
  const { user, logs, cloud } = await open(`group=${encodeURIComponent(GROUP)}&highlight=late`, 'cloudwatch/logs/live-tail')
  await screen.findByText('No event has come yet')
  const [stream] = (await logs.describeLogStreams({ logGroupName: GROUP })).logStreams
  const put = (message: string) =>
    logs.putLogEvents({
      logGroupName: GROUP,
      logStreamName: stream?.logStreamName ?? '',
      logEvents: [{ timestamp: cloud.world.now, message }],
    })
  await put('a late line')
  expect((await screen.findByText('late')).tagName).toBe('MARK')
  await user.click(screen.getByRole('button', { name: 'Pause' }))
  await put('a second one')
  expect(await screen.findByText('Paused · 1 event waiting')).toBeTruthy()
  expect(screen.queryByText('a second one')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Resume' }))
  expect(await screen.findByText('a second one')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Clear' }))
  expect(screen.queryByText('a second one')).toBeNull()
})

test('a new metric filter draws what it would have counted', async () => {
  const { user } = await open(`group=${encodeURIComponent(GROUP)}&pattern=ERROR`, 'cloudwatch/logs/metric-filter')
  await user.click(await screen.findByRole('button', { name: 'Draw the graph' }))
  expect(await screen.findByText(/^\d+ events? of .* fits?: \d+ datapoints?, one a minute\.$/)).toBeTruthy()
  expect(screen.getByText(/^events that fit: \d+ points?/)).toBeTruthy()
})
