import type { TextRange } from '#lib/text/text-range.ts'
import type { ShownLine } from '../verdict.ts'

/** What a program gave on one world. */
export type Outcome = Table | Events | Refused

export type CellValue = string | null

export type Table = {
  readonly kind: 'table'
  readonly columns: readonly string[]
  readonly rows: readonly (readonly CellValue[])[]
  /** Lines the query's filters kept, of all it read. */
  readonly matched: number
  readonly total: number
  readonly bytes: number
}

export type Events = { readonly kind: 'events'; readonly events: readonly ShownLine[]; readonly total: number }

export type Refused = { readonly kind: 'refused'; readonly message: string; readonly range?: TextRange }
