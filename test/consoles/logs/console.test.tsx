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
