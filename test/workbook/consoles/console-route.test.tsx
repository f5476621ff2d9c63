// @vitest-environment jsdom
import { cleanup, configure, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { openWorkbook } from '../render-workbook.tsx'

globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } as typeof CSS
configure({ asyncUtilTimeout: 60_000 })
vi.stubGlobal('scrollTo', () => undefined)
afterEach(cleanup)

const world = encodeURIComponent('{"scenario":"practice","seed":5,"size":20}')

test('lists the consoles, each with its address', async () => {
  await openWorkbook('/consoles')
  const link = await screen.findByRole('link', { name: /^Log groups/ })
  expect(link.getAttribute('href')).toBe('#/consoles/cloudwatch/logs')
  expect(screen.getByRole('link', { name: 'Consoles' }).getAttribute('aria-current')).toBe('page')
})

test('an address that no console has leads to those there are', async () => {
  await openWorkbook('/consoles/cloudwatch/nowhere')
  expect(await screen.findByText('There is no console here')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'CloudWatch: Log groups' })).toBeTruthy()
})

test('a broken world in the link is told, with a way out', async () => {
  await openWorkbook('/consoles/cloudwatch/logs?world=%7Bhalf')
  expect(await screen.findByText('This link is broken')).toBeTruthy()
  expect(screen.getByRole('link', { name: /over the open world/ }).getAttribute('href')).toBe('#/consoles/cloudwatch/logs')
})

test('a world that cannot be made says what is wrong with it', async () => {
  await openWorkbook(`/consoles/cloudwatch/logs?world=${encodeURIComponent('{"scenario":"atlantis","seed":1}')}`)
  expect(await screen.findByText(/unknown scenario "atlantis"/)).toBeTruthy()
})

test('an account that lives in another tab is told apart from a fault', async () => {
  await openWorkbook('/consoles/cloudwatch/logs?account=912345678901')
  expect(await screen.findByText('This world is not open any more')).toBeTruthy()
})

test('opens the world a link carries: whose it is, its clock, the way back, and links that carry it on', async () => {
  await openWorkbook(`/consoles/cloudwatch/logs?world=${world}&of=Two%20patterns&from=/exercises/filter-patterns/x`)
  const group = await screen.findByRole('link', { name: '/aws/lambda/practice' })
  expect(screen.getByText('The world of “Two patterns”')).toBeTruthy()
  expect(screen.getByText('The episode has ended')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Back to the exercise' }).getAttribute('href')).toBe('#/exercises/filter-patterns/x')
  const query = new URLSearchParams(group.getAttribute('href')?.split('?')[1])
  expect(query.get('world')).toBe(decodeURIComponent(world))
  expect(query.get('of')).toBe('Two patterns')
  expect(query.get('group')).toBe('/aws/lambda/practice')
})

test('links carry on what their page came with, and nothing it did not', async () => {
  await openWorkbook(`/consoles/cloudwatch/logs?world=${world}`)
  const group = await screen.findByRole('link', { name: '/aws/lambda/practice' })
  expect([...new URLSearchParams(group.getAttribute('href')?.split('?')[1]).keys()]).toEqual(['world', 'group'])
})
