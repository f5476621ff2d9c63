import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder that holds the built site. */
    site: string
  }
}

/** Builds the site once for all browser tests, into a folder of its own. */
export default async function buildSite(project: TestProject): Promise<() => void> {
  const outDir = mkdtempSync(join(tmpdir(), 'watchkeeper-site-'))
  await build({ build: { outDir, emptyOutDir: true }, logLevel: 'warn' })
  project.provide('site', outDir)
  return () => rmSync(outDir, { recursive: true, force: true })
}
