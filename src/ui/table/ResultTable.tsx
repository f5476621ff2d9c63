import { IconChevronRight } from '@tabler/icons-react'
import { Fragment, useMemo, useState, type ReactNode } from 'react'
import { LogText } from '#ui/log/LogText.tsx'
import { cell, columnsOf, type Row } from './columns.ts'
import { PAGE, Pager } from './Pager.tsx'
import { useRoving } from './use-roving.ts'
import styles from './ResultTable.module.css'

type ResultTableProps = {
  readonly label: string
  readonly rows: readonly Row[]
  /** The order of columns where the query says it. */
  readonly columns?: readonly string[]
  /** What an open row shows; no row opens without it. */
  detail?(row: Row): ReactNode
}

/** A query's rows: figures to the right, one Tab stop, a hundred rows a page, each row opens. */
export function ResultTable({ label, rows, columns: known, detail }: ResultTableProps) {
  const columns = useMemo(() => columnsOf(rows, known), [rows, known])
  const [page, setPage] = useState(0)
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const roving = useRoving()
  const toggle = (at: number) => {
    const next = new Set(open)
    if (!next.delete(at)) next.add(at)
    setOpen(next)
  }
  const first = page * PAGE
  return (
    <>
      <div className={styles.scroller}>
        {/* The keys walk among the buttons inside, which are what has the focus. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <table className={styles.table} aria-label={label} onKeyDown={roving.onKeyDown}>
          <thead>
            <tr>
              {detail === undefined ? null : (
                <th className={styles.opener}>
                  <span className="visually-hidden">Open</span>
                </th>
              )}
              {columns.map((column) => (
                <th key={column.name} scope="col" data-numeric={column.isNumeric || undefined}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(first, first + PAGE).map((row, offset) => {
              const at = first + offset
              const isOpen = open.has(at)
              return (
                <Fragment key={at}>
                  <tr className={styles.row}>
                    {detail === undefined ? null : (
                      <td className={styles.opener}>
                        <button
                          type="button"
                          data-row
                          aria-expanded={isOpen}
                          aria-label={`Row ${at + 1}`}
                          className={styles.toggle}
                          tabIndex={roving.tabIndex(offset)}
                          onFocus={() => roving.onFocus(offset)}
                          onClick={() => toggle(at)}
                        >
                          <IconChevronRight size={16} stroke={1.8} aria-hidden="true" />
                        </button>
                      </td>
                    )}
                    {columns.map((column) => (
                      <td key={column.name} data-numeric={column.isNumeric || undefined}>
                        <LogText text={cell(row, column.name) ?? ''} />
                      </td>
                    ))}
                  </tr>
                  {isOpen && detail ? (
                    <tr>
                      <td className={styles.detail} colSpan={columns.length + 1}>
                        {detail(row)}
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              )
            })}
          </tbody>
        </table>
      </div>
      <Pager page={page} size={rows.length} unit="rows" onPage={setPage} />
    </>
  )
}
