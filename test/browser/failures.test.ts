import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSite, type Site } from './site.ts'

let site: Site
let said: string[] = []
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** A page whose console and uncaught errors are kept. */
async function openPage(options?: BrowserContextOptions): Promise<Page> {
  said = []
  const page = await site.newPage(options)
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`))
  return page
}

const logsAreOpen = (page: Page): Promise<void> => page.getByText(/ of .+ events kept/).waitFor()
const isControlled = (page: Page): Promise<unknown> => page.waitForFunction(() => navigator.serviceWorker.controller !== null)

async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run' }).click()
  await logsAreOpen(page)
}

describe('a worker that cannot be loaded is told in a sentence, and tried again', () => {
  const worker = /\/worker-[^/]*\.js$/

  test.each(['#/logs', '#/exercises/filter-patterns/only-the-failures'])('at %s', async (hash) => {
    const page = await openPage()
    await page.route(worker, (route) => route.abort())
    await page.goto(`${site.url}${hash}`)
    await page.getByText('the simulated cloud did not start: its worker could not be loaded').waitFor()
    await page.unroute(worker)
    await page.getByRole('button', { name: 'Try again' }).click()
    await logsAreOpen(page)
    expect(said.filter((text) => text.includes('[MSW]') || text.startsWith('uncaught'))).toEqual([])
    await page.context().close()
  })
})

describe('nothing hangs on the service worker', () => {
  test('where it is refused', async () => {
    const page = await openPage({ serviceWorkers: 'block' })
    await page.goto(`${site.url}#/logs`)
    await logsAreOpen(page)
    await run(page)
    await page.context().close()
  })

  test('where somebody else’s stands', async () => {
    const page = await openPage()
    const foreign = 'addEventListener("activate", (event) => event.waitUntil(clients.claim())); addEventListener("fetch", () => undefined)'
    await page.context().route('**/mockServiceWorker.js', (route) => route.fulfill({ contentType: 'text/javascript', body: foreign }))
    await page.goto(`${site.url}#/logs`)
    await logsAreOpen(page)
    await page.evaluate(async () => void (await navigator.serviceWorker.register('mockServiceWorker.js')))
    await isControlled(page)
    await page.reload()
    await logsAreOpen(page)
    await run(page)
    await page.context().close()
  })

  test('where the network is gone after the first visit', async () => {
    const page = await openPage()
    await page.goto(`${site.url}#/logs`)
    await logsAreOpen(page)
    await isControlled(page)
    await page.context().setOffline(true)
    await run(page)
    await page.context().close()
  })
})

test('the policy stops what a page must not do', async () => {
  const page = await openPage()
  const reached: string[] = []
  await page.context().route('http://elsewhere.test/**', (route) => {
    reached.push(route.request().url())
    return route.fulfill({ body: 'reached' })
  })
  await page.goto(site.url)
  await page.getByRole('heading', { name: 'Units' }).waitFor()
  const stopped = await page.evaluate(async () => {
    const directives = new Set<string>()
    const four = new Promise<void>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        directives.add(effectiveDirective)
        if (directives.size === 4) resolve()
      })
    })
    const script = document.createElement('script')
    script.textContent = 'document.title = "scripted"'
    const handled = document.createElement('div')
    handled.innerHTML = '<img src="data:," onerror="document.title = \'handled\'">'
    const image = new Image()
    image.src = 'http://elsewhere.test/i.png'
    document.body.append(script, handled, image)
    await fetch('http://elsewhere.test/f').catch(() => undefined)
    await four
    return [...directives].sort()
  })
  expect(stopped).toEqual(['connect-src', 'img-src', 'script-src-attr', 'script-src-elem'])
  expect(await page.title()).not.toMatch(/scripted|handled/)
  expect(reached).toEqual([])
  await page.context().close()
})

test('what is in a log, its name and a link stays text', async () => {
  const page = await openPage()
  const hostile = '<img src=x onerror=document.title=1><script>document.title=1</script>'
  await page.goto(`${site.url}#/logs?q=${encodeURIComponent(`"${hostile}"`)}&group=__proto__`)
  await logsAreOpen(page)
  const lines = [
    `${hostile} \u001b[31mred\u001b[0m \u202eevil\u202c`,
    '{"__proto__":{"polluted":1},"constructor":"c"}',
    '{"a":'.repeat(50_000),
  ]
  const buffer = Buffer.from(lines.join('\n'))
  await page.getByLabel('Log files').setInputFiles({ name: `${hostile}.log`, mimeType: 'text/plain', buffer })
  await page.getByText(/is the log group/).waitFor()
  await page.getByRole('textbox', { name: 'Filter pattern' }).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await run(page)
  await page.getByText('3 of 3 events kept').waitFor()
  expect(await page.locator('main img, main script').count()).toBe(0)
  expect(await page.title()).not.toBe('1')
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false)
  expect(said.filter((text) => text.startsWith('uncaught'))).toEqual([])
  await page.context().close()
})
