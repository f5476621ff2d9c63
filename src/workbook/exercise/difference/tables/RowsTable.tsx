import type { Cell, RowDifference, RowsDifference } from '#grading/verdict.ts'
import { compactRows, type CompactRows } from './compact-rows.ts'
import styles from './RowsTable.module.css'

/** The first differing rows as yours beside expected, the differing cell marked; one table where one column differs, else a table a row. */
export function RowsTable({ difference }: { readonly difference: RowsDifference }) {
  const compact = compactRows(difference)
  const [first, ...rest] = difference.rows
  return (
    <div className={styles.figure}>
      {compact !== undefined ? (
        <CompactTable table={compact} />
      ) : (
        first !== undefined && <RowTable row={first} columns={difference.columns} />
      )}
      {compact === undefined && rest.length > 0 && (
        <details>
          <summary>{rest.length === 1 ? 'One more row' : `${rest.length} more rows`}</summary>
          <div className={styles.figure}>
            {rest.map((row, index) => (
              <RowTable key={index} row={row} columns={difference.columns} />
            ))}
          </div>
        </details>
      )}
      {difference.folded > 0 && <p className={styles.more}>and {difference.folded} more</p>}
    </div>
  )
}

function CompactTable({ table }: { readonly table: CompactRows }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{table.key}</th>
          <th scope="col">
            <span className="visually-hidden">{table.column}, </span>yours
          </th>
          <th scope="col">
            <span className="visually-hidden">{table.column}, </span>expected
          </th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <code>{row.key}</code>
            </th>
            <CellElement cell={row.yours} isYours />
            <CellElement cell={row.expected} isYours={false} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const words: Readonly<Record<RowDifference['state'], string>> = {
  missing: 'missing from yours',
  extra: 'only in yours',
  changed: '',
  moved: 'what stands in this place',
}

function RowTable({ row, columns }: { readonly row: RowDifference; readonly columns: readonly string[] }) {
  const cellCount = Math.max(row.yours?.length ?? 0, row.expected?.length ?? 0)
  const names = Array.from({ length: cellCount }, (_, index) => columns[index] ?? `column ${index + 1}`)
  return (
    <table className={styles.table}>
      {words[row.state] !== '' && <caption>{words[row.state]}</caption>}
      <thead>
        <tr>
          <th scope="col">column</th>
          {row.yours !== undefined && <th scope="col">yours</th>}
          {row.expected !== undefined && <th scope="col">expected</th>}
        </tr>
      </thead>
      <tbody>
        {names.map((name, index) => (
          <tr key={index}>
            <th scope="row">{name}</th>
            {row.yours !== undefined && <CellElement cell={row.yours[index]} isYours />}
            {row.expected !== undefined && <CellElement cell={row.expected[index]} isYours={false} />}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function CellElement({ cell, isYours }: { readonly cell: Cell | undefined; readonly isYours: boolean }) {
  const differs = cell?.differs === true
  return (
    <td className={differs ? (isYours ? styles.differs : styles.wanted) : undefined}>
      {cell === undefined || cell.text === '' ? <span className={styles.nothing}>nothing</span> : cell.text}
    </td>
  )
}
