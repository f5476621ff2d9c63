import { limitExceeded, notFound } from '../api-error.ts'
import { logGroupName, nextToken, queryId, required } from '../members.ts'
import { operation } from '../operation.ts'
import { page } from '../paging.ts'

const name = { type: 'string', min: 1, max: 255 } as const
const queryLanguage = { type: 'string', oneOf: ['CWLI', 'SQL', 'PPL'] } as const
const parameter = {
  type: 'structure',
  members: {
    name: { type: 'string', min: 1, max: 128, pattern: '^[a-zA-Z_][a-zA-Z0-9_]*', required: true },
    defaultValue: { type: 'string', max: 1024 },
    description: { type: 'string', max: 512 },
  },
} as const
const MOST_DEFINITIONS = 1000
const unknown = 'The specified query definition does not exist.'

const putQueryDefinition = operation(
  'PutQueryDefinition',
  {
    queryLanguage,
    name: { ...name, ...required },
    queryDefinitionId: queryId,
    logGroupNames: { type: 'list', of: logGroupName },
    queryString: { type: 'string', min: 1, max: 10000, required: true },
    clientToken: { type: 'string', min: 36, max: 128 },
    parameters: { type: 'list', max: 20, of: parameter },
  },
  (input, context) => {
    if (input.queryDefinitionId !== undefined && !context.resources.queryDefinition(input.queryDefinitionId)) throw notFound(unknown)
    if (input.queryDefinitionId === undefined && context.resources.queryDefinitions().length >= MOST_DEFINITIONS) throw limitExceeded()
    const queryDefinitionId = input.queryDefinitionId ?? context.newId()
    context.resources.putQueryDefinition({
      queryLanguage: input.queryLanguage ?? 'CWLI',
      queryDefinitionId,
      name: input.name,
      queryString: input.queryString,
      lastModified: context.clock.now(),
      logGroupNames: input.logGroupNames,
      parameters: input.parameters,
    })
    return { queryDefinitionId }
  },
)

const describeQueryDefinitions = operation(
  'DescribeQueryDefinitions',
  {
    queryLanguage,
    queryDefinitionNamePrefix: name,
    maxResults: { type: 'integer', min: 1, max: 1000 },
    nextToken,
  },
  (input, context) => {
    const all = context.resources
      .queryDefinitions()
      .filter((definition) => definition.name.startsWith(input.queryDefinitionNamePrefix ?? ''))
      .filter((definition) => input.queryLanguage === undefined || definition.queryLanguage === input.queryLanguage)
    const binding = ['DescribeQueryDefinitions', input.queryDefinitionNamePrefix, input.queryLanguage]
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
