import { existsSync } from 'node:fs'
import { chromium as driver, type Browser } from 'playwright-core'

const installed = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The machine's Chrome or Chromium, else the one that an npm package ships (Linux x64). */
export async function launchChromium(extra: readonly string[] = []): Promise<Browser> {
  const own = installed.find((path) => path !== undefined && path !== '' && existsSync(path))
  if (own !== undefined) return driver.launch({ executablePath: own, args: [...quiet, ...extra] })
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no Chrome or Chromium was found: install one, or set CHROMIUM to its path, and run npm test again')
  }
  const { default: packaged } = await import('@sparticuz/chromium')
  return driver.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...quiet, ...extra] })
}
