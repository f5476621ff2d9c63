import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../../../../test/browser/chromium.ts'
import { serveFolder } from '../../../../test/browser/serve-folder.ts'
import type { Benchmark } from '../measurement.ts'

const FOLDER = '/weight/'
const EXERCISE = '#/exercises/insights/slowest-branch'

/** Chunks that come when the page is idle; held back here, so that it shows that nothing waits for them. */
const WHEN_IDLE = /\/(MonacoEditor|browser|core|Disposable)-[^/]*$/

/** What stands on the page when a milestone is reached. */
const milestones = {
  home: { hash: '', selector: '#units' },
  prompt: { hash: EXERCISE, selector: 'main h1' },
  check: { hash: EXERCISE, selector: '[data-verdict]' },
} as const

/** Notes the moment at which a selector first matches, in the page's own time. */
const noteMoment = (selector: string): void => {
  const seen = new MutationObserver(() => {
    if (document.querySelector(selector) === null) return
    document.documentElement.dataset['reached'] = String(performance.now())
    seen.disconnect()
  })
  seen.observe(document, { childList: true, subtree: true })
}

const gzipped = (file: string): number => gzipSync(readFileSync(join('dist', file)), { level: 9 }).length

/** Kilobytes (1000), gzipped, of the script and CSS asked for before the milestone, workers included. */
async function weigh(browser: Browser, site: string, name: keyof typeof milestones): Promise<number> {
  const { hash, selector } = milestones[name]
  const page = await (await browser.newContext()).newPage()
  await page.route(WHEN_IDLE, (route) => route.abort())
  await page.addInitScript(noteMoment, selector)
  await page.goto(site + hash)
  if (name === 'check') await page.getByRole('button', { name: 'Check answer' }).click()
  await page.locator('html[data-reached]').waitFor({ state: 'attached' })
  const asked = await page.evaluate(() => {
    const reached = Number(document.documentElement.dataset['reached'])
    return performance.getEntriesByType('resource').flatMap((entry) => (entry.startTime < reached ? [entry.name] : []))
  })
  const files = new Set(
    asked
      .map((url) => new URL(url).pathname.slice(FOLDER.length))
      .filter((file) => /\.(js|css)$/.test(file) && !WHEN_IDLE.test(`/${file}`)),
  )
  await page.context().close()
  return Math.round([...files].reduce((sum, file) => sum + gzipped(file), 0) / 100) / 10
}

/** What must arrive before home can be used, a prompt can be read, a first answer is checked; Monaco and MSW are held back throughout. */
export const measureWeight: Benchmark = async () => {
  await build({ logLevel: 'warn' })
  const server = await serveFolder(join(process.cwd(), 'dist'), FOLDER)
  const browser = await launchChromium()
  const row = async (name: keyof typeof milestones, what: string, budget: number) => ({
    what: `script and CSS before ${what}`,
    value: await weigh(browser, server.url, name),
    unit: 'kB gzip',
    beside: `budget ${budget}`,
  })
  try {
    return [
      await row('home', 'home can be used', 150),
      await row('prompt', "an exercise's prompt can be read", 180),
      await row('check', 'the first answer is checked', 400),
    ]
  } finally {
    await browser.close()
    await server.close()
  }
}
