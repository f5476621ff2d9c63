// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect, useState } from 'react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { PanelPane, type PanelPaneProps } from '#consoles/dashboards/PanelPane.tsx'
import { MINUTE } from '#lib/time.ts'
import type { Panel } from '#lib/panel.ts'
import { BASE, openCloud, type TestCloud } from '../cloud.tsx'

afterEach(cleanup)

let cloud: TestCloud
beforeAll(async () => {
  cloud = await openCloud({ scenario: 'company', seed: 1, window: 10 * MINUTE, groups: [] })
})

const durations: Panel = {
  title: 'Durations',
  targets: [
    { namespace: 'AWS/Lambda', metricName: 'Duration', dimensions: { FunctionName: 'orders-api' }, statistic: 'Average', period: 60 },
  ],
}

let held: Panel
function Holder({ start, ...props }: { readonly start: Panel } & Partial<PanelPaneProps>) {
  const [panel, setPanel] = useState(start)
  useEffect(() => void (held = panel), [panel])
  const { account, range } = cloud.world
  return (
    <PanelPane
      variant="exercise"
      transport={cloud.transport}
      base={BASE}
      account={account}
      range={range}
      panel={panel}
      onPanelChange={setPanel}
      {...props}
    />
  )
}

const field = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('combobox', { name })
const text = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
async function fill(box: HTMLElement, value: string) {
  await userEvent.clear(box)
  if (value !== '') await userEvent.type(box, value)
  await userEvent.tab()
}

describe('the panel editor', () => {
  it('draws what CloudWatch answers, and says so in words', async () => {
    render(<Holder start={durations} />)
    expect(await screen.findByText(/^Duration: 10 points, least .* at 2026-/)).toBeDefined()
    expect(screen.getByText('1 line · 10 datapoints')).toBeDefined()
  })

  it('asks again with another statistic and period, and writes figures in the unit', async () => {
    render(<Holder start={durations} />)
    await screen.findByText(/10 datapoints/)
    await fill(field('Period'), '5m')
    expect(await screen.findByText('1 line · 2 datapoints')).toBeDefined()
    await fill(field('Statistic'), 'SampleCount')
    await fill(field('Unit'), 'short')
    expect(held).toMatchObject({ unit: 'short', targets: [{ statistic: 'SampleCount', period: 300 }] })
    expect(await screen.findByText(/: 2 points, least \d\.\d\d K at /)).toBeDefined()
  })

  it('offers what exists: another namespace, its metrics, their dimensions', async () => {
    render(<Holder start={durations} />)
    await screen.findByText(/10 datapoints/)
    await userEvent.click(screen.getByRole('button', { name: /Show Namespace/ }))
    await userEvent.click(await screen.findByRole('option', { name: 'AWS/SQS' }))
    expect(await screen.findByText(/^Choose a metric/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: /Show Metric/ }))
    await userEvent.click(await screen.findByRole('option', { name: 'NumberOfMessagesSent' }))
    expect(held.targets[0]).toMatchObject({ namespace: 'AWS/SQS', metricName: 'NumberOfMessagesSent' })
    expect(Object.keys(held.targets[0]?.dimensions ?? {})).toEqual(['QueueName'])
  })

  it('takes an option of the list by keys, and a text of one’s own by Enter', async () => {
    render(<Holder start={durations} />)
    await screen.findByText(/10 datapoints/)
    await userEvent.clear(field('Statistic'))
    await userEvent.type(field('Statistic'), 'p9{ArrowDown}{ArrowDown}{Enter}')
    expect(held.targets[0]?.statistic).toBe('p95')
    expect(field('Statistic').value).toBe('p95')
    await userEvent.clear(field('Statistic'))
    await userEvent.type(field('Statistic'), 'tm90{Enter}')
    expect(held.targets[0]?.statistic).toBe('tm90')
  })

  it('says that a metric is found by its whole set of dimensions, and offers the nearest', async () => {
    render(<Holder start={durations} />)
    await screen.findByText(/10 datapoints/)
    await fill(field('Value of FunctionName'), 'nobody')
    const notice = await screen.findByText(/^No Duration has exactly FunctionName = nobody\./)
    expect(notice.textContent).toMatch(/one left out or one too many is another metric/)
    expect(await screen.findByText('No data')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Take FunctionName = load' }))
    expect(held.targets[0]?.dimensions).toEqual({ FunctionName: 'load' })
  })

  it('keeps what it cannot ask in its field, with a sentence, and the last picture', async () => {
    render(<Holder start={durations} />)
    await screen.findByText(/10 datapoints/)
    await fill(field('Period'), '90')
    expect(screen.getByText('expected 1, 5, 10, 20, 30 or a multiple of 60 seconds, found 90')).toBeDefined()
    expect(held.targets[0]?.period).toBe(90)
    await fill(field('Period'), 'soon')
    expect(field('Period').value).toBe('soon')
    expect(screen.getByText('expected a length of time such as 5 minutes, found "soon"')).toBeDefined()
    await fill(field('Statistic'), 'p101')
    expect(field('Statistic').value).toBe('p101')
    expect(screen.getByText('a percentage is 0 to 100, found 101')).toBeDefined()
    await fill(text('Min'), 'low')
    expect(text('Min').value).toBe('low')
    expect(screen.getByText('expected a number, found "low"')).toBeDefined()
  })

  it('puts queries in another order, doubles and removes them, and keeps the focus', async () => {
    const errors = { namespace: 'AWS/Lambda', metricName: 'Errors', dimensions: { FunctionName: 'load' }, statistic: 'Sum', period: 60 }
    render(<Holder start={{ ...durations, targets: [...durations.targets, errors] }} />)
    const names = () => held.targets.map(({ metricName }) => metricName)
    screen.getByRole('button', { name: 'Move query A down' }).focus()
    await userEvent.keyboard('{Enter}')
    expect(names()).toEqual(['Errors', 'Duration'])
    expect(document.activeElement?.closest('[data-query]')?.getAttribute('data-query')).toBe('1')
    await userEvent.click(screen.getByRole('button', { name: 'Duplicate query A' }))
    expect(names()).toEqual(['Errors', 'Errors', 'Duration'])
    expect(await screen.findByText(/^More than one line is called “load Errors”/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Remove query B' }))
    expect(names()).toEqual(['Errors', 'Duration'])
    await userEvent.click(screen.getByRole('button', { name: 'Add query' }))
    expect(names()).toEqual(['Errors', 'Duration', ''])
  })

  it('draws thresholds, in their colours', async () => {
    render(<Holder start={{ ...durations, unit: 'ms' }} />)
    await screen.findByText(/10 datapoints/)
    await fill(text('New threshold'), '1500')
    expect(held.thresholds).toEqual([{ value: 1500, color: 'red' }])
    await userEvent.click(screen.getByRole('button', { name: /Colour of threshold 1/ }))
    await userEvent.click(await screen.findByRole('option', { name: 'Orange' }))
    expect(held.thresholds).toEqual([{ value: 1500, color: 'orange' }])
    await userEvent.click(screen.getByRole('button', { name: 'Remove threshold 1' }))
    expect(held.thresholds).toEqual([])
  })

  it('sets title, axis and legend', async () => {
    render(<Holder start={durations} />)
    await screen.findByText(/10 datapoints/)
    await fill(text('Title'), 'How long')
    await fill(text('Min'), '0')
    await fill(text('Max'), '-5')
    expect(screen.getByText('the axis ends at -5 before it begins at 0')).toBeDefined()
    await fill(text('Max'), '')
    await fill(text('Axis label'), 'wait')
    await userEvent.click(screen.getByRole('checkbox', { name: 'Show the legend' }))
    expect(held).toMatchObject({ title: 'How long', axis: { min: 0, label: 'wait' }, legend: { show: false } })
    expect(held.axis?.max).toBeUndefined()
    expect(screen.getByText('How long', { selector: 'figcaption' })).toBeDefined()
  })

  it('shows a verdict’s problems at their fields', async () => {
    render(
      <Holder
        start={durations}
        problems={[
          { member: 'unit', says: 'these are lengths of time' },
          { member: 'targets.0.statistic', says: 'an average hides the slow ones' },
        ]}
      />,
    )
    const unit = field('Unit')
    expect(
      document.getElementById(unit.getAttribute('aria-describedby') ?? '')?.textContent ??
        within(unit.closest('div') ?? document.body).queryByText(/lengths/),
    ).toBeDefined()
    expect(screen.getByText('these are lengths of time')).toBeDefined()
    expect(screen.getByText('an average hides the slow ones')).toBeDefined()
    await waitFor(() => expect(screen.getByText(/10 datapoints/)).toBeDefined())
  })

  it('links to the full console in its state', () => {
    render(<Holder start={durations} origin={{ account: cloud.world.account, of: 'An exercise' }} />)
    const link = screen.getByRole('link', { name: /Open in the full console/ })
    const query = new URLSearchParams(link.getAttribute('href')?.split('?')[1])
    expect(JSON.parse(query.get('panel') ?? '')).toEqual(durations)
    expect(query.get('start')).toBe(String(cloud.world.range.start))
  })
})
