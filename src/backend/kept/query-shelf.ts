import { readQueryDefinition } from '#apis/cloudwatch-logs/operations/query-definitions.ts'
import type { ResourceStore } from '#stores/resource-store.ts'
import type { Shelf } from './shelf.ts'

/** Saved queries of Insights. */
export const queryShelf = (resources: ResourceStore): Shelf => ({
  kind: 'saved-query',
  changes: [resources.definitionChanges],
  ids: () => resources.queryDefinitions().map(({ queryDefinitionId }) => queryDefinitionId),
  write: (id) => resources.queryDefinition(id),
  isReadable: (id, value) => readQueryDefinition(value)?.queryDefinitionId === id,
  take(id, value) {
    const definition = readQueryDefinition(value)
    if (definition?.queryDefinitionId !== id) return false
    resources.putQueryDefinition(definition)
    return true
  },
  remove: (id) => void resources.deleteQueryDefinition(id),
})
