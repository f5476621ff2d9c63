// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createCloudWatchClient } from '#clients/cloudwatch.ts'
import { awsCommand } from '#consoles/metrics/aws-command.ts'
import { MetricsPane } from '#consoles/metrics/MetricsPane.tsx'
import { figureText, wholeMinutes, wholeQuery } from '#consoles/metrics/whole-value.ts'
import { MINUTE } from '#lib/time.ts'
import { BASE, openCloud, type TestCloud } from './cloud.tsx'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await openCloud({ scenario: 'company', seed: 1, window: 10 * MINUTE, groups: [] })
})
afterEach(cleanup)

const invocations = {
  namespace: 'AWS/Lambda',
  metricName: 'Invocations',
  dimensions: { FunctionName: 'orders-api' },
  statistic: 'Sum',
  period: 60,
}

function Pane(props: Partial<Parameters<typeof MetricsPane>[0]>) {
  const { account, range } = cloud.world
  return (
    <MetricsPane
      variant="exercise"
      transport={cloud.transport}
      base={BASE}
      account={account}
      range={range}
      start={[invocations]}
      {...props}
    />
  )
}

describe('the metrics pane', () => {
  it('draws the line, and says what the statistic is over the whole range', async () => {
    const { account, range } = cloud.world
    const cloudwatch = createCloudWatchClient({ transport: cloud.transport, base: BASE, account })
    const [minutes] = await cloudwatch.readSeries([invocations], range)
    const sum = minutes?.points.reduce((total, { y }) => total + y, 0) ?? 0
    expect(sum).toBeGreaterThan(100)
    render(<Pane />)
    expect(await screen.findByText(String(sum))).toBeDefined()
    expect(screen.getByText('Sum over the whole range')).toBeDefined()
    expect(await screen.findByText(/^Invocations: 10 points/)).toBeDefined()
    expect(screen.getByText('1 metric · 10 datapoints')).toBeDefined()
  })

  it('takes several metrics, and says where one has no data', async () => {
    render(<Pane />)
    await screen.findByText(/10 datapoints/)
    await userEvent.click(screen.getByRole('button', { name: 'Duplicate metric 1' }))
    const [, second] = screen.getAllByRole<HTMLInputElement>('combobox', { name: 'Value of FunctionName' })
    if (second === undefined) throw new Error('cannot test: two metrics were expected')
    await userEvent.clear(second)
    await userEvent.type(second, 'nobody{Enter}')
    expect(await screen.findByText('No data')).toBeDefined()
    expect(screen.getByText('2 metrics · 10 datapoints')).toBeDefined()
  })

  it('begins with a metric that exists where nobody says which', async () => {
    render(<Pane start={undefined} />)
    expect(await screen.findByText('Average over the whole range')).toBeDefined()
  })
})

describe('the value over the whole range', () => {
  it('is asked with one period that holds it all', () => {
    expect(wholeMinutes({ start: 90_500, end: 400_100 })).toEqual({ start: 60_000, end: 420_000 })
    expect(wholeQuery(invocations, { start: 90_500, end: 400_100 }).period).toBe(360)
    expect(wholeQuery(invocations, { start: 0, end: 1 }).period).toBe(60)
  })

  it('is written as a person reads it, and whole numbers whole', () => {
    expect(figureText(1234567)).toBe('1234567')
    expect(figureText(0.123456789)).toBe('0.123457')
    expect(figureText(412.5)).toBe('412.5')
  })
})

describe('the command to copy', () => {
  it('asks the same of AWS', () => {
    const range = { start: Date.parse('2026-03-04T09:00:00Z'), end: Date.parse('2026-03-04T10:00:00.500Z') }
    expect(awsCommand({ ...invocations, dimensions: { FunctionName: 'the load', B: 'c' }, statistic: 'p95' }, range)).toBe(
      [
        'aws cloudwatch get-metric-statistics',
        '--namespace AWS/Lambda --metric-name Invocations',
        "--dimensions 'Name=FunctionName,Value=the load' Name=B,Value=c",
        '--start-time 2026-03-04T09:00:00Z --end-time 2026-03-04T10:00:00.500Z --period 60',
        '--extended-statistics p95',
      ].join(' \\\n  '),
    )
    expect(awsCommand({ ...invocations, dimensions: {} }, range)).toContain('--statistics Sum')
    expect(awsCommand({ ...invocations, dimensions: {} }, range)).not.toContain('--dimensions')
  })
})
