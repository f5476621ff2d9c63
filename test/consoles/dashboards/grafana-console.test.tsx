// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useCallback, useEffect, useState } from 'react'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createGrafanaClient } from '#clients/grafana.ts'
import { GrafanaConsole } from '#consoles/dashboards/GrafanaConsole.tsx'
import { readDashboard } from '#consoles/dashboards/dialogs/ImportDialog.tsx'
import { MINUTE } from '#lib/time.ts'
import type { ConsoleQuery } from '#ui/console/console-props.ts'
import { BASE, openCloud, type TestCloud } from '../cloud.tsx'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await openCloud({ scenario: 'company', seed: 1, window: 10 * MINUTE, groups: [] })
})
beforeEach(() => sessionStorage.clear())
afterEach(cleanup)

const client = () => createGrafanaClient({ transport: cloud.transport, base: BASE, account: cloud.world.account })

let link: URLSearchParams
function Opened({ start = {} }: { readonly start?: Record<string, string> }) {
  const [query, setQuery] = useState(() => new URLSearchParams(start))
  useEffect(() => void (link = query), [query])
  const change = useCallback((changes: ConsoleQuery) => {
    setQuery((before) => {
      const next = new URLSearchParams(before)
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined) next.delete(name)
        else next.set(name, value)
      }
      return next
    })
  }, [])
  const members = (query: ConsoleQuery = {}) =>
    Object.entries(query).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]))
  const { account, range, now } = cloud.world
  return (
    <GrafanaConsole
      transport={cloud.transport}
      base={BASE}
      account={account}
      whose="The world of a test"
      isKept={false}
      range={range}
      now={now}
      path="grafana"
      query={query}
      onQueryChange={change}
      href={(path, query) => `#/consoles/${path}?${new URLSearchParams(members(query)).toString()}`}
      go={(_, query) => setQuery(new URLSearchParams(members(query)))}
    />
  )
}

const panel = (title: string, more: object = {}) => ({
  id: 1,
  type: 'timeseries',
  title,
  gridPos: { x: 0, y: 0, w: 12, h: 8 },
  targets: [
    {
      refId: 'A',
      namespace: 'AWS/Lambda',
      metricName: 'Invocations',
      dimensions: { FunctionName: ['orders-api'] },
      statistic: 'Sum',
      period: '60',
    },
  ],
  ...more,
})

const button = (name: string | RegExp) => screen.getByRole('button', { name })

describe('the list of dashboards', () => {
  it('says what would be there, then lists what was saved, and deletes it', async () => {
    render(<Opened />)
    expect(await screen.findByText('No dashboard yet')).toBeDefined()
    cleanup()
    await client().save({ dashboard: { title: 'Queues', uid: 'queues', panels: [] } })
    render(<Opened />)
    expect((await screen.findByRole('link', { name: 'Queues' })).getAttribute('href')).toBe('#/consoles/grafana?uid=queues')
    await userEvent.click(button('Delete Queues'))
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete' }))
    expect(await screen.findByText('No dashboard yet')).toBeDefined()
  })
})

describe('a dashboard', () => {
  it('draws its time series, and says of every other panel what it is', async () => {
    const text = { id: 2, type: 'text', title: 'Read me', gridPos: { x: 12, y: 0, w: 12, h: 8 } }
    const other = { id: 3, type: 'timeseries', title: 'Rate', targets: [{ refId: 'A', expr: 'up', datasource: { type: 'prometheus' } }] }
    await client().save({ dashboard: { title: 'Mixed', uid: 'mixed', panels: [panel('Invocations'), text, other] } })
    render(<Opened start={{ uid: 'mixed' }} />)
    expect(await screen.findByText(/^Invocations: 10 points/)).toBeDefined()
    expect(screen.getByText('This is a text panel. It is kept in the dashboard as it is, and not drawn here.')).toBeDefined()
    expect(screen.getByText('This is a time series of prometheus. It is kept in the dashboard as it is, and not drawn here.')).toBeDefined()
    expect(screen.queryByText('Not saved yet')).toBeNull()
  })

  it('is edited, outlives a reload unsaved, and is saved with nothing lost', async () => {
    const known = { title: 'Edited', uid: 'edited', panels: [panel('Before', { description: 'kept', any: { thing: 1 } })], unknown: [1] }
    await client().save({ dashboard: known })
    render(<Opened start={{ uid: 'edited' }} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Menu of Before' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Edit' }))
    expect(link.get('edit')).toBe('panels.0')
    fireEvent.change(screen.getByRole('textbox', { name: 'Title' }), { target: { value: 'After' } })
    fireEvent.blur(screen.getByRole('textbox', { name: 'Title' }))
    expect(screen.getByText('Not saved yet')).toBeDefined()
    cleanup()
    render(<Opened start={{ uid: 'edited' }} />)
    expect(await screen.findByRole('heading', { name: 'After' })).toBeDefined()
    await userEvent.click(button('Save'))
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save' }))
    await screen.findByRole('heading', { name: 'After' })
    expect(await screen.findByRole('button', { name: 'Save' })).toBeDefined()
    const { dashboard } = await client().dashboard('edited')
    expect(dashboard).toEqual({ ...known, id: dashboard.id, version: 2, panels: [{ ...known.panels[0], title: 'After' }] })
    expect(screen.queryByText('Not saved yet')).toBeNull()
  })

  it('that somebody else saved meanwhile is not saved over without asking', async () => {
    await client().save({ dashboard: { title: 'Shared', uid: 'shared', panels: [panel('Mine')] } })
    render(<Opened start={{ uid: 'shared' }} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Menu of Mine' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Duplicate' }))
    await client().save({ dashboard: { title: 'Shared', uid: 'shared', version: 1, panels: [] } })
    await userEvent.click(button('Save'))
    const dialog = within(screen.getByRole('dialog'))
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
    expect(await dialog.findByText(/^Somebody else saved this dashboard/)).toBeDefined()
    await userEvent.click(dialog.getByRole('button', { name: 'Save over it' }))
    await screen.findByRole('button', { name: 'Export' })
    expect((await client().dashboard('shared')).dashboard).toMatchObject({
      version: 3,
      panels: [{ title: 'Mine' }, { title: 'Mine', id: 2 }],
    })
  })

  it('fills in its variables from what exists, and asks again when another is chosen', async () => {
    const list = [{ name: 'fn', label: 'Function', type: 'query', query: 'dimension_values($region,AWS/Lambda,Invocations,FunctionName)' }]
    const varied = panel('Runs of $fn', {
      targets: [
        {
          refId: 'A',
          namespace: 'AWS/Lambda',
          metricName: 'Invocations',
          dimensions: { FunctionName: '$fn' },
          statistic: 'Sum',
          period: 'auto',
        },
      ],
    })
    await client().save({ dashboard: { title: 'Varied', uid: 'varied', templating: { list }, panels: [varied] } })
    render(<Opened start={{ uid: 'varied', 'var-fn': 'fulfil' }} />)
    expect(await screen.findByRole('heading', { name: 'Runs of fulfil' })).toBeDefined()
    await userEvent.click(button(/Function/))
    await userEvent.click(await screen.findByRole('option', { name: 'orders-api' }))
    expect(link.get('var-fn')).toBe('orders-api')
    expect(await screen.findByRole('heading', { name: 'Runs of orders-api' })).toBeDefined()
  })

  it('says that there is none of this name', async () => {
    render(<Opened start={{ uid: 'nobody' }} />)
    expect(await screen.findByText('This dashboard cannot be opened')).toBeDefined()
    expect(screen.getByText(/Dashboard not found/)).toBeDefined()
  })
})

describe('a new dashboard', () => {
  it('begins with the panel a link brings, in the editor', async () => {
    const target = { namespace: 'AWS/Lambda', metricName: 'Errors', dimensions: { FunctionName: 'fulfil' }, statistic: 'Sum', period: 60 }
    render(<Opened start={{ panel: JSON.stringify({ title: 'Out of an exercise', unit: 'short', targets: [target] }) }} />)
    expect(await screen.findByRole('heading', { name: 'Edit panel' })).toBeDefined()
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' }).value).toBe('Out of an exercise')
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Value of FunctionName' }).value).toBe('fulfil')
    expect(link.get('panel')).toBeNull()
  })

  it('passes a broken link over', async () => {
    render(<Opened start={{ panel: '{"targets": [1]}' }} />)
    expect(await screen.findByRole('heading', { name: 'Dashboards' })).toBeDefined()
  })
})

describe('an import', () => {
  it.each([
    ['{', /^this is no JSON: /],
    ['[1]', /^this JSON is no dashboard/],
    ['{"kind": "Dashboard", "spec": {}}', /newer resource form/],
  ])('says what is wrong with %s', (text, says) => {
    expect(readDashboard(text)).toMatch(says)
  })

  it('is a dashboard with all its members, not saved yet', async () => {
    render(<Opened />)
    await userEvent.click(await screen.findByRole('button', { name: 'Import' }))
    const file = { uid: 'imported', title: 'From a file', panels: [panel('Invocations')], __inputs: [{ name: 'DS' }], id: 7 }
    fireEvent.change(screen.getByRole('textbox', { name: 'or its text' }), {
      target: { value: JSON.stringify({ dashboard: file, meta: {} }) },
    })
    expect(screen.getByText(/^“From a file” with 1 panels/)).toBeDefined()
    await userEvent.click(button('Load'))
    expect(await screen.findByRole('heading', { name: 'From a file' })).toBeDefined()
    expect(screen.getByText('Not saved yet')).toBeDefined()
    await userEvent.click(button('Save'))
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save' }))
    await screen.findByRole('button', { name: 'Export' })
    const { dashboard } = await client().dashboard('imported')
    expect(dashboard).toEqual({ ...file, id: dashboard.id, version: 1 })
    expect(link.get('uid')).toBe('imported')
  })
})
