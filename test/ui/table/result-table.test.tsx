// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { columnsOf } from '#ui/table/columns.ts'
import { ResultTable } from '#ui/table/ResultTable.tsx'

afterEach(cleanup)

const row = (values: Readonly<Record<string, string>>) => Object.entries(values).map(([field, value]) => ({ field, value }))

describe('a result table', () => {
  it('sets a column of figures to the right, and only such a column', () => {
    const rows = [row({ branch: 'leeds', slow: '412.0159', mixed: '1' }), row({ branch: 'york', slow: '3e2', mixed: 'n/a', '@ptr': 'x' })]
    expect(columnsOf(rows)).toEqual([
      { name: 'branch', isNumeric: false },
      { name: 'slow', isNumeric: true },
      { name: 'mixed', isNumeric: false },
    ])
  })

  it('draws a hundred of ten thousand rows and turns the page', async () => {
    render(<ResultTable label="Results" rows={Array.from({ length: 10_000 }, (_, at) => row({ n: String(at) }))} />)
    const table = screen.getByRole('table', { name: 'Results' })
    expect(within(table).getAllByRole('row')).toHaveLength(101)
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }))
    expect(within(table).getByText('100')).toBeDefined()
    expect(screen.getByText(/101 to 200 of 10\s000 rows/)).toBeDefined()
  })

  it('is one Tab stop; arrows walk, Enter opens a row', async () => {
    render(
      <ResultTable
        label="Results"
        rows={[row({ a: '1' }), row({ a: '2' }), row({ a: '3' })]}
        detail={(opened) => <p>whole {opened[0]?.value}</p>}
      />,
    )
    await userEvent.tab()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Row 1' }))
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(screen.getByText('whole 2')).toBeDefined()
    await userEvent.keyboard('{End}')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Row 3' }))
    await userEvent.tab()
    expect(document.activeElement).toBe(document.body)
  })
})
