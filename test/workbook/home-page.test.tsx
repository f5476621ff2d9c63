// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { loadCourse } from '../../src/build/exercises/course.ts'
import { openWorkbook } from './render-workbook.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const fix = 'insights/a-query-without-pipes'
const ids = loadCourse('exercises').exercises.map(({ exercise }) => exercise.id)

describe('where you were', () => {
  test('on a first visit the beginning is offered', async () => {
    await openWorkbook('/')
    expect(screen.getByRole('link', { name: 'Start here' })).toHaveProperty('hash', `#/exercises/${ids[0]}`)
  })

  test('a half-written answer is offered again', async () => {
    const { progress } = await openWorkbook('/')
    progress.setHere(fix)
    progress.update(fix, () => ({ answers: { 0: { kind: 'text', text: 'stats' } } }))
    expect(await screen.findByRole('link', { name: 'Carry on' })).toHaveProperty('hash', `#/exercises/${fix}`)
    expect(screen.getByText('You left an answer half-written; it is still there.')).toBeDefined()
  })

  test('after one that is done comes the next that is not', async () => {
    const { progress } = await openWorkbook('/')
    progress.setHere(fix)
    progress.update(fix, () => ({ done: { help: false, at: 1 } }))
    expect(await screen.findByRole('link', { name: 'Next exercise' })).toHaveProperty('hash', `#/exercises/${ids[ids.indexOf(fix) + 1]}`)
  })
})

test('units say how far they are, and each exercise says its state', async () => {
  const { progress } = await openWorkbook('/')
  progress.update(fix, () => ({ done: { help: true, at: 1 } }))
  expect(await screen.findByRole('link', { name: /A query that looks like SQL, done with help/ })).toBeDefined()
  expect(screen.getByText(`1 of ${ids.length} exercises done, 1 of them with help.`)).toBeDefined()
})

describe('taking progress along', () => {
  test('a foreign file is refused with the reason, and the present progress stays', async () => {
    const { user, progress } = await openWorkbook('/')
    progress.update(fix, () => ({ done: { help: false, at: 1 } }))
    await user.upload(
      screen.getByLabelText('Progress file'),
      new File(['{"name":"package"}'], 'package.json', { type: 'application/json' }),
    )
    expect(await screen.findByText(/“package.json” was not taken: it is JSON, but not a progress file/)).toBeDefined()
    expect(progress.record(fix).done).toBeDefined()
  })

  test('an exported file brings back what was cleared', async () => {
    const { user, progress } = await openWorkbook('/')
    progress.update(fix, () => ({ done: { help: false, at: 1 } }))
    const file = progress.exportFile()
    await user.click(screen.getByRole('button', { name: 'Start over' }))
    await user.click(screen.getByRole('button', { name: 'Clear everything' }))
    expect(progress.record(fix).done).toBeUndefined()
    await user.upload(screen.getByLabelText('Progress file'), new File([file], 'mine.json', { type: 'application/json' }))
    await waitFor(() => expect(progress.record(fix).done).toBeDefined())
  })
})

test('a file with an alarm nobody can read is refused as a whole', async () => {
  const { user, progress } = await openWorkbook('/')
  progress.update(fix, () => ({ done: { help: false, at: 1 } }))
  const file = progress.exportFile([{ kind: 'alarm', id: 'a', value: {} }])
  await user.click(screen.getByRole('button', { name: 'Start over' }))
  await user.click(screen.getByRole('button', { name: 'Clear everything' }))
  await user.upload(screen.getByLabelText('Progress file'), new File([file], 'mine.json', { type: 'application/json' }))
  expect(await screen.findByText(/“mine.json” was not taken: the alarm "a" cannot be read/)).toBeDefined()
  expect(progress.record(fix).done).toBeUndefined()
})

describe('the frame', () => {
  test('the skip link leads to the page without leaving it', async () => {
    const { user } = await openWorkbook('/')
    await user.tab()
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('main'))
    expect(location.hash).toBe('#/')
  })

  test('an unknown address offers the way home', async () => {
    await openWorkbook('/nowhere/at/all')
    expect(document.title).toBe('No such page · Watchkeeper')
    expect(screen.getByRole('link', { name: 'Go to the workbook' })).toHaveProperty('hash', '#/')
  })

  test('the theme and the zone of times are kept', async () => {
    const { user } = await openWorkbook('/')
    await user.click(screen.getByRole('button', { name: 'Switch to the dark theme' }))
    expect(document.documentElement.classList.contains('dark')).toBe(true)
    expect(localStorage.getItem('watchkeeper:/:theme')).toBe('dark')
    await user.click(screen.getByRole('button', { name: 'Local' }))
    expect(localStorage.getItem('watchkeeper:/:zone')).toBe('local')
    await user.click(screen.getByRole('button', { name: 'Switch to the light theme' }))
    expect(document.documentElement.classList.contains('dark')).toBe(false)
  })
})
