import type { Millis } from '#lib/time.ts'
import { Changes } from './changes.ts'

/** What a lookup table says: a row has a cell for each column, an empty one where the file had none. */
export type TableContent = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

export type LookupTable = TableContent & {
  readonly lookupTableName: string
  readonly description?: string
  readonly kmsKeyId?: string
  /** The CSV as it was given. */
  readonly tableBody: string
  readonly sizeBytes: number
  readonly lastUpdatedTime: Millis
}

/** The lookup tables of one account. */
export class LookupTableStore {
  private readonly tables = new Map<string, LookupTable>()
  /** Tells the name of a table that changed, came or went. */
  readonly changes = new Changes()

  /** By name. */
  all(): readonly LookupTable[] {
    return [...this.tables.values()].sort((left, right) => (left.lookupTableName < right.lookupTableName ? -1 : 1))
  }

  find(name: string): LookupTable | undefined {
    return this.tables.get(name)
  }

  put(table: LookupTable): void {
    this.tables.set(table.lookupTableName, table)
    this.changes.tell(table.lookupTableName)
  }

  delete(name: string): boolean {
    const isGone = this.tables.delete(name)
    if (isGone) this.changes.tell(name)
    return isGone
  }
}
