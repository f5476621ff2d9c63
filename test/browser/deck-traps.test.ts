import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openSite, type Site } from './site.ts'

let site: Site
let page: Page

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
afterEach(() => page?.context().close())

async function open(hash: string, options?: Parameters<Site['newPage']>[0], query = ''): Promise<Page> {
  page = await site.newPage(options)
  await page.goto(`${site.url}${query}${hash}`)
  return page
}

/** The stage with reveal at work, on one slide. */
async function openStage(slide: string, options?: Parameters<Site['newPage']>[0], query = ''): Promise<Page> {
  await open(`#/slides/monitoring/${slide}`, options, query)
  await page.locator('.reveal[data-ready=true]').waitFor()
  await page.locator(`section.present[data-slide=${slide}]`).waitFor()
  return page
}

const shown = (): Promise<string | null> => page.locator('section.present').getAttribute('data-slide')
const hash = (): Promise<string> => page.evaluate(() => location.hash)
const place = (): Promise<string> => page.getByRole('toolbar', { name: 'Slides' }).locator('output').innerText()
const arrivesAt = (slide: string): Promise<void> => page.locator(`section.present[data-slide=${slide}]`).waitFor()

async function openPane(): Promise<Page> {
  await openStage('bare-words')
  await page.getByText(/of 6 events kept/).waitFor()
  return page
}

describe('keys', () => {
  test('typed in the editor of a live pane reach the editor and never the deck (1)', async () => {
    await openPane()
    await page.locator('.monaco-editor').waitFor()
    const editor = page.getByRole('textbox', { name: 'Filter pattern' })
    await editor.focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('n f b l 1')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowRight')
    expect(await shown()).toBe('bare-words')
    expect(await place()).toMatch(/step 1 of 7/)
    expect(await page.locator('.reveal.paused').count()).toBe(0)
    await expect.poll(() => page.locator('.monaco-editor .view-lines').innerText()).toMatch(/n\sf\sb\sl\s1/)
  })

  test('on buttons, lists and tabs do what the control does (2)', async () => {
    await openStage('wall')
    await page.getByRole('button', { name: 'Start 5 min' }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    expect(await shown()).toBe('wall')
    await page.getByRole('combobox', { name: 'Audience' }).focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(hash).toBe('#/slides/monitoring/wall?audience=generation')
    expect(await shown()).toBe('wall')
  })

  test('still move the deck after a click in the bar', async () => {
    await openStage('sessions')
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await arrivesAt('prepare')
    await page.keyboard.press('ArrowRight')
    await arrivesAt('questions')
  })

  test('move the deck after tabbing into it, with no press of the mouse (3)', async () => {
    await openStage('sessions')
    await page.locator('section.present h2').focus()
    await page.keyboard.press('ArrowRight')
    await arrivesAt('prepare')
    await page.keyboard.press('Space')
    await arrivesAt('questions')
    await page.keyboard.press('ArrowLeft')
    await arrivesAt('prepare')
  })

  test('are undone by one press where something was typed into a pane', async () => {
    await openPane()
    await page.locator('.monaco-editor').waitFor()
    await page.getByRole('textbox', { name: 'Filter pattern' }).focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('cart')
    await page.getByText('0 of 6 events kept').waitFor()
    await page.getByRole('button', { name: 'Reset this step' }).click()
    await page.getByText('6 of 6 events kept').waitFor()
    expect(await shown()).toBe('bare-words')
  })

  test('step through a live pane one by one, and back', async () => {
    await openPane()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.getByRole('group', { name: /will the pattern keep/ }).waitFor()
    await page.keyboard.press('Digit2')
    await page.keyboard.press('Digit2')
    await page.keyboard.press('Shift+Digit2')
    await page.getByText('1 hand', { exact: true }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByText('so it is').waitFor()
    await page.getByText('2 of 6 events kept').waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.getByText('4 of 6 events kept').waitFor()
    expect(await place()).toMatch(/step 2 of 7/)
  })
})

describe('the address', () => {
  test('of a page with a query changes nothing in the deck and runs nothing (4, 6)', async () => {
    const said: string[] = []
    page = await site.newPage()
    page.on('console', (message) => said.push(message.text()))
    const query = '?url=javascript%3Aconsole.log(%22owned%22)%2F%2F&view=scroll&width=200&controls=true&receiver'
    await page.goto(`${site.url}${query}#/slides/monitoring/sessions`)
    await page.locator('.reveal[data-ready=true]').waitFor()
    await arrivesAt('sessions')
    await page.keyboard.press('s')
    await page.keyboard.press('ArrowRight')
    await arrivesAt('prepare')
    expect(await page.evaluate(() => location.search)).toBe('')
    expect(await page.locator('.reveal-scroll, .reveal .controls:visible, iframe').count()).toBe(0)
    expect(await page.locator('.reveal .slides').evaluate((slides) => slides.style.width)).toBe('1280px')
    expect(page.context().pages()).toHaveLength(1)
    expect(said.filter((text) => text.includes('owned'))).toEqual([])
  })

  test('names the slide, and back and forward and a pasted link move the deck (13)', async () => {
    await openStage('sessions')
    await page.keyboard.press('ArrowRight')
    await expect.poll(hash).toBe('#/slides/monitoring/prepare')
    await page.evaluate(() => {
      location.hash = '#/slides/monitoring/topic'
    })
    await arrivesAt('topic')
    await page.goBack()
    await arrivesAt('prepare')
    await page.reload()
    await arrivesAt('prepare')
  })

  test('keeps the audience, whose slides are there and the others’ are not', async () => {
    await openStage('check-alarms')
    expect(await page.locator('section[data-slide^=project]').count()).toBe(0)
    await page.getByRole('combobox', { name: 'Audience' }).selectOption('schooloftech')
    await page.locator('section[data-slide=project-schooloftech]').waitFor({ state: 'attached' })
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await arrivesAt('project-schooloftech')
    expect(await hash()).toBe('#/slides/monitoring/project-schooloftech?audience=schooloftech')
    expect(await page.locator('section[data-slide=project-generation]').count()).toBe(0)
  })
})

describe('the window', () => {
  test('cannot be driven by a message from elsewhere (5)', async () => {
    await openStage('sessions')
    await page.evaluate(() => {
      postMessage(JSON.stringify({ method: 'slide', args: [7] }), '*')
    })
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    expect(await shown()).toBe('sessions')
  })

  test('may be made narrow and wide again: the page to read, then the stage, alive (7)', async () => {
    await openStage('wall')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('heading', { level: 1, name: 'Monitoring' }).waitFor()
    expect(await page.locator('.reveal, .reveal-scroll').count()).toBe(0)
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.locator('.reveal[data-ready=true]').waitFor()
    await arrivesAt('wall')
    await page.keyboard.press('ArrowRight')
    await arrivesAt('what-we-track')
  })

  test('keeps no second deck and no interval when the slides are left (9)', async () => {
    page = await site.newPage()
    await page.addInitScript(() => {
      const running = new Set<number>()
      Object.assign(window, { running })
      const { setInterval: set, clearInterval: clear } = window
      Object.assign(window, {
        setInterval: (handler: TimerHandler, delay?: number) => {
          const id = set(handler, delay)
          if (String(handler).includes('scrollLeft')) running.add(id)
          return id
        },
        clearInterval: (id: number) => {
          running.delete(id)
          clear(id)
        },
      })
    })
    const running = () => page.evaluate(() => (window as unknown as { running: Set<number> }).running.size)
    await page.goto(`${site.url}#/slides/monitoring/sessions`)
    for (let visit = 0; visit < 3; visit++) {
      await page.locator('.reveal[data-ready=true]').waitFor()
      expect(await running()).toBe(1)
      await page.evaluate(() => {
        location.hash = '#/'
      })
      await page.locator('.reveal').waitFor({ state: 'detached' })
      expect(await running()).toBe(0)
      await page.goBack()
    }
  })
})

describe('a link', () => {
  test('to a slide the deck has not shows one it has, and says so', async () => {
    await open('#/slides/monitoring/nonsense')
    await arrivesAt('title')
    await expect.poll(hash).toBe('#/slides/monitoring/title')
    expect(await place()).toMatch(/there is no slide “nonsense”/)
  })

  test('to a slide for one audience shows it', async () => {
    await openStage('project-schooloftech')
    await expect.poll(hash).toBe('#/slides/monitoring/project-schooloftech?audience=schooloftech')
  })
})

describe('somebody who listens', () => {
  test('meets no application, hears the new heading, and not the whole slide again (11, 12)', async () => {
    await openStage('sessions')
    expect(await page.locator('.reveal').getAttribute('role')).toBeNull()
    await page.keyboard.press('ArrowRight')
    await arrivesAt('prepare')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Start the slow downloads now; you need them later')
    expect(await page.locator('.reveal .aria-status').getAttribute('aria-live')).toBe('off')
    expect(await place()).toMatch(/^3 of 44/)
  })

  test.each(['light', 'dark'] as const)('finds no fault on stage, page and presenter’s window in the %s theme', async (colorScheme) => {
    for (const path of [
      'slides/monitoring/wall',
      'slides/monitoring/check-logs',
      'slides/monitoring/wall?view=read',
      'present/monitoring',
    ]) {
      await open(`#/${path}`, { colorScheme })
      await page.getByRole('heading').first().waitFor()
      if (path.startsWith('slides') && !path.includes('read')) await page.locator('.reveal[data-ready=true]').waitFor()
      expect(await violations(), path).toEqual([])
      await page.context().close()
    }
  })
})

async function violations(): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const found = await (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] })
    return found.violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`))
  })
}

describe('the slides', () => {
  test('stay slides when Monaco brings a section of its own onto one of them', async () => {
    await openPane()
    await page.locator('.monaco-editor').waitFor()
    expect(await page.locator('.slides section section').count()).toBeGreaterThan(0)
    await page.locator('section.present h2').focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(place).toMatch(/33 of 44 · step 2 of 7/)
    await page.keyboard.press('PageUp')
    await page.keyboard.press('PageUp')
    await arrivesAt('pattern-forms')
    await page.keyboard.press('PageDown')
    await arrivesAt('bare-words')
    expect(await page.locator('.stack, section section.present, section section.past, section section[hidden]').count()).toBe(0)
    await page.getByText('6 of 6 events kept').waitFor()
  })

  test('set nothing smaller than 17 px at 1280 by 720, and lose nothing over an edge', async () => {
    await openStage('title', { viewport: { width: 1280, height: 824 } })
    const faults: string[] = []
    for (;;) {
      if ((await page.locator('section.present [data-pane=logs], section.present [data-pane=insights]').count()) > 0) {
        await page
          .locator('section.present')
          .getByText(/ events (kept|matched)/)
          .first()
          .waitFor()
      }
      faults.push(...(await page.locator('section.present').evaluate(faultsOfSlide)))
      const next = page.getByRole('button', { name: 'Next', exact: true })
      if (await next.isDisabled()) break
      const before = await place()
      await next.click()
      await expect.poll(place).not.toBe(before)
    }
    expect(faults).toEqual([])
  }, 300_000)

  test('have their overview, a black screen, and the way to full screen', async () => {
    await openStage('wall')
    await page.keyboard.press('o')
    await page.locator('.reveal.overview').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.locator('.reveal:not(.overview)').waitFor()
    await arrivesAt('what-we-track')
    await page.keyboard.press('b')
    await page.locator('.reveal.paused').waitFor()
    await page.keyboard.press('b')
    await page.locator('.reveal:not(.paused)').waitFor()
    await page.getByRole('button', { name: 'Full screen' }).click()
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.hasAttribute('data-deck-frame'))).toBe(true)
  })
})

/** Words too small, or outside the slide; what a pane scrolls is its own. */
function faultsOfSlide(slide: Element): string[] {
  const found: string[] = []
  const scale = slide.getBoundingClientRect().width / 1280
  const edge = slide.getBoundingClientRect()
  const words = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (
      element === null ||
      text === '' ||
      element.closest('.visually-hidden, [aria-hidden=true], [hidden], .monaco-aria-container') !== null
    )
      continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    if (box.width < 2 || getComputedStyle(element).visibility === 'hidden' || getComputedStyle(element).display === 'none') continue
    const shrink = element.closest('svg') === null ? htmlScale(element) : svgScale(element)
    const size = (parseFloat(getComputedStyle(element).fontSize) * shrink) / scale
    const name = `${slide.getAttribute('data-slide')}: "${text.slice(0, 30)}"`
    if (size < 16.95) found.push(`${name} is ${size.toFixed(1)} px`)
    const isScrolled = element.closest('[data-keys=own]') !== null
    if (!isScrolled && (box.right > edge.right || box.bottom > edge.bottom || box.left < edge.left)) found.push(`${name} leaves the slide`)
  }
  return found

  /** Of something wide enough that its rounded width can be divided by. */
  function htmlScale(element: Element): number {
    let wide: Element | null = element
    while (wide !== null && !(wide instanceof HTMLElement && wide.offsetWidth > 200)) wide = wide.parentElement
    return wide instanceof HTMLElement ? wide.getBoundingClientRect().width / wide.offsetWidth : scale
  }

  function svgScale(element: Element): number {
    const svg = element.closest('svg')
    const [, , width] = (svg?.getAttribute('viewBox') ?? '').split(' ').map(Number)
    return svg === null || width === undefined ? scale : svg.getBoundingClientRect().width / width
  }
}

describe('the presenter', () => {
  test('drives the stage in another window, and is followed back', async () => {
    await openStage('sessions')
    const stage = page
    const presenter = await stage.context().newPage()
    await presenter.goto(`${site.url}#/present/monitoring`)
    await presenter.getByText('Stage connected').waitFor()
    await presenter.getByText('2 of 44').waitFor()
    await presenter.keyboard.press('ArrowRight')
    await arrivesAt('prepare')
    await stage.keyboard.press('ArrowRight')
    await presenter.getByText('4 of 44').waitFor()
    await presenter.reload()
    await presenter.getByText('4 of 44').waitFor()
    await presenter.keyboard.press('b')
    await stage.locator('.reveal.paused').waitFor()
  })
})

describe('on a phone', () => {
  test('the slides are a page, with a pane that can be used', async () => {
    await open('#/slides/monitoring/bare-words', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    await page.getByText('6 of 6 events kept').waitFor()
    expect(await page.locator('.reveal').count()).toBe(0)
    await page.locator('[data-slide=bare-words]').getByRole('button', { name: 'Next step' }).click()
    await page.getByText('4 of 6 events kept').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})
