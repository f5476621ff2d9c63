import type { Cell, RowDifference, RowsDifference } from '#grading/verdict.ts'
import styles from './RowsTable.module.css'

/** The first differing rows: shared cells once, the rest as yours beside expected, the differing cell marked. */
export function RowsTable({ difference }: { readonly difference: RowsDifference }) {
  const { columns, rows, folded } = difference
  return (
    <div className={styles.figure}>
      {rows.map((row, index) => (
        <RowTable key={index} row={row} columns={columns} />
      ))}
      {folded > 0 && <p className={styles.more}>and {folded} more</p>}
    </div>
  )
}

const words: Readonly<Record<RowDifference['state'], string>> = {
  missing: 'missing from yours',
  extra: 'only in yours',
  changed: '',
  moved: 'in another place',
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
