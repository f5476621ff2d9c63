// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect, useState } from 'react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { AlarmPane } from '#consoles/alarms/AlarmPane.tsx'
import { formatValue } from '#consoles/alarms/figure.ts'
import { withStatistic } from '#consoles/alarms/form/alarm-choices.ts'
import { readNumber } from '#consoles/alarms/form/NumberField.tsx'
import { formatSpan } from '#consoles/alarms/state-words.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import { HOUR, MINUTE, SECOND } from '#lib/time.ts'
import { BASE, openCloud, type TestCloud } from './cloud.tsx'

afterEach(cleanup)

beforeAll(() => {
  // jsdom lays nothing out: a plot is as wide as this says
  globalThis.ResizeObserver = class {
    readonly tell: ResizeObserverCallback
    constructor(tell: ResizeObserverCallback) {
      this.tell = tell
    }
    observe(): void {
      this.tell([{ contentRect: { width: 900 } } as ResizeObserverEntry], this)
    }
    unobserve(): void {}
    disconnect(): void {}
  }
})

const night = {
  scenario: 'pipeline',
  seed: 3,
  window: 2 * HOUR,
  groups: [],
  with: { from: '02:30', every: '1m' },
  faults: { queueing: { at: '03:10', for: '41m' } },
}

const start: MetricAlarm = {
  Namespace: 'AWS/Lambda',
  MetricName: 'Duration',
  Dimensions: [{ Name: 'FunctionName', Value: 'load' }],
  ExtendedStatistic: 'p95',
  Period: 60,
  EvaluationPeriods: 3,
  DatapointsToAlarm: 3,
  Threshold: 800,
  ComparisonOperator: 'GreaterThanThreshold',
  TreatMissingData: 'notBreaching',
}

/** What the holder of the pane has. */
const held: { alarm: MetricAlarm } = { alarm: start }

function Holder({ cloud, alarm: given = start, fixed = [] }: { cloud: TestCloud; alarm?: MetricAlarm; fixed?: readonly string[] }) {
  const [alarm, setAlarm] = useState(given)
  useEffect(() => {
    held.alarm = alarm
  })
  return (
    <AlarmPane
      variant="exercise"
      transport={cloud.transport}
      base={BASE}
      account={cloud.world.account}
      range={cloud.world.range}
      alarm={alarm}
      onAlarmChange={setAlarm}
      fixed={fixed}
    />
  )
}

const inAlarm = (words: RegExp) => screen.findByText(words)
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const why = () => screen.findByRole('region', { name: /^Why / })

/** What stands under a field, as a screen reader is told it. */
function describedBy(element: HTMLElement): string {
  return (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ')
}

describe('the alarm pane', () => {
  it('counts how often and how long it was in alarm, and explains the first change', async () => {
    render(<Holder cloud={await openCloud(night)} />)
    expect(await inAlarm(/^In alarm: 1 time, \d+ min$/)).toBeDefined()
    const panel = await why()
    expect(within(panel).getByRole('heading').textContent).toMatch(/^Why is it in alarm at 03:1\d\?$/)
    const slots = () =>
      within(panel)
        .getAllByRole('listitem')
        .map((slot) => slot.textContent ?? '')
    expect(slots()).toHaveLength(5)
    // the unit is read beside the states, and may come after them
    await waitFor(() => {
      for (const slot of slots().slice(-3)) expect(slot).toMatch(/ms03:\d\d counts: breaches$/)
    })
    expect(slots()[0]).toMatch(/not used$/)
  })

  it('counts anew when a field changes', async () => {
    render(<Holder cloud={await openCloud(night)} />)
    await inAlarm(/^In alarm: 1 time/)
    const user = userEvent.setup()
    await user.clear(field('Threshold'))
    await user.type(field('Threshold'), '5000')
    expect(await inAlarm(/^In alarm: never$/)).toBeDefined()
    expect(held.alarm.Threshold).toBe(5000)
    expect((await why()).textContent).toMatch(/Why is it OK at/)
  })

  it('says at the field what cannot be, keeps what was typed, and keeps the last states with a word', async () => {
    render(<Holder cloud={await openCloud(night)} />)
    await inAlarm(/^In alarm: 1 time/)
    await userEvent.clear(field('Threshold'))
    expect(describedBy(field('Threshold'))).toMatch(/expected a number/)
    fireEvent.change(field('Threshold'), { target: { value: '1e999' } })
    expect(describedBy(field('Threshold'))).toBe('expected a finite number, found "1e999"')
    expect(field('Threshold').value).toBe('1e999')
    expect(screen.getByText('These are the states of the last alarm that could be read.')).toBeDefined()
    expect(screen.getByText(/^In alarm: 1 time/)).toBeDefined()
    fireEvent.change(field('Threshold'), { target: { value: '800' } })
    await waitFor(() => expect(screen.queryByText(/^These are the states of the last/)).toBeNull())
  })

  it('refuses more datapoints than periods, and a period that is no whole minute, each at its field', async () => {
    render(<Holder cloud={await openCloud(night)} />)
    await inAlarm(/^In alarm: 1 time/)
    const user = userEvent.setup()
    await user.clear(field('Datapoints to alarm, M'))
    await user.type(field('Datapoints to alarm, M'), '4')
    expect(describedBy(field('Datapoints to alarm, M'))).toMatch(/4 of 3 cannot be/)
    const period = screen.getByRole('combobox', { name: 'Period' })
    await user.clear(period)
    await user.type(period, '90{Enter}')
    expect(held.alarm.Period).toBe(90)
    await waitFor(() => expect(describedBy(screen.getByRole('combobox', { name: 'Period' }))).toMatch(/60/))
    expect(held.alarm.DatapointsToAlarm).toBe(4)
  })

  it('moves the threshold with the arrow keys of its handle', async () => {
    render(<Holder cloud={await openCloud(night)} />)
    const handle = await screen.findByRole('slider', { name: 'Threshold' })
    expect(handle.getAttribute('aria-valuetext')).toMatch(/^800/)
    handle.focus()
    await userEvent.keyboard('{ArrowUp}')
    expect(held.alarm.Threshold).toBeGreaterThan(800)
    const once = held.alarm.Threshold ?? 0
    await userEvent.keyboard('{PageDown}')
    expect(held.alarm.Threshold).toBeLessThan(once - 5 * (once - 800))
    expect(field('Threshold').value).toBe(String(held.alarm.Threshold))
  })

  it('is dragged without a word to its holder until the pointer lets go', async () => {
    render(<Holder cloud={await openCloud(night)} />)
    const handle = await screen.findByRole('slider', { name: 'Threshold' })
    await inAlarm(/^In alarm: 1 time/)
    handle.setPointerCapture = () => undefined
    fireEvent.pointerDown(handle, { button: 0, clientY: 100, pointerId: 1 })
    fireEvent.pointerMove(handle, { clientY: 20, pointerId: 1 })
    const shown = Number(handle.getAttribute('aria-valuenow'))
    expect(shown).toBeGreaterThan(800)
    expect(held.alarm.Threshold).toBe(800)
    fireEvent.pointerUp(handle, { clientY: 20, pointerId: 1 })
    expect(held.alarm.Threshold).toBe(shown)
  })

  it('walks along its states by keys, and says each', async () => {
    render(<Holder cloud={await openCloud(night)} />)
    await inAlarm(/^In alarm: 1 time/)
    const band = screen.getByRole('slider', { name: 'States over time' })
    expect(band.getAttribute('aria-valuetext')).toMatch(/^In alarm from 03:1\d to 03:5\d UTC, \d+ min, 2 of 3$/)
    band.focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(band.getAttribute('aria-valuetext')).toMatch(/^OK from 03:5\d to 04:30 UTC.*3 of 3$/)
    await waitFor(async () => expect((await why()).textContent).toMatch(/Why is it OK at 03:5\d\?/))
  })

  it('shows what is fixed as text, and a form for what is not', async () => {
    render(<Holder cloud={await openCloud(night)} fixed={['Namespace', 'MetricName', 'Dimensions', 'ExtendedStatistic', 'Period']} />)
    await inAlarm(/^In alarm: 1 time/)
    expect(screen.queryByRole('combobox', { name: 'Period' })).toBeNull()
    expect(screen.getByText('1 minute')).toBeDefined()
    expect(field('Threshold').value).toBe('800')
  })

  it('says where no datapoint is', async () => {
    render(<Holder cloud={await openCloud(night)} alarm={{ ...start, MetricName: 'Durations' }} />)
    expect(await screen.findByText(/No datapoint of this metric in this time/)).toBeDefined()
  })
})

describe('the words of the pane', () => {
  it('reads numbers as people write them, and no others', () => {
    expect(['1 000', '1,000', '1e3', '.5', '-2', '1\u2009000.25'].map(readNumber)).toEqual([1000, 1000, 1000, 0.5, -2, 1000.25])
    expect(['', '10ms', 'Infinity', '1e999', '1,00', 'NaN'].map(readNumber)).toEqual(Array.from({ length: 6 }, () => undefined))
  })

  it('puts a statistic into its own member and leaves out what only a percentile may say', () => {
    const low = { ...start, EvaluateLowSampleCountPercentile: 'ignore' as const }
    expect(withStatistic(low, 'p99')).toMatchObject({ ExtendedStatistic: 'p99', EvaluateLowSampleCountPercentile: 'ignore' })
    const average = withStatistic(low, 'Average')
    expect(average.Statistic).toBe('Average')
    expect(Object.keys(average)).not.toContain('ExtendedStatistic')
    expect(Object.keys(average)).not.toContain('EvaluateLowSampleCountPercentile')
  })

  it('keeps every digit of a whole number', () => {
    expect(formatValue(1_234_567)).toBe('1\u2009234\u2009567')
  })

  it('writes figures in groups and spans in two units', () => {
    expect(formatValue(12_345.678, 'ms')).toBe('12\u2009346\u00a0ms')
    expect(formatValue(0.25, '%')).toBe('0.25%')
    expect([54 * MINUTE, HOUR + 20 * MINUTE, 30 * SECOND, 0].map(formatSpan)).toEqual(['54 min', '1 h 20 min', '30 s', '0 s'])
  })
})
