import { checkMembers, isRecord } from '#lib/operation/check-input.ts'
import { knownMembers } from '#lib/operation/known-members.ts'
import type { InputOf } from '#lib/operation/shape.ts'
import type { QueryDefinition } from '#stores/resource-store.ts'
import { limitExceeded, notFound } from '../api-error.ts'
import { logGroupName, nextToken, queryId, required } from '../members.ts'
import { operation } from '../operation.ts'
import { page } from '../paging/paging.ts'

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

const members = {
  queryLanguage,
  name: { ...name, ...required },
  queryDefinitionId: queryId,
  logGroupNames: { type: 'list', of: logGroupName },
  queryString: { type: 'string', min: 1, max: 10000, required: true },
  clientToken: { type: 'string', min: 36, max: 128 },
  parameters: { type: 'list', max: 20, of: parameter },
} as const

const putQueryDefinition = operation('PutQueryDefinition', members, (input, context) => {
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
})

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

/** A definition as it was kept or exported, held to what PutQueryDefinition takes; nothing where it is broken. */
export function readQueryDefinition(value: unknown): QueryDefinition | undefined {
  if (!isRecord(value) || checkMembers(members, value).length > 0) return undefined
  const { lastModified } = value
  const { queryLanguage: language = 'CWLI', queryDefinitionId, ...known } = knownMembers(members, value) as InputOf<typeof members>
  if (queryDefinitionId === undefined || typeof lastModified !== 'number' || !Number.isFinite(lastModified)) return undefined
  const { logGroupNames, parameters, queryString } = known
  return { queryLanguage: language, queryDefinitionId, name: known.name, queryString, lastModified, logGroupNames, parameters }
}

export const queryDefinitionOperations = [putQueryDefinition, describeQueryDefinitions, deleteQueryDefinition]
