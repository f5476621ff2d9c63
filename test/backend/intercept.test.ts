import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('the service worker in public/ is the installed MSW’s own', () => {
  const ours = readFileSync('public/mockServiceWorker.js', 'utf8')
  const { version }: { readonly version: string } = JSON.parse(readFileSync('node_modules/msw/package.json', 'utf8'))
  expect(ours).toContain(`const PACKAGE_VERSION = '${version}'`)
})
