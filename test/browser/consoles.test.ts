import { gzipSync } from 'node:zlib'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSite, type Site } from './site.ts'

const complaints: string[] = []
const asked: string[] = []
let site: Site
let page: Page

beforeAll(async () => {
  site = await openSite()
  page = await site.newPage()
  page.context().on('page', watch)
  watch(page)
  page.context().setDefaultTimeout(90_000)
})
afterAll(() => site.close())

function watch(opened: Page): void {
  opened.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} at ${message.location().url}`)
  })
  opened.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  opened.on('request', (request) => asked.push(request.url()))
}

const visit = (hash: string, on = page): Promise<unknown> => on.goto(`${site.url}${hash}`)

/** Grave findings of axe on the page as it stands. */
async function violations(): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const found = await (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] })
    return found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
  })
}

const alarm = {
  AlarmName: 'orders fail',
  Namespace: 'AWS/Lambda',
  MetricName: 'Errors',
  Dimensions: [{ Name: 'FunctionName', Value: 'orders-api' }],
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 3,
  DatapointsToAlarm: 2,
  Threshold: 5,
  ComparisonOperator: 'GreaterThanThreshold',
  TreatMissingData: 'notBreaching',
}

describe('the full consoles over the open world', () => {
  test('AWS’s components are not loaded before the first console', async () => {
    await visit('')
    await page.getByRole('heading', { name: 'Units' }).waitFor()
    expect(asked.filter((url) => /cloudscape|ConsoleFrame|Console-/i.test(url))).toEqual([])
  })

  test('an alarm is made in the wizard and has its state and history', async () => {
    await visit(`#/consoles/cloudwatch/alarms/create?alarm=${encodeURIComponent(JSON.stringify(alarm))}&step=5`)
    await page.getByRole('button', { name: 'Create alarm', exact: true }).click()
    await page.waitForURL(/alarms\/alarm\?name=/)
    await page.getByRole('heading', { name: /orders fail/ }).waitFor()
    await page.getByRole('tab', { name: 'History' }).click()
    await page.getByText('Alarm "orders fail" created').waitFor()
    await page.getByText(/Alarm updated from INSUFFICIENT_DATA to OK/).waitFor()
    expect(await violations()).toEqual([])
  })

  test('it is in a second tab at once, and here after a reload', async () => {
    const second = await page.context().newPage()
    await visit('#/consoles/cloudwatch/alarms', second)
    await second.getByRole('link', { name: 'orders fail' }).waitFor()
    await second.close()
    await visit('#/consoles/cloudwatch/alarms')
    await page.reload()
    await page.getByRole('link', { name: 'orders fail' }).waitFor()
    expect(await violations()).toEqual([])
  })

  test('a metric is found by its namespace and its dimensions, and graphed', async () => {
    await visit('#/consoles/cloudwatch/metrics')
    await page.getByRole('link', { name: 'AWS/Lambda' }).click()
    await page.getByRole('link', { name: 'FunctionName', exact: true }).click()
    await page.getByRole('searchbox', { name: 'Search for metrics, dimensions and values' }).fill('orders-api Errors')
    await page.getByRole('checkbox', { name: /orders-api/ }).click()
    await page.getByRole('tab', { name: 'Graphed metrics (1)' }).click()
    await page.getByRole('figure').getByText('Errors').first().waitFor()
    expect(await violations()).toEqual([])
  })

  test('a file dropped onto the logs becomes a group, packed as S3 has it, and nothing leaves the tab', async () => {
    await visit('#/consoles/cloudwatch/logs')
    await page.getByRole('button', { name: 'Open a log file' }).waitFor()
    const member = (at: number) => gzipSync(`2026-01-01T00:00:0${at}.000Z {"level":"ERROR","order":"o-${at}"}\n`)
    await page
      .getByLabel('Log files')
      .setInputFiles({ name: '000000.gz', mimeType: 'application/gzip', buffer: Buffer.concat([member(1), member(2)]) })
    await page.getByText('2 events out of 2 lines').waitFor()
    await page.getByText('"order":"o-2"').first().waitFor()
    expect(asked.filter((url) => !url.startsWith(site.url) && !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual([])
    expect(await violations()).toEqual([])
  })

  test('Grafana shows the company’s dashboard', async () => {
    await visit('#/consoles/grafana')
    await page.getByRole('link', { name: /./ }).first().waitFor()
    await page.getByRole('main').getByRole('heading').first().waitFor()
    expect(await violations()).toEqual([])
  })

  test('nothing complained', () => expect(complaints).toEqual([]))
})
