import axe from 'axe-core'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCourse } from '../../src/build/exercises/course.ts'
import { requestedBy } from './net-log.ts'
import { openSite, type Site } from './site.ts'

const folder = mkdtempSync(join(tmpdir(), 'watchkeeper-journey-'))
const netLog = join(folder, 'net.json')
const complaints: string[] = []
const ids = loadCourse('exercises').exercises.map(({ exercise }) => exercise.id)
let site: Site

/** A page whose every complaint is kept: the journey ends with none. */
async function openPage(options?: Parameters<Site['newPage']>[0]): Promise<Page> {
  const page = await site.newPage(options)
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.type()}: ${message.text()} at ${message.location().url}`)
  })
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  return page
}

const visit = (page: Page, hash: string): Promise<unknown> => page.goto(`${site.url}${hash}`)

/** Puts a text into the editor of the pane, whichever editor stands there. */
async function write(page: Page, label: string, text: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: label })
  await editor.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
}

/** Hands the answer in and waits for its own verdict: the one before it leaves the page first. */
async function check(page: Page): Promise<string> {
  const said = page.getByRole('region', { name: 'What the check says' })
  const before = (await said.count()) > 0 ? await said.elementHandle() : null
  await page.getByRole('button', { name: 'Check answer' }).click()
  if (before !== null) await page.waitForFunction((panel) => !panel.isConnected, before)
  await said.waitFor()
  return said.innerText()
}

/** The kind of the verdict on show. */
const verdict = (page: Page): Promise<string | null> => page.locator('[data-verdict]').getAttribute('data-verdict')

/** What axe finds on the page as it stands. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const found = await (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] })
    return found.violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`))
  })
}

let page: Page

beforeAll(async () => {
  site = await openSite([`--log-net-log=${netLog}`, '--net-log-capture-mode=Everything'])
  page = await openPage({ acceptDownloads: true })
})
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('one evening with the workbook', () => {
  test('home says where to start', async () => {
    await visit(page, '')
    await page.getByRole('heading', { name: 'Units' }).waitFor()
    expect(await page.getByRole('link', { name: 'Start here' }).getAttribute('href')).toBe(`#/exercises/${ids[0]}`)
  })

  test('the deck is presented, and its live pane answers', async () => {
    await visit(page, '#/slides/monitoring/title')
    await page.getByRole('heading', { name: 'Monitoring with AWS' }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(/#\/slides\/monitoring\/sessions/)
    await visit(page, '#/slides/monitoring/insights-pipe')
    const slide = page.locator('section.present')
    await slide.getByRole('button', { name: 'Next step' }).click()
    await slide.getByRole('table').first().waitFor()
    await visit(page, '#/slides/monitoring/bare-words')
    await slide.getByText(/ of .+ events kept/).waitFor()
  })

  test('predicting lines: a misread pattern is named, the right lines pass', async () => {
    await visit(page, '#/exercises/filter-patterns/which-lines-stay')
    await page.getByRole('checkbox').first().waitFor()
    for (const line of await page.getByRole('checkbox', { name: /WARNING.* order / }).all()) await line.check()
    expect(await check(page)).toContain('Close')
    expect(await verdict(page)).toBe('misconception')
    const lines = await page.getByRole('checkbox').all()
    for (const line of lines) {
      const text = (await line.getAttribute('aria-label')) ?? ''
      await line.setChecked(text.includes('WARNING') && text.includes('order'))
    }
    await check(page)
    expect(await verdict(page)).toBe('pass')
  })

  test('a pattern that keeps too much is told why, and the right one passes', async () => {
    await visit(page, '#/exercises/filter-patterns/only-the-failures')
    await page.getByText(/ of .+ events kept/).waitFor()
    await write(page, 'Filter pattern', '500')
    const said = await check(page)
    expect(said).toContain('Close: you keep every failure')
    expect(said).toContain('A term is searched in the text of the line')
    expect(await verdict(page)).toBe('misconception')
    await write(page, 'Filter pattern', '{ $.msg.statusCode = }')
    await check(page)
    expect(await verdict(page)).toBe('parse-error')
    await write(page, 'Filter pattern', '{ $.msg.statusCode = 500 }')
    await check(page)
    expect(await verdict(page)).toBe('pass')
  })

  test('a line is written on which two patterns differ', async () => {
    await visit(page, '#/exercises/filter-patterns/two-patterns-one-line')
    const answer = page.getByRole('region', { name: 'Your answer' }).getByRole('textbox')
    await answer.fill('timeout, then an ERROR')
    await check(page)
    expect(await verdict(page)).toBe('pass')
  })

  test('fragments are put in order', async () => {
    await visit(page, '#/exercises/insights/hit-hardest')
    const tray = page.getByRole('list', { name: 'Left over' })
    for (const piece of ['filter level', '| stats', '| sort', '| limit']) await tray.getByRole('button', { name: piece }).first().click()
    await check(page)
    expect(await verdict(page)).toBe('pass')
  })

  test('a query is mended', async () => {
    await visit(page, '#/exercises/insights/a-query-without-pipes')
    await page.getByRole('textbox', { name: 'Logs Insights query' }).waitFor()
    await check(page)
    await write(
      page,
      'Logs Insights query',
      'filter ispresent(durationMs) | stats count(*) as files, avg(durationMs) as usual by branch | sort usual desc',
    )
    await check(page)
    expect(await verdict(page)).toBe('pass')
  })

  test('an average is not a percentile, and the verdict shows the figures', async () => {
    await visit(page, '#/exercises/insights/slowest-branch')
    await page.getByRole('textbox', { name: 'Logs Insights query' }).waitFor()
    await write(page, 'Logs Insights query', 'filter ispresent(branch) | stats avg(durationMs) as slow by branch | sort slow desc')
    expect(await check(page)).toContain('the numbers are averages')
    await write(page, 'Logs Insights query', 'filter ispresent(branch) | stats pct(durationMs, 95) as slow by branch | sort slow desc')
    await check(page)
    expect(await verdict(page)).toBe('pass')
  })

  test('a reload keeps the answer and the progress', async () => {
    await page.getByText('Saved').waitFor()
    await page.reload()
    await page.getByRole('region', { name: 'Logs Insights' }).getByText('pct').first().waitFor()
    await visit(page, '')
    await page.getByText(`6 of ${ids.length} exercises done`).waitFor()
  })

  test('progress goes out as a file, is cleared, and comes back', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export progress' }).click()])
    const file = join(folder, 'progress.json')
    await download.saveAs(file)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toBeTypeOf('object')
    await page.getByRole('button', { name: 'Start over' }).click()
    await page.getByRole('button', { name: 'Clear everything' }).click()
    await page.getByText(`0 of ${ids.length} exercises done`).waitFor()
    await page.getByLabel('Progress file').setInputFiles(file)
    await page.getByText(`6 of ${ids.length} exercises done`).waitFor()
  })

  test("a person's own log is dropped and queried", async () => {
    await visit(page, '#/logs')
    await page.getByText(/ of .+ events kept/).waitFor()
    const lines = [
      '2026-03-04T10:00:00Z {"level":"ERROR","ms":12}',
      '2026-03-04T10:00:01Z plain text',
      '  continued <b>here</b>',
      '2026-03-04T10:00:02Z last',
    ]
    await page.getByLabel('Log files').setInputFiles({ name: 'till.log', mimeType: 'text/plain', buffer: Buffer.from(lines.join('\n')) })
    await page.getByText('3 of 3 events kept').waitFor()
    await write(page, 'Filter pattern', 'continued')
    await page.getByRole('button', { name: 'Run' }).click()
    await page.getByText('1 of 3 events kept').waitFor()
    await page.getByRole('button', { name: 'Logs Insights' }).click()
    await write(page, 'Logs Insights query', 'stats count(*) as lines')
    await page.getByRole('button', { name: 'Run' }).click()
    await page.getByRole('table', { name: 'Results' }).getByText('3', { exact: true }).waitFor()
  })

  test('the theme is switched and kept', async () => {
    await visit(page, '')
    const dark = () => page.locator('html').evaluate((root) => root.classList.contains('dark'))
    const before = await dark()
    await page
      .getByRole('banner')
      .getByRole('button', { name: /dark|light|theme/i })
      .click()
    expect(await dark()).toBe(!before)
    await page.reload()
    await page.getByRole('heading', { name: 'Units' }).waitFor()
    expect(await dark()).toBe(!before)
  })
})

test('one exercise by keyboard alone', async () => {
  const keys = await openPage()
  await visit(keys, '')
  await keys.getByRole('heading', { name: 'Units' }).waitFor()
  await tabTo(keys, (name) => name.includes('Only the failures of one status'))
  await keys.keyboard.press('Enter')
  await keys.getByText(/ of .+ events kept/).waitFor()
  await tabTo(keys, (name) => name.startsWith('Filter pattern'))
  await keys.keyboard.press('ControlOrMeta+a')
  await keys.keyboard.insertText('{ $.msg.statusCode = 500 }')
  await keys.keyboard.press('ControlOrMeta+Shift+Enter')
  await keys.locator('[data-verdict=pass]').waitFor()
})

/** Presses Tab until the focus stands on what is wanted; gives up after a round of the page. */
async function tabTo(keys: Page, isWanted: (name: string) => boolean): Promise<void> {
  for (let press = 0; press < 120; press++) {
    await keys.keyboard.press('Tab')
    const name = await keys.evaluate(() => {
      const focused = document.activeElement
      return (focused?.getAttribute('aria-label') ?? focused?.textContent ?? '').trim()
    })
    if (isWanted(name)) return
  }
  throw new Error('cannot reach it with Tab: 120 presses went by')
}

test('one exercise on a phone', async () => {
  const phone = await openPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await visit(phone, '#/exercises/filter-patterns/only-the-failures')
  await phone.getByText(/ of .+ events kept/).waitFor()
  await phone.getByRole('textbox', { name: 'Filter pattern' }).fill('500')
  await phone.getByRole('button', { name: 'Check answer' }).tap()
  await phone.locator('[data-verdict=misconception]').waitFor()
  await phone.getByRole('textbox', { name: 'Filter pattern' }).fill('{ $.msg.statusCode = 500 }')
  await phone.getByRole('button', { name: 'Check answer' }).tap()
  await phone.locator('[data-verdict=pass]').waitFor()
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

const everyPage: readonly (readonly [hash: string, ready: string])[] = [
  ['', 'text=Units'],
  ['#/exercises/filter-patterns/which-lines-stay', 'input[type=checkbox]'],
  ['#/exercises/filter-patterns/only-the-failures', 'text=/ of .+ events kept/'],
  ['#/exercises/filter-patterns/two-patterns-one-line', 'textarea'],
  ['#/exercises/insights/hit-hardest', '[aria-label="Left over"] button'],
  ['#/exercises/insights/slowest-branch', 'text=/events matched/'],
  ['#/logs', 'text=/ of .+ events kept/'],
  ['#/slides/monitoring/bare-words', 'text=/ of .+ events kept/'],
  ['#/slides/monitoring/insights-pipe', 'section.present h2'],
  ['#/present/monitoring', 'text=Notes'],
  ['#/nowhere', 'h1'],
]

describe.each(['light', 'dark'] as const)('axe finds nothing in the %s theme', (colorScheme) => {
  test.each(everyPage)('%s', async (hash, ready) => {
    const looked = await openPage({ colorScheme })
    await visit(looked, hash)
    await looked.locator(ready).first().waitFor()
    expect(await violations(looked)).toEqual([])
    await looked.context().close()
  })
})

test('nothing complained and nothing left the origin', async () => {
  expect(complaints).toEqual([])
  const { origin } = new URL(site.url)
  // Planted where no policy holds it back: the log must show what it would show.
  const planted = 'http://localhost:9/planted'
  const bare = await site.newPage()
  await bare.goto(`${site.url}logo.svg`)
  await bare.evaluate((url) => fetch(url).catch(() => undefined), planted)
  await site.close()
  const urls = requestedBy(origin, netLog)
  expect(urls.filter((url) => url.startsWith(`${origin}/`)).length).toBeGreaterThan(50)
  expect(urls.filter((url) => !url.startsWith(`${origin}/`))).toEqual([planted])
})
