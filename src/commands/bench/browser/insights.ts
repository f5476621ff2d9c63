import { copyFileSync, mkdtempSync, linkSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { launchChromium } from '../../../../test/browser/chromium.ts'
import { serveFolder } from '../../../../test/browser/serve-folder.ts'
import type { Report } from '../insights/page.ts'
import type { Benchmark, Measurement } from '../measurement.ts'
import { eventsFile } from '../million-events.ts'

const DUCK = join('node_modules', '@duckdb', 'duckdb-wasm', 'dist')
const EVENTS = Number(process.env['BENCH_EVENTS'] ?? 1_000_000)
const onColumns = ['Q3', 'Q4', 'Q6', 'Q7', 'Q8', 'Q9']

/** A page with both engines in it, and the events beside it. */
async function buildPage(folder: string): Promise<string> {
  const source = join(process.cwd(), 'src', 'commands', 'bench', 'insights')
  const outDir = join(folder, 'site')
  await build({
    configFile: false,
    root: source,
    base: './',
    build: { target: 'es2023', outDir, emptyOutDir: true, rolldownOptions: { input: join(source, 'page.html') } },
    worker: { format: 'es' },
    logLevel: 'error',
  })
  mkdirSync(join(outDir, 'duck'))
  for (const file of ['duckdb-browser-eh.worker.js', 'duckdb-eh.wasm']) copyFileSync(join(DUCK, file), join(outDir, 'duck', file))
  return outDir
}

const tenths = (value: number): number => (value >= 100 ? Math.round(value) : Math.round(value * 10) / 10)
const times = (value: number): string => `${value.toFixed(value >= 10 ? 0 : 1)} x`

function rowsOf({ ingest, queries }: Report): readonly Omit<Measurement, 'benchmark'>[] {
  const ratios = queries.filter(({ name }) => onColumns.includes(name)).map(({ ours, theirs }) => theirs / ours)
  const mean = ratios.reduce((product, ratio) => product * ratio, 1) ** (1 / ratios.length)
  return [
    {
      what: 'ingest, every field in a column',
      value: tenths(ingest.ours),
      unit: 'ms',
      beside: `${times(ingest.theirs / ingest.ours)} as fast as DuckDB-wasm (${tenths(ingest.theirs)} ms), ${times(ingest.parsing / ingest.ours)} JSON.parse (${tenths(ingest.parsing)} ms)`,
    },
    { what: 'bytes held for each byte of text', value: Number((ingest.held / ingest.text).toFixed(2)), unit: '' },
    ...queries.map(({ name, ours, theirs, first, rows }) => ({
      what: `${name}, ${rows} rows (first ${tenths(first)} ms)`,
      value: tenths(ours),
      unit: 'ms',
      beside: `${times(theirs / ours)} as fast as DuckDB-wasm (${tenths(theirs)} ms)`,
    })),
    { what: `geometric mean over ${onColumns.join(', ')}`, value: Number(mean.toFixed(2)), unit: 'x' },
  ]
}

/** Our engine and DuckDB-wasm over a million events, in turn in one Chromium; what they find is compared before what they take. */
export const measureInsights: Benchmark = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchkeeper-insights-'))
  const site = await buildPage(folder)
  placeEvents(join(site, 'events.dat'))
  const server = await serveFolder(site, '/bench/')
  const browser = await launchChromium(['--js-flags=--max-old-space-size=8192'])
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(0)
    page.on('pageerror', (error) => console.error(error.message))
    await page.goto(`${server.url}page.html`)
    await page.waitForFunction(() => 'measure' in globalThis)
    const report: Report = await page.evaluate('measure()')
    return rowsOf(report)
  } finally {
    await browser.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function placeEvents(at: string): void {
  const file = eventsFile(EVENTS)
  try {
    linkSync(file, at)
  } catch {
    // another disk: a link does not reach
    copyFileSync(file, at)
  }
}
