import { checkMembers, isRecord } from '#lib/operation/check-input.ts'
import { knownMembers } from '#lib/operation/known-members.ts'
import type { InputOf } from '#lib/operation/shape.ts'
import { writeCsv } from '#lib/text/csv.ts'
import type { LookupTable } from '#stores/lookup-table-store.ts'
import { alreadyExists, invalidParameter, limitExceeded, notFound } from '../api-error.ts'
import type { LogsContext } from '../context.ts'
import { nextToken, queryId, required, resourceArn, tags } from '../members.ts'
import { operation } from '../operation.ts'
import { page } from '../paging/paging.ts'
import { tableArn, tableNameOf } from '../resource-name.ts'
import { readTableBody } from '../table-body.ts'

const MOST_TABLES = 100
const PAGE = 50

const lookupTableName = { type: 'string', min: 1, max: 256, pattern: '^[a-zA-Z0-9_]+$' } as const
const byArn = { lookupTableArn: { ...resourceArn, ...required } } as const
const content = {
  description: { type: 'string', max: 1024 },
  tableBody: { type: 'string' },
  queryId,
  kmsKeyId: { type: 'string', max: 256 },
} as const

type Content = { readonly tableBody?: string; readonly queryId?: string }

const createLookupTable = operation(
  'CreateLookupTable',
  { lookupTableName: { ...lookupTableName, ...required }, ...content, tags },
  (input, context) => {
    const { lookupTables } = context.resources
    const { lookupTableName: name, description, kmsKeyId } = input
    if (lookupTables.find(name) !== undefined) throw alreadyExists('The specified lookup table already exists')
    if (lookupTables.all().length >= MOST_TABLES) throw limitExceeded()
    const table = tableOf(bodyOf(input, context), { name, description, kmsKeyId, now: context.clock.now() })
    lookupTables.put(table)
    const lookupTableArn = tableArn(context, name)
    if (input.tags !== undefined) context.resources.tag(lookupTableArn, input.tags)
    return { lookupTableArn, createdAt: table.lastUpdatedTime }
  },
)

type About = {
  readonly name: string
  readonly description: string | undefined
  readonly kmsKeyId: string | undefined
  readonly now: number
}

function tableOf(tableBody: string, { name, description, kmsKeyId, now }: About): LookupTable {
  const read = readTableBody(tableBody)
  if ('problem' in read) throw invalidParameter(`The table body is not valid: ${read.problem}.`)
  return { lookupTableName: name, description, kmsKeyId: kmsKeyId || undefined, tableBody, lastUpdatedTime: now, ...read }
}

function bodyOf({ tableBody, queryId: id }: Content, context: LogsContext): string {
  if (tableBody !== undefined && id === undefined) return tableBody
  if (tableBody === undefined && id !== undefined) return resultsOf(id, context)
  throw invalidParameter('Exactly one of tableBody and queryId must be given.')
}

/** What a query gave, or had when it was stopped, as CSV. */
function resultsOf(id: string, context: LogsContext): string {
  const run = context.queries.run(id)
  if (run === undefined) throw invalidParameter(`The specified query does not exist: ${id}`)
  if (run.status !== 'Complete' && run.status !== 'Cancelled')
    throw invalidParameter(`A lookup table takes the results of a query that is Complete or Cancelled; this one is ${run.status}.`)
  const { columns, rows } = run.execution.results()
  const cells = rows.map((row) => {
    const byField = new Map(row.map(({ field, value }) => [field, value]))
    return columns.map((column) => byField.get(column) ?? '')
  })
  return writeCsv([columns, ...cells])
}

function requireTable(context: LogsContext, arn: string): LookupTable {
  const name = tableNameOf(context, arn)
  const table = name === undefined ? undefined : context.resources.lookupTables.find(name)
  if (table === undefined) throw notFound('The specified lookup table does not exist.')
  return table
}

const describeLookupTables = operation(
  'DescribeLookupTables',
  { lookupTableNamePrefix: lookupTableName, maxResults: { type: 'integer', min: 1, max: MOST_TABLES }, nextToken },
  (input, context) => {
    const prefix = input.lookupTableNamePrefix ?? ''
    const tables = context.resources.lookupTables.all().filter((table) => table.lookupTableName.startsWith(prefix))
    const request = { binding: ['DescribeLookupTables', prefix], limit: input.maxResults ?? PAGE, token: input.nextToken }
    const found = page(tables, (table) => table.lookupTableName, request)
    return { lookupTables: found.items.map((table) => describe(context, table)), nextToken: found.nextToken }
  },
)

const headOf = (context: LogsContext, table: LookupTable) => ({
  lookupTableArn: tableArn(context, table.lookupTableName),
  lookupTableName: table.lookupTableName,
  description: table.description,
  sizeBytes: table.sizeBytes,
  lastUpdatedTime: table.lastUpdatedTime,
  kmsKeyId: table.kmsKeyId,
})

const describe = (context: LogsContext, table: LookupTable) => ({
  ...headOf(context, table),
  tableFields: table.columns,
  recordsCount: table.rows.length,
})

const getLookupTable = operation('GetLookupTable', byArn, (input, context) => {
  const table = requireTable(context, input.lookupTableArn)
  return { ...headOf(context, table), tableBody: table.tableBody }
})

/** The content is replaced as a whole; a description or key that is not given stays. */
const updateLookupTable = operation('UpdateLookupTable', { ...byArn, ...content }, (input, context) => {
  const old = requireTable(context, input.lookupTableArn)
  const { description = old.description, kmsKeyId = old.kmsKeyId } = input
  const table = tableOf(bodyOf(input, context), { name: old.lookupTableName, description, kmsKeyId, now: context.clock.now() })
  context.resources.lookupTables.put(table)
  return { lookupTableArn: input.lookupTableArn, lastUpdatedTime: table.lastUpdatedTime }
})

const deleteLookupTable = operation('DeleteLookupTable', byArn, (input, context) => {
  const { lookupTableName: name } = requireTable(context, input.lookupTableArn)
  context.resources.lookupTables.delete(name)
  context.resources.forgetTags(tableArn(context, name))
  return undefined
})

const keptMembers = {
  lookupTableName: { ...lookupTableName, ...required },
  ...content,
  tableBody: { type: 'string', required: true },
} as const

/** A table as it was kept or exported, held to what CreateLookupTable takes; nothing where it is broken. */
export function readLookupTable(value: unknown): LookupTable | undefined {
  if (!isRecord(value) || checkMembers(keptMembers, value).length > 0) return undefined
  const { lastUpdatedTime } = value
  if (typeof lastUpdatedTime !== 'number' || !Number.isFinite(lastUpdatedTime)) return undefined
  const { lookupTableName: name, description, kmsKeyId, tableBody } = knownMembers(keptMembers, value) as InputOf<typeof keptMembers>
  const read = readTableBody(tableBody)
  return 'problem' in read ? undefined : { lookupTableName: name, description, kmsKeyId, tableBody, lastUpdatedTime, ...read }
}

export const lookupTableOperations = [createLookupTable, describeLookupTables, getLookupTable, updateLookupTable, deleteLookupTable]
