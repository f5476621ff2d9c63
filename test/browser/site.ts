import type { BrowserContextOptions, Page } from 'playwright-core'
import { inject } from 'vitest'
import { launchChromium } from './chromium.ts'
import { serveFolder } from './serve-folder.ts'

export type Site = {
  /** The built workbook's address, under a sub-path. */
  readonly url: string
  /** A page in a context of its own: nothing stored, nothing shared. */
  newPage(options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

/** Serves the built site under a sub-path of a plain file server and starts a browser beside it. */
export async function openSite(browserArguments: readonly string[] = []): Promise<Site> {
  const server = await serveFolder(inject('site'), '/some/where/')
  const browser = await launchChromium(browserArguments)
  return {
    url: server.url,
    async newPage(options) {
      const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 }, ...options })
      context.setDefaultTimeout(30_000)
      return context.newPage()
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
