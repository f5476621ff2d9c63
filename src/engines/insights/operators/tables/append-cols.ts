import type { AppendCols } from '#languages/insights/ast.ts'
import type { Planner } from '../../planning/planner.ts'
import { missing, valueReader, type Reader } from '../../reader.ts'

/** `appendcols`: the other query's columns beside the rows, first to first; a field that a row has stays, unless it is told to override. */
export function planAppendCols(command: AppendCols, planner: Planner): void {
  const inner = planner.context.inner.get(command.subquery.query)
  if (inner === undefined) return planner.refuse('insights/nested-query', command, 'a query in parentheses holds no further one')
  planner.isOrdered = true
  planner.extend([], () => ({ add: (row, into) => into.push(row, []) }))
  const columns = inner.titles.map((title) => {
    const own = planner.scope.named(title) ?? missing
    const other = first(command.max, inner.shown(title))
    return { title, reader: command.override ? either(other, own) : either(own, other) }
  })
  for (const { title, reader } of columns) planner.scope.define(title, reader)
  planner.output.add(
    columns,
    columns.map(({ title }) => title),
  )
}

const first = (max: number, reader: Reader): Reader => ({ ...reader, read: (row) => (row < max ? reader.read(row) : null) })

function either(preferred: Reader, other: Reader): Reader {
  if (preferred === missing) return other
  const isRaw = preferred.isRaw === true && other.isRaw === true
  return { ...valueReader((row) => preferred.read(row) ?? other.read(row)), ...(isRaw ? { isRaw } : {}) }
}
