import { readLookupTable } from '#apis/cloudwatch-logs/operations/lookup-tables.ts'
import type { ResourceStore } from '#stores/resource-store.ts'
import type { Shelf } from './shelf.ts'

/** Lookup tables, as the CSV they were made of. */
export const tableShelf = ({ lookupTables }: ResourceStore): Shelf => ({
  kind: 'lookup-table',
  changes: [lookupTables.changes],
  ids: () => lookupTables.all().map(({ lookupTableName }) => lookupTableName),
  write(id) {
    const table = lookupTables.find(id)
    if (table === undefined) return undefined
    const { lookupTableName, description, kmsKeyId, tableBody, lastUpdatedTime } = table
    return { lookupTableName, description, kmsKeyId, tableBody, lastUpdatedTime }
  },
  isReadable: (id, value) => readLookupTable(value)?.lookupTableName === id,
  take(id, value) {
    const table = readLookupTable(value)
    if (table?.lookupTableName !== id) return false
    lookupTables.put(table)
    return true
  },
  remove: (id) => void lookupTables.delete(id),
})
