// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openWorkbook } from './render-workbook.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const wait = { timeout: 30_000 }
const answerBox = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Filter pattern' }, wait)
const verdict = () => screen.findByRole('region', { name: 'What the check says' }, wait)
const write = '/exercises/filter-patterns/only-the-failures'

describe('writing an answer', () => {
  test('a wrong one is told what is right and what differs, and counts; a right one is done', async () => {
    const { user, progress } = await openWorkbook(write)
    expect(await screen.findByRole('heading', { level: 1, name: 'Only the failures of one status' }, wait)).toBeDefined()
    const box = await answerBox()
    expect(box.value).toBe('500')
    await user.click(screen.getByRole('button', { name: /Check answer/ }))
    const said = await verdict()
    expect(said.dataset['verdict']).toBe('misconception')
    expect(within(said).getByRole('heading').textContent).toMatch(/^Close: /)
    expect(progress.record('filter-patterns/only-the-failures').attempts).toBe(1)

    await user.clear(box)
    await user.click(box)
    await user.paste('{ $.msg.statusCode = 500 }')
    expect(screen.getByText('Your answer has changed since this was said.')).toBeDefined()
    await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}')
    await waitFor(async () => expect((await verdict()).dataset['verdict']).toBe('pass'), wait)
    expect(progress.record('filter-patterns/only-the-failures').done).toMatchObject({ help: false })
    expect(document.activeElement).toBe(box)
  })

  test('a text that cannot be read is no attempt, and leads to its place', async () => {
    const { user, progress } = await openWorkbook(write)
    const box = await answerBox()
    await user.clear(box)
    await user.click(box)
    await user.paste('{ $.msg.statusCode = }')
    await user.click(screen.getByRole('button', { name: /Check answer/ }))
    const said = await verdict()
    expect(said.dataset['verdict']).toBe('parse-error')
    expect(progress.record('filter-patterns/only-the-failures').attempts).toBe(0)
    await user.click(within(said).getByRole('button', { name: /^Go to/ }))
    expect(document.activeElement).toBe(box)
  })

  test('a hint makes it done with help', async () => {
    const { user, progress } = await openWorkbook(write)
    const box = await answerBox()
    await user.click(screen.getByRole('button', { name: 'Show a hint' }))
    expect(await screen.findByRole('region', { name: 'Hints' }, wait)).toBeDefined()
    await user.clear(box)
    await user.click(box)
    await user.paste('{ $.msg.statusCode = 500 }')
    await user.click(screen.getByRole('button', { name: /Check answer/ }))
    await waitFor(async () => expect((await verdict()).dataset['verdict']).toBe('pass'), wait)
    expect(progress.record('filter-patterns/only-the-failures').done).toMatchObject({ help: true })
  })

  test('the draft is there again after a reload, and goes with a reset that can be taken back', async () => {
    const first = await openWorkbook(write)
    const box = await answerBox()
    await first.user.type(box, ' ERROR')
    cleanup()
    const { user } = await openWorkbook(write, { keep: true })
    expect((await answerBox()).value).toBe('500 ERROR')
    await user.click(screen.getByRole('button', { name: 'Reset this exercise' }))
    expect((await answerBox()).value).toBe('500')
    await user.click(screen.getByRole('button', { name: /Undo/ }))
    expect((await answerBox()).value).toBe('500 ERROR')
  })

  test('a link restores the drawing', async () => {
    await openWorkbook(`${write}?drawing=1`)
    expect((await answerBox()).value).toBe('503')
  })
})

describe('ordering pieces', () => {
  const path = '/exercises/insights/hit-hardest'
  const order = ['filter level = "ERROR" and ispresent(branch)', '| stats count(*) as failed by branch', '| sort failed desc', '| limit 3']

  test('by keys alone, told by a live region, until it is right', async () => {
    const { user, progress } = await openWorkbook(path)
    const tray = await screen.findByRole('list', { name: 'Left over' }, wait)
    for (const piece of [...order].reverse()) await user.click(within(tray).getByRole('button', { name: `Use: ${piece}` }))
    const grip = (piece: string) => screen.getByRole('button', { name: new RegExp(`^${piece.replace(/[|()*]/g, '\\$&')}: \\d of 4`) })
    for (const piece of order) {
      grip(piece).focus()
      await user.keyboard('{End}')
      expect(document.activeElement).toBe(grip(piece))
    }
    expect(screen.getByText('| limit 3: now 4 of 4')).toBeDefined()
    expect(progress.record('insights/hit-hardest').answers[0]).toEqual({ kind: 'text', text: order.join('\n') })
    await user.click(screen.getByRole('button', { name: /Check answer/ }))
    await waitFor(async () => expect((await verdict()).dataset['verdict']).toBe('pass'), wait)
  })

  test('a piece that is taken out lies with the others again', async () => {
    const { user } = await openWorkbook(path)
    const tray = await screen.findByRole('list', { name: 'Left over' }, wait)
    await user.click(within(tray).getByRole('button', { name: 'Use: | limit 3' }))
    await user.click(screen.getByRole('button', { name: 'Take out: | limit 3' }))
    expect(within(tray).getByRole('button', { name: 'Use: | limit 3' })).toBe(document.activeElement)
  })
})

test('predicting: ticks are kept, and the truth is shown beside them', async () => {
  const { user, progress } = await openWorkbook('/exercises/filter-patterns/which-lines-stay')
  const lines = await screen.findAllByRole('checkbox', {}, wait)
  await user.click(lines[0] ?? document.body)
  expect(progress.record('filter-patterns/which-lines-stay').answers[0]).toMatchObject({ kind: 'lines' })
  await user.click(screen.getByRole('button', { name: /Check answer/ }))
  expect((await verdict()).dataset['verdict']).not.toBe('pass')
  expect(screen.getByRole('button', { name: 'Try it on other logs' })).toBeDefined()
})

test('constructing: how each program reads the line stands under it', async () => {
  const { user } = await openWorkbook('/exercises/filter-patterns/two-patterns-one-line')
  const box = await screen.findByRole('textbox', { name: /Write a line/ }, wait)
  await user.clear(box)
  await user.type(box, 'timeout before ERROR')
  await user.click(screen.getByRole('button', { name: /Check answer/ }))
  expect((await verdict()).dataset['verdict']).toBe('pass')
  const readings = screen.getByRole('region', { name: 'How each of them read it' })
  expect(readings.textContent).toMatch(/A keeps it/)
  expect(readings.textContent).toMatch(/B drops it/)
})

test('on a phone the verdict is a sheet that a tap on the page closes', async () => {
  const { user } = await openWorkbook(write, { isNarrow: true })
  await answerBox()
  await user.click(screen.getByRole('button', { name: /Check answer/ }))
  await verdict()
  await user.click(screen.getByRole('heading', { level: 1 }))
  expect(screen.queryByRole('region', { name: 'What the check says' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Feedback' }))
  expect(await verdict()).toBeDefined()
})

test('an exercise that does not exist leads home', async () => {
  await openWorkbook('/exercises/insights/nothing')
  expect(await screen.findByRole('link', { name: 'Go to the workbook' }, wait)).toHaveProperty('hash', '#/')
})
