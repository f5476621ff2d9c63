import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WorldSpec } from '#lib/world-spec.ts'
import type { createWorld, digest, sampleDigest } from '#world/index.ts'
import { launchChromium } from './chromium.ts'

type Pinned = { readonly spec: WorldSpec; readonly digest: string; readonly samples: string }
type Bundle = {
  readonly createWorld: typeof createWorld
  readonly digest: typeof digest
  readonly sampleDigest: typeof sampleDigest
}

const pinned: readonly Pinned[] = JSON.parse(readFileSync('test/world/digests.json', 'utf8'))
let browser: Browser
let page: Page

/** The world's code as the build makes it, as one script that puts it into `worldBundle`. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2023', lib: { entry: 'src/world/index.ts', formats: ['iife'], name: 'worldBundle' } },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined
  if (chunk === undefined) throw new Error('cannot bundle the world: the build gave nothing')
  return chunk.code
}

beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
  await page.addScriptTag({ content: await bundle() })
})
afterAll(() => browser.close())

test.each(pinned)('Chromium makes the same bytes as Node: $spec.scenario, seed $spec.seed', async ({ spec, digest: wanted, samples }) => {
  const found = await page.evaluate((asked) => {
    const world = (window as unknown as { readonly worldBundle: Bundle }).worldBundle
    const made = world.createWorld(asked)
    return { digest: world.digest(made.records()), samples: world.sampleDigest(made.samples()) }
  }, spec)
  expect(found).toEqual({ digest: wanted, samples })
})
