import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { CDPSession, Page } from 'playwright-core'
import { build } from 'vite'
import { launchChromium } from '../../../../test/browser/chromium.ts'
import { serveFolder } from '../../../../test/browser/serve-folder.ts'
import { contentPolicy } from '../../../build/content-policy.ts'
import { exercises } from '../../../build/exercises/plugin.ts'
import { slides } from '../../../build/slides/plugin.ts'
import type { Benchmark } from '../measurement.ts'

const STEPS = 60
/** The answer of the worker is here by then, and nothing else is on its way. */
const SETTLED = 250

const unit = `---
title: Bench
sentence: One night of 1 440 points.
skills:
  alarms: Drag a threshold.
---
`

const alarm = `Namespace: AWS/Lambda
MetricName: Duration
Dimensions: [{Name: FunctionName, Value: load}]
ExtendedStatistic: p95
Period: 60
EvaluationPeriods: 1
Threshold: 1000
ComparisonOperator: GreaterThanThreshold
TreatMissingData: missing`

/** A day of one datapoint a minute, in which every second minute breaches somewhere on the way down. */
const night = `---
title: Drag the line
kind: alarm
language: alarm
role: practice
skills: [alarms]
minutes: 1
world: {scenario: pipeline, window: 24h, with: {from: "12:00", every: 1m}}
fixed: [Namespace, MetricName, Dimensions]
nights: [{title: Busy, faults: {queueing: {at: "21:00", for: 41m}, flapping: {at: "02:00", for: 3h}}}]
compare: {catch: all, false-pages: 0, delay: 10m}
---
One night.

> Drag.

## Start
\`\`\`alarm
${alarm}
\`\`\`

## Hints
1. Drag.

## Solution
\`\`\`alarm
${alarm.replace('EvaluationPeriods: 1', 'EvaluationPeriods: 5')}
\`\`\`
It lasts.

## After
Done.
`

/** The workbook with one exercise in it. */
async function buildSite(folder: string): Promise<string> {
  const course = join(folder, 'exercises')
  const outDir = join(folder, 'site')
  mkdirSync(join(course, '10-bench'), { recursive: true })
  writeFileSync(join(course, '10-bench', 'unit.md'), unit)
  writeFileSync(join(course, '10-bench', '10-drag.md'), night)
  await build({
    configFile: false,
    base: './',
    plugins: [react(), contentPolicy(), exercises(course), slides()],
    worker: { format: 'es', plugins: () => [exercises(course)] },
    build: { target: 'es2023', assetsInlineLimit: 0, outDir, emptyOutDir: true },
    logLevel: 'error',
  })
  return outDir
}

/** Milliseconds of script the page's own thread has spent so far. */
async function scriptTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000
}

/** Script spent in each step of a drag, from the pointer's move to the band that follows it. */
async function dragSteps(page: Page): Promise<{ readonly took: readonly number[]; readonly bands: number }> {
  const session = await page.context().newCDPSession(page)
  // the thread's own time: what else the machine does is not the page's doing
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const handle = page.getByRole('slider', { name: 'Threshold' })
  const band = page.getByRole('slider', { name: 'States over time' }).locator('path').last()
  const box = await handle.boundingBox()
  if (box === null) throw new Error('cannot drag: the threshold is not on the page')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  const took: number[] = []
  const bands = new Set<string | null>()
  for (let step = 0; step < STEPS; step++) {
    const before = await scriptTime(session)
    await page.mouse.move(x, y + (step < STEPS / 2 ? step : STEPS - step) * 3)
    await page.waitForTimeout(SETTLED)
    took.push((await scriptTime(session)) - before)
    bands.add(await band.getAttribute('d'))
  }
  await page.mouse.up()
  return { took, bands: bands.size }
}

const tenths = (value: number): number => Math.round(value * 10) / 10

/** The alarm form while its threshold is dragged over a night of 1,440 points: script on the page's thread, replay, band and counts included. */
export const measureDrag: Benchmark = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchkeeper-drag-'))
  const server = await serveFolder(await buildSite(folder), '/drag/')
  const browser = await launchChromium()
  try {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
    await page.goto(`${server.url}#/exercises/bench/drag`)
    await page.getByRole('region', { name: /^Why / }).waitFor({ timeout: 120_000 })
    const { took, bands } = await dragSteps(page)
    if (bands < 3) throw new Error(`cannot measure: the band was drawn in ${bands} ways only`)
    const sorted = took.toSorted((left, right) => left - right)
    const beside = `${STEPS} steps, ${bands} different bands; the budget is 16 ms`
    return [
      { what: 'one step of a drag over 1 440 points, script, median', value: tenths(sorted[STEPS / 2] ?? 0), unit: 'ms', beside },
      { what: 'the same, worst', value: tenths(sorted.at(-1) ?? 0), unit: 'ms' },
    ]
  } finally {
    await browser.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
