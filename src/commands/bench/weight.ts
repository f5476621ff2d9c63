import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import type { Page } from 'playwright-core'
import { launchChromium } from '../../../test/browser/chromium.ts'
import { serveFolder } from '../../../test/browser/serve-folder.ts'
import type { Benchmark } from './measurement.ts'

const FOLDER = '/weight/'
const EXERCISE = '#/exercises/insights/slowest-branch'

/** Script and CSS that the browser asked for, workers included, gzipped as a host would: kilobytes (1000). */
class Scales {
  private readonly files = new Set<string>()

  watch(page: Page): void {
    page.context().on('request', (request) => {
      const path = new URL(request.url()).pathname
      if (/\.(js|css)$/.test(path) && path.startsWith(FOLDER)) this.files.add(path.slice(FOLDER.length))
    })
  }

  kilobytes(): number {
    const bytes = [...this.files].map((file) => gzipSync(readFileSync(join('dist', file)), { level: 9 }).length)
    return Math.round(bytes.reduce((sum, size) => sum + size, 0) / 100) / 10
  }

  get monaco(): boolean {
    return [...this.files].some((file) => file.includes('monaco'))
  }
}

/** What must arrive before home can be used, a prompt can be read, a first answer can be checked. */
export const measureWeight: Benchmark = async () => {
  await build({ logLevel: 'warn' })
  const server = await serveFolder(join(process.cwd(), 'dist'), FOLDER)
  const browser = await launchChromium()
  const milestone = async (hash: string, reached: (page: Page) => Promise<void>): Promise<Scales> => {
    const page = await (await browser.newContext()).newPage()
    const scales = new Scales()
    scales.watch(page)
    await page.goto(server.url + hash, { waitUntil: 'commit' })
    await reached(page)
    return scales
  }
  try {
    const home = (await milestone('', (page) => page.getByRole('heading', { name: 'Units' }).waitFor())).kilobytes()
    const prompt = (await milestone(EXERCISE, (page) => page.locator('main h1').waitFor())).kilobytes()
    const check = (
      await milestone(EXERCISE, async (page) => {
        await page.getByRole('button', { name: 'Check answer' }).click()
        await page.getByTestId('verdict').waitFor()
      })
    ).kilobytes()
    return [
      { what: 'script and CSS before home can be used', value: home, unit: 'kB gzip', beside: 'budget 150' },
      { what: "script and CSS before an exercise's prompt can be read", value: prompt, unit: 'kB gzip', beside: 'budget 180' },
      { what: 'script and CSS before the first answer is checked, Monaco apart', value: check, unit: 'kB gzip', beside: 'budget 400' },
    ]
  } finally {
    await browser.close()
    await server.close()
  }
}
