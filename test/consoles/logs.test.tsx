// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { LogsPane } from '#consoles/logs/LogsPane.tsx'
import { awsCommand } from '#consoles/logs/aws-command.ts'
import type { PaneResult } from '#ui/pane/pane-props.ts'
import { Held, openCloud } from './cloud.tsx'

afterEach(cleanup)

const practice = { scenario: 'practice', seed: 1 }
const lines = () => within(screen.getByRole('list', { name: 'Log events' })).getAllByRole('listitem')
const pattern = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Filter pattern' })

describe('the logs pane', () => {
  it('runs at open, says how many events are kept, and marks what matched', async () => {
    render(<Held Pane={LogsPane} cloud={await openCloud(practice)} start="{ $.msg.statusCode = 500 }" />)
    const status = await screen.findByText(/^\d+ of 100 events kept$/)
    const kept = Number(status.textContent?.split(' ')[0])
    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThan(100)
    expect(lines()).toHaveLength(kept)
    await screen.findAllByText('500', { selector: 'mark' })
    for (const line of lines()) expect(line.textContent).toContain('"statusCode":500')
  })

  it('runs again with Enter and tells its holder', async () => {
    const results: PaneResult[] = []
    render(<Held Pane={LogsPane} cloud={await openCloud(practice)} start="" onRun={(result) => results.push(result)} />)
    await screen.findByText('100 of 100 events kept')
    await userEvent.type(pattern(), 'ERROR{Enter}')
    await screen.findByText(/^(?!100)\d+ of 100 events kept$/)
    expect(results.at(-1)).toMatchObject({ text: 'ERROR', total: 100, count: lines().length })
  })

  it('looks at one stream of several, and at all of them again', async () => {
    const cloud = await openCloud({ scenario: 'pipeline', seed: 1, window: 12 * 3_600_000, groups: ['/aws/lambda/extract'] })
    render(<Held Pane={LogsPane} cloud={cloud} start="REPORT" />)
    await screen.findByText('18 of 72 events kept')
    await userEvent.click(await screen.findByRole('button', { name: /Log stream/ }))
    const [all, first] = await screen.findAllByRole('option')
    expect(all?.textContent).toBe('All 3 streams')
    if (first === undefined) throw new Error('no stream is offered')
    await userEvent.click(first)
    await screen.findByText('3 of 12 events kept')
    await userEvent.click(screen.getByRole('button', { name: /Log stream/ }))
    await userEvent.click(await screen.findByRole('option', { name: 'All 3 streams' }))
    await screen.findByText('18 of 72 events kept')
  })

  it('says that the count is the last run’s once the pattern has changed', async () => {
    render(<Held Pane={LogsPane} cloud={await openCloud(practice)} start="" />)
    await screen.findByText('100 of 100 events kept')
    await userEvent.type(pattern(), 'x')
    expect(screen.getByText('100 of 100 events kept by the last run')).toBeDefined()
  })

  it('shows dropped lines among the kept ones, each with the word', async () => {
    render(<Held Pane={LogsPane} cloud={await openCloud(practice)} start="ERROR" />)
    await screen.findByText(/of 100 events kept/)
    const kept = lines().length
    await userEvent.click(screen.getByRole('checkbox', { name: 'Show what was dropped' }))
    expect(lines()).toHaveLength(100)
    expect(screen.getAllByText('kept:')).toHaveLength(kept)
    expect(screen.getAllByText('dropped:')).toHaveLength(100 - kept)
  })

  it('opens a line: why it is kept, its JSON, when it came', async () => {
    render(<Held Pane={LogsPane} cloud={await openCloud(practice)} start="{ $.level = ERROR }" />)
    await screen.findAllByText('ERROR', { selector: 'mark' })
    await userEvent.click(screen.getByRole('button', { name: 'Event 1' }))
    expect(screen.getByText('ingestionTime')).toBeDefined()
    expect(screen.getByText(/"statusCode": \d+/)).toBeDefined()
    expect(screen.getByRole('button', { name: 'Copy message' })).toBeDefined()
  })

  it('refuses a broken pattern with the product’s own words, and the place', async () => {
    render(<Held Pane={LogsPane} cloud={await openCloud(practice)} start="{ $.level = }" />)
    expect(await screen.findByText('CloudWatch Logs refuses this pattern')).toBeDefined()
    expect(screen.getByText('Invalid filter pattern')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: /Go to character/ }))
    expect(document.activeElement).toBe(pattern())
  })

  it('says what an empty result means', async () => {
    render(<Held Pane={LogsPane} cloud={await openCloud(practice)} start="nothinglikeit" />)
    expect(await screen.findByText('No event is kept')).toBeDefined()
  })

  it('shows a log line that holds HTML as text', async () => {
    const lines = [{ group: '/aws/lambda/practice', message: '<b id="planted">planted</b>' }]
    const { container } = render(<Held Pane={LogsPane} cloud={await openCloud({ ...practice, lines })} start="planted" />)
    await screen.findAllByText('planted', { selector: 'mark' })
    expect(container.querySelector('#planted')).toBeNull()
  })

  it('shows every line on a slide and follows its text', async () => {
    render(<Held Pane={LogsPane} cloud={await openCloud({ ...practice, size: 6 })} start="" variant="slide" />)
    await screen.findByText('6 of 6 events kept')
    await userEvent.type(pattern(), 'nothinglikeit')
    await screen.findByText('0 of 6 events kept')
    expect(lines()).toHaveLength(6)
  })

  it('checks from anywhere in the pane', async () => {
    let checks = 0
    render(<Held Pane={LogsPane} cloud={await openCloud(practice)} start="" onCheck={() => void checks++} />)
    await screen.findByText('100 of 100 events kept')
    screen.getByRole('button', { name: 'Event 1' }).focus()
    await userEvent.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}')
    expect(checks).toBe(1)
  })

  it('writes the same search for the vendor’s command line', () => {
    const range = { start: 1000, end: 2000 }
    expect(awsCommand('/aws/lambda/practice', range, `{ $.a = "it's" }`)).toBe(
      [
        'aws logs filter-log-events',
        '  --log-group-name /aws/lambda/practice',
        '  --start-time 1000',
        '  --end-time 1999',
        `  --filter-pattern '{ $.a = "it'\\''s" }'`,
      ].join(' \\\n'),
    )
  })
})
