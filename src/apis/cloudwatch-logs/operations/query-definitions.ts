import { notFound } from '../api-error.ts'
import { logGroupName, nextToken, queryId, required } from '../input/members.ts'
import { operation } from '../operation.ts'
import { page } from '../paging.ts'

const name = { type: 'string', min: 1, max: 255, pattern: '[^:*/]+(/[^:*/]+)*' } as const
const unknown = 'The specified query definition does not exist.'

const putQueryDefinition = operation(
  'PutQueryDefinition',
  {
    queryLanguage: { type: 'string', oneOf: ['CWLI', 'SQL', 'PPL'] },
    name: { ...name, ...required },
    queryDefinitionId: queryId,
    logGroupNames: { type: 'list', of: logGroupName },
    queryString: { type: 'string', min: 1, max: 10000, required: true },
    clientToken: { type: 'string' },
  },
  (input, context) => {
    if (input.queryDefinitionId !== undefined && !context.resources.queryDefinition(input.queryDefinitionId)) throw notFound(unknown)
    const queryDefinitionId = input.queryDefinitionId ?? context.newId()
    context.resources.putQueryDefinition({
      queryDefinitionId,
      name: input.name,
      queryString: input.queryString,
      lastModified: context.clock.now(),
      logGroupNames: input.logGroupNames,
    })
    return { queryDefinitionId }
  },
)

const describeQueryDefinitions = operation(
  'DescribeQueryDefinitions',
  {
    queryLanguage: { type: 'string', oneOf: ['CWLI', 'SQL', 'PPL'] },
    queryDefinitionNamePrefix: name,
    maxResults: { type: 'integer', min: 1, max: 1000 },
    nextToken,
  },
  (input, context) => {
    const all = context.resources
      .queryDefinitions()
      .filter((definition) => definition.name.startsWith(input.queryDefinitionNamePrefix ?? ''))
    const binding = ['DescribeQueryDefinitions', input.queryDefinitionNamePrefix]
    const found = page(all, (definition) => definition.queryDefinitionId, {
      binding,
      limit: input.maxResults ?? 1000,
      token: input.nextToken,
    })
    return { queryDefinitions: found.items, nextToken: found.nextToken }
  },
)

const deleteQueryDefinition = operation('DeleteQueryDefinition', { queryDefinitionId: { ...queryId, ...required } }, (input, context) => {
  if (!context.resources.deleteQueryDefinition(input.queryDefinitionId)) throw notFound(unknown)
  return { success: true }
})

export const queryDefinitionOperations = [putQueryDefinition, describeQueryDefinitions, deleteQueryDefinition]
