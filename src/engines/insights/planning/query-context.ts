import type { Query } from '#languages/insights/ast.ts'
import type { EvaluationContext } from '#languages/insights/function-entry.ts'
import type { LookupTableStore } from '#stores/lookup-table-store.ts'
import type { InnerQuery } from '../running/inner-query.ts'

/** What the commands of a query may reach besides its own events. */
export type QueryContext = EvaluationContext & {
  readonly tables: Pick<LookupTableStore, 'all' | 'find'>
  /** The queries in its parentheses, by their trees. */
  readonly inner: ReadonlyMap<Query, InnerQuery>
  /** The query cannot go on, and why: found only when the data is there. */
  readonly fail: (reason: string) => void
}
