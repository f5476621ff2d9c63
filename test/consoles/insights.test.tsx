// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { countedBy } from '#consoles/insights/chart/counted.ts'
import { InsightsPane } from '#consoles/insights/InsightsPane.tsx'
import { awsCommand } from '#consoles/insights/aws-command.ts'
import { stagesOf } from '#consoles/insights/steps/stages.ts'
import { Held, openCloud } from './cloud.tsx'

afterEach(cleanup)

const practice = { scenario: 'practice', seed: 1 }
const results = () => screen.findByRole('table', { name: 'Results' })
const query = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Logs Insights query' })
const tab = (name: RegExp) => userEvent.click(screen.getByRole('tab', { name }))

describe('the insights pane', () => {
  it('runs at open and says what was read', async () => {
    render(<Held Pane={InsightsPane} cloud={await openCloud(practice)} start={'stats count(*) as n by msg.statusCode\n| sort n desc'} />)
    expect(await screen.findByText(/^100 of 100 events matched · .* scanned · .* ms$/)).toBeDefined()
    const rows = within(await results()).getAllByRole('row')
    expect(rows).toHaveLength(3)
    expect(within(await results()).getByRole('columnheader', { name: 'n' })).toBeDefined()
    expect(screen.getByRole('tab', { name: 'Results 2' })).toBeDefined()
  })

  it('opens a row on the whole record behind it', async () => {
    render(<Held Pane={InsightsPane} cloud={await openCloud(practice)} start="fields level | limit 1" />)
    await results()
    await userEvent.click(screen.getByRole('button', { name: 'Row 1' }))
    expect(await screen.findByText('msg.executionTime')).toBeDefined()
    expect(screen.getByText('@message')).toBeDefined()
    expect(screen.queryByText('@ptr')).toBeNull()
  })

  it('puts a refusal where it is', async () => {
    render(<Held Pane={InsightsPane} cloud={await openCloud(practice)} start="filer level = 1" />)
    expect(await screen.findByText('Logs Insights refuses this query')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Go to character 1' }))
    expect([query().selectionStart, query().selectionEnd]).toEqual([0, 0])
    expect(document.activeElement).toBe(query())
  })

  it('offers to count where nothing is counted', async () => {
    render(<Held Pane={InsightsPane} cloud={await openCloud(practice)} start="fields @message" />)
    await results()
    await tab(/Chart/)
    expect(screen.getByText('This query counts nothing yet')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Add it to my query' }))
    expect(query().value).toBe('fields @message\n| stats count(*) as events by bin(5m)')
  })

  it('draws what was counted, in words and as a table too', async () => {
    render(<Held Pane={InsightsPane} cloud={await openCloud(practice)} start="stats count(*) as n by level" />)
    await results()
    await tab(/Chart/)
    expect(await screen.findByText(/^n: 2 points, least \d+ at ERROR, greatest \d+ at INFO\.$/)).toBeDefined()
    expect(screen.getByRole('table', { name: 'n, as a table' })).toBeDefined()
  })

  it('lists the fields and puts one into the query', async () => {
    render(<Held Pane={InsightsPane} cloud={await openCloud(practice)} start="fields " />)
    await tab(/Fields/)
    const field = await screen.findByRole('button', { name: 'msg.statusCode' })
    query().setSelectionRange(7, 7)
    await userEvent.click(field)
    expect(query().value).toBe('fields msg.statusCode')
  })

  it('steps through the query: the rows after each command', async () => {
    render(
      <Held
        Pane={InsightsPane}
        cloud={await openCloud(practice)}
        start={'filter level = "ERROR"\n| stats count(*) as n by level\n| limit 1'}
      />,
    )
    await results()
    await tab(/Steps/)
    expect(await screen.findByText('1 → 1 row')).toBeDefined()
    expect(screen.getByText('100 events')).toBeDefined()
    expect(screen.getByText(/^100 → \d+ rows$/)).toBeDefined()
    expect(screen.getByText('keep')).toBeDefined()
    expect(screen.getByText('group')).toBeDefined()
  })

  it('names each stage by what it does to the rows', () => {
    const stages = stagesOf('fields a | filter a = 1 | parse @message "x*" as b\n| sort b | dedup b | limit 3')
    expect(stages.map((stage) => stage.verb)).toEqual(['select', 'keep', 'read', 'order', 'one of each', 'limit'])
    expect(stages[1]?.query).toMatch(/^fields a \| filter a = 1 ?$/)
  })

  it('draws one chart for each thing counted, a line for each key over time', () => {
    const row = (values: Readonly<Record<string, string>>) => Object.entries(values).map(([field, value]) => ({ field, value }))
    const rows = [
      row({ 'bin(5m)': '2026-03-04 09:05:00.000', branch: 'york', n: '2', slow: '7.5' }),
      row({ 'bin(5m)': '2026-03-04 09:00:00.000', branch: 'york', n: '1' }),
    ]
    const { charts } = countedBy('stats count(*) as n, avg(ms) as slow by bin(5m), branch', rows)
    expect(charts.map((chart) => [chart.kind, chart.title])).toEqual([
      ['time', 'n'],
      ['time', 'slow'],
    ])
    expect(charts[1]?.series).toEqual([{ label: 'york', points: [{ x: Date.parse('2026-03-04T09:05:00Z'), y: 7.5 }] }])
    expect(countedBy('fields a', rows).charts).toEqual([])
  })

  it('writes the same query for the vendor’s command line, in whole seconds', () => {
    const command = awsCommand('/g', { start: 1_000_000, end: 2_000_000 }, 'fields @message\n| limit 1')
    expect(command).toContain('--start-time 1000 ')
    expect(command).toContain('--end-time 1999 ')
    expect(command).toContain("--query-string 'fields @message\n| limit 1'")
    expect(command).toContain('get-query-results --query-id "$query_id"')
  })
})
