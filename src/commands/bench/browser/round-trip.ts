import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import type { Page } from 'playwright-core'
import { launchChromium } from '../../../../test/browser/chromium.ts'
import { serveFolder } from '../../../../test/browser/serve-folder.ts'
import type { Benchmark } from '../measurement.ts'

const FOLDER = '/trip/'
const TIMES = 200

const call = {
  target: 'Logs_20140328.DescribeLogGroups',
  authorization: 'AWS4-HMAC-SHA256 Credential=111111111111/20260304/eu-west-2/logs/aws4_request',
}

/** Milliseconds of the median call through the worker's door: page, worker, page. */
const throughTheDoor = (page: Page, worker: string): Promise<number> =>
  page.evaluate(
    async ({ worker, call, times }) => {
      const opened = new Worker(worker, { type: 'module' })
      const answers = new Map<number, () => void>()
      opened.addEventListener('message', ({ data }) => answers.get(data.id)?.())
      opened.postMessage({ kind: 'hello', base: document.baseURI })
      const took: number[] = []
      for (let id = 1; id <= times; id++) {
        const began = performance.now()
        const answered = new Promise<void>((resolve) => answers.set(id, resolve))
        const body = new TextEncoder().encode('{}').buffer
        const headers = [
          ['x-amz-target', call.target],
          ['content-type', 'application/x-amz-json-1.1'],
          ['authorization', call.authorization],
        ]
        opened.postMessage({ kind: 'fetch', id, request: { url: new URL('aws/', document.baseURI).href, method: 'POST', headers, body } }, [
          body,
        ])
        await answered
        took.push(performance.now() - began)
      }
      opened.terminate()
      return took.toSorted((left, right) => left - right)[times / 2] ?? 0
    },
    { worker, call, times: TIMES },
  )

/** The same through the browser's own fetch and the service worker in between. */
const throughFetch = (page: Page): Promise<number> =>
  page.evaluate(
    async ({ call, times }) => {
      const took: number[] = []
      for (let at = 0; at < times; at++) {
        const began = performance.now()
        const headers = { 'x-amz-target': call.target, 'content-type': 'application/x-amz-json-1.1', authorization: call.authorization }
        const response = await fetch('aws/', { method: 'POST', headers, body: '{}' })
        await response.text()
        if (response.status !== 200) throw new Error(`cannot measure: the service worker answered ${response.status}`)
        took.push(performance.now() - began)
      }
      return took.toSorted((left, right) => left - right)[times / 2] ?? 0
    },
    { call, times: TIMES },
  )

const tenths = (value: number): number => Math.round(value * 10) / 10

/** One DescribeLogGroups of an empty account, from the page and back, over the built site. */
export const measureRoundTrip: Benchmark = async () => {
  await build({ logLevel: 'warn' })
  const worker = readdirSync(join('dist', 'assets')).find((file) => /^worker-.*\.js$/.test(file))
  if (worker === undefined) throw new Error('cannot measure: dist/assets holds no worker-*.js')
  const server = await serveFolder(join(process.cwd(), 'dist'), FOLDER)
  const browser = await launchChromium()
  try {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${server.url}#/logs`)
    const direct = await throughTheDoor(page, `${server.url}assets/${worker}`)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    const intercepted = await throughFetch(page)
    return [
      { what: 'one api call, page -> worker -> page, by message', value: tenths(direct), unit: 'ms' },
      {
        what: 'the same by fetch through the service worker',
        value: tenths(intercepted),
        unit: 'ms',
        beside: `${tenths(intercepted / direct)} x the message`,
      },
    ]
  } finally {
    await browser.close()
    await server.close()
  }
}
