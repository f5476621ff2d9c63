// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { openWorkbook } from './render-workbook.tsx'

// jsdom has no CSS.escape, which React Aria calls; every browser has.
globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } as typeof CSS

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** A check of an alarm makes two dozen nights. */
const LONG = 300_000
const wait = { timeout: 150_000 }
const verdict = () => screen.findByRole('region', { name: 'What the check says' }, wait)
const check = () => screen.getByRole('button', { name: /Check answer/ })
const nights = () => within(screen.getByRole('list', { name: 'The nights you can see' })).getAllByRole('listitem')

test(
  'an alarm: every night says what it would have done, the check knows nights nobody saw, and the right one is done',
  async () => {
    const { user, progress } = await openWorkbook('/exercises/alarms/page-for-real-trouble')
    await screen.findByRole('region', { name: 'Alarm' }, wait)
    await waitFor(() => expect(nights().every((night) => /paged/.test(night.textContent ?? ''))).toBe(true), wait)
    expect(nights()[0]?.textContent).toMatch(/paged at \d\d:\d\d for nothing/)
    await user.click(screen.getByRole('button', { name: 'Look at night 2' }))
    expect(location.hash).toContain('night=2')

    await user.click(check())
    const said = await verdict()
    expect(within(said).getByText(/nights you have not seen/)).toBeDefined()
    expect(said.dataset['verdict']).not.toBe('pass')

    fireEvent.change(screen.getByRole('textbox', { name: 'Datapoints to alarm, M' }), { target: { value: '5' } })
    await user.click(check())
    await waitFor(async () => expect((await verdict()).dataset['verdict']).toBe('form-error'), wait)
    expect((await verdict()).textContent).toMatch(/5 of 1 cannot be/)
    expect(progress.record('alarms/page-for-real-trouble').attempts).toBe(1)

    fireEvent.change(screen.getByRole('textbox', { name: 'Evaluation periods, N' }), { target: { value: '5' } })
    fireEvent.change(screen.getByRole('textbox', { name: 'Threshold' }), { target: { value: '800' } })
    await waitFor(() => expect(nights().filter((night) => night.dataset['outcome'] === 'good')).toHaveLength(nights().length), wait)
    await user.click(check())
    await waitFor(async () => expect((await verdict()).dataset['verdict']).toBe('pass'), wait)
    expect(progress.record('alarms/page-for-real-trouble').done).toMatchObject({ help: false })
  },
  LONG,
)

test('the draft of an alarm is there again after a reload', async () => {
  await openWorkbook('/exercises/alarms/page-for-real-trouble')
  await screen.findByRole('region', { name: 'Alarm' }, wait)
  fireEvent.change(screen.getByRole('textbox', { name: 'Threshold' }), { target: { value: '777' } })
  cleanup()
  await openWorkbook('/exercises/alarms/page-for-real-trouble', { keep: true })
  await screen.findByRole('region', { name: 'Alarm' }, wait)
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Threshold' }).value).toBe('777')
})

test('predicting states: nothing is told before the check, and each moment is explained after it', async () => {
  const { user } = await openWorkbook('/exercises/alarms/what-silence-means')
  const moments = await screen.findAllByRole('group', { name: /^[A-Z] at \d\d:\d\d/ }, wait)
  await screen.findByRole('group', { name: 'Datapoints, period by period' }, wait)
  expect(screen.queryByRole('slider', { name: 'States over time' })).toBeNull()
  for (const moment of moments) await user.click(within(moment).getByRole('radio', { name: 'OK' }))
  expect(screen.getByText(`${moments.length} of ${moments.length} marked`)).toBeDefined()
  await user.click(check())
  expect((await verdict()).dataset['verdict']).not.toBe('pass')
  expect(await screen.findAllByRole('region', { name: /^Why / }, wait)).toHaveLength(moments.length)
  expect(screen.getAllByText(/it was (In alarm|Insufficient data)/).length).toBeGreaterThan(0)
})

test('choosing: what is wrong is marked at its question, and the right one is not told', async () => {
  const { user, progress } = await openWorkbook('/exercises/metrics/pick-the-statistic')
  const first = await screen.findByRole('group', { name: /^How many calls failed\?/ }, wait)
  await user.click(within(first).getByRole('radio', { name: 'Errors Average' }))
  expect(progress.record('metrics/pick-the-statistic').answers[0]).toMatchObject({ kind: 'choices' })
  for (const group of screen.getAllByRole('group', { name: /\?$/ })) {
    if (within(group).queryByRole('radio', { checked: true }) === null) await user.click(within(group).getAllByRole('radio')[0] ?? group)
  }
  await user.click(check())
  expect((await verdict()).dataset['verdict']).not.toBe('pass')
  await waitFor(() => expect(first.dataset['outcome']).toBe('wrong'), wait)
  expect(first.textContent).not.toMatch(/right/)
})

test('a panel: the editor is the answer, and its rules are told one by one', async () => {
  const { user } = await openWorkbook('/exercises/dashboards/how-long-does-load-take')
  await screen.findByRole('region', { name: 'Grafana time series panel' }, wait)
  await user.click(check())
  const said = await verdict()
  expect(said.dataset['verdict']).not.toBe('pass')
  expect(within(said).getAllByRole('listitem').length).toBeGreaterThan(1)
})
