import { createExecution, resolveSource } from '#engines/insights/index.ts'
import { check, parse } from '#languages/insights/index.ts'
import type { Query, Source } from '#languages/insights/ast.ts'
import { hasErrors, type Diagnostic } from '#lib/text/diagnostic.ts'
import type { LogGroup } from '#stores/log-store.ts'
import { ApiError } from '#lib/operation/api-error.ts'
import { invalidParameter, invalidToken, notFound, notSimulated } from '../api-error.ts'
import type { LogsContext } from '../context.ts'
import { eventsLimit, logGroupIdentifier, logGroupName, nextToken, queryId, required, timestamp } from '../members.ts'
import { operation } from '../operation.ts'
import { decodeToken, encodeToken, page } from '../paging/paging.ts'
import type { QueryRun } from '../query-runs.ts'
import { groupNameOf, requireGroup } from '../resource-name.ts'

const queryLanguage = { type: 'string', oneOf: ['CWLI', 'SQL', 'PPL'] } as const
const statuses = ['Scheduled', 'Running', 'Complete', 'Failed', 'Cancelled', 'Timeout', 'Unknown'] as const
const MOST_GROUPS = 50
const ROWS_A_PAGE = 10_000

const startQuery = operation(
  'StartQuery',
  {
    queryLanguage,
    logGroupName,
    logGroupNames: { type: 'list', of: logGroupName },
    logGroupIdentifiers: { type: 'list', of: logGroupIdentifier },
    startTime: { ...timestamp, ...required },
    endTime: { ...timestamp, ...required },
    queryString: { type: 'string', max: 10000, required: true },
    limit: { ...eventsLimit, max: 100_000 },
  },
  (input, context) => {
    if (input.queryLanguage !== undefined && input.queryLanguage !== 'CWLI')
      throw notSimulated(`the query language ${input.queryLanguage}`, 'CWLI is, the Logs Insights query language')
    if (input.endTime < input.startTime) throw invalidParameter('endTime must not be before startTime.')
    const query = compile(input.queryString)
    const groups = chooseGroups(context, input, query)
    const window = { start: input.startTime * 1000, end: input.endTime * 1000 + 999 }
    const { accountId, region, clock } = context
    const logGroupNames = groups.map((group) => group.name)
    const read = new Set(logGroupNames)
    const others = {
      groups: (source: Source) => {
        const found = groupsOfSource(context, source)
        for (const { name } of found) read.add(name)
        return found
      },
      tables: context.resources.lookupTables,
    }
    const made = createExecution({ query, groups, accountId, region, ...window, now: clock.now(), limit: input.limit, others })
    if ('diagnostics' in made) throw malformed(made.diagnostics)
    const shownQuery = withSource(logGroupNames, window, input.queryString, query.source)
    const run = { id: context.newId(), shownQuery, logGroupNames, groupsScanned: read.size, execution: made.value }
    return { queryId: context.queries.start(run, context.clock, context).id }
  },
)

function compile(queryString: string): Query {
  const { ast, diagnostics } = parse(queryString)
  if (hasErrors(diagnostics)) throw malformed(diagnostics)
  const found = check(ast)
  if (hasErrors(found)) throw malformed(found)
  return ast
}

/** The first error's place goes into `queryCompileError`; the end lies behind its last character. */
function malformed(diagnostics: readonly Diagnostic[]): ApiError {
  const first = diagnostics.find(({ severity }) => severity === 'error') ?? diagnostics[0]
  if (first === undefined) throw new Error('cannot refuse a query: no diagnostic says why')
  const message = first.hint === undefined ? first.message : `${first.message}; ${first.hint}`
  const location = { startCharOffset: first.from, endCharOffset: first.to }
  return new ApiError('MalformedQueryException', message, 400, { queryCompileError: { location, message } })
}

/** The query as DescribeQueries tells it: with its groups and its time, where it does not say them itself. */
function withSource(
  names: readonly string[],
  window: { readonly start: number; readonly end: number },
  text: string,
  source?: Source,
): string {
  const time = `START=${window.start} END=${window.end}`
  if (source === undefined) return `SOURCE ${names.map((name) => `"${name}"`).join(', ')} ${time} | ${text}`
  return Object.keys(source.options).length > 0 ? text : `${text.slice(0, source.to)} ${time}${text.slice(source.to)}`
}

type GroupParameters = {
  readonly logGroupName?: string
  readonly logGroupNames?: readonly string[]
  readonly logGroupIdentifiers?: readonly string[]
}

function chooseGroups(context: LogsContext, input: GroupParameters, query: Query): readonly LogGroup[] {
  const given = [input.logGroupName, input.logGroupNames, input.logGroupIdentifiers].filter((value) => value !== undefined)
  if (query.source) {
    if (given.length > 0) throw invalidParameter('A query with a SOURCE command takes no log groups beside it.')
    return groupsOfSource(context, query.source)
  }
  if (given.length !== 1) throw invalidParameter('Exactly one of logGroupName, logGroupNames and logGroupIdentifiers must be given.')
  const names = (input.logGroupName === undefined ? (input.logGroupNames ?? input.logGroupIdentifiers ?? []) : [input.logGroupName]).map(
    groupNameOf,
  )
  if (names.length === 0 || names.length > MOST_GROUPS)
    throw invalidParameter(`A query takes 1 to ${MOST_GROUPS} log groups, not ${names.length}.`)
  return [...new Set(names)].map((name) => groupForQuery(context, name))
}

function groupForQuery(context: LogsContext, name: string): LogGroup {
  const group = context.logs.group(name)
  if (group === undefined) throw notFound(`Log group '${name}' does not exist for account ID '${context.accountId}'`)
  return group
}

function groupsOfSource(context: LogsContext, source: Source): readonly LogGroup[] {
  const known = { ...source, groups: source.groups.map(groupNameOf) }
  const { names, missing } = resolveSource(known, context.logs.groups(), context.accountId)
  return [...names, ...missing].map((name) => groupForQuery(context, name))
}

function requireRun(context: LogsContext, id: string): QueryRun {
  const run = context.queries.run(id)
  if (run === undefined) throw notFound(`The specified query does not exist: ${id}`)
  return run
}

const getQueryResults = operation(
  'GetQueryResults',
  {
    queryId: { ...queryId, ...required },
    nextToken: { type: 'string', max: 1024 },
    maxItems: { type: 'integer', min: 0, max: ROWS_A_PAGE },
  },
  (input, context) => {
    const run = requireRun(context, input.queryId)
    const binding = ['GetQueryResults', run.id]
    const from = input.nextToken === undefined ? 0 : Number(decodeToken(binding, input.nextToken) ?? Number.NaN)
    if (Number.isNaN(from)) throw invalidToken()
    const { rows } = run.execution.results()
    const end = from + (input.maxItems || ROWS_A_PAGE)
    return {
      queryLanguage: 'CWLI',
      results: rows.slice(from, end),
      statistics: statistics(run, rows.length),
      status: run.status,
      failureReason: run.execution.failure(),
      nextToken: run.status !== 'Running' && end < rows.length ? encodeToken(binding, String(end)) : undefined,
    }
  },
)

/** `recordsTotal` is ours, as `failureReason` is: how many records there are to scan, for a progress bar; the vendors' clients pass it over. */
const statistics = (run: QueryRun, resultCount: number) => ({
  ...run.execution.statistics(),
  estimatedRecordsSkipped: 0,
  estimatedBytesSkipped: 0,
  logGroupsScanned: run.groupsScanned,
  resultCount,
})

const stopQuery = operation('StopQuery', { queryId: { ...queryId, ...required } }, (input, context) => {
  const run = requireRun(context, input.queryId)
  if (run.status !== 'Running') throw invalidParameter(`The query has already ended with status ${run.status}.`)
  run.status = 'Cancelled'
  return { success: true }
})

const describeQueries = operation(
  'DescribeQueries',
  {
    logGroupName,
    status: { type: 'string', oneOf: statuses },
    maxResults: { type: 'integer', min: 1, max: 1000 },
    nextToken,
    queryLanguage,
  },
  (input, context) => {
    if (input.logGroupName !== undefined) requireGroup(context, input.logGroupName)
    const runs = context.queries
      .all()
      .filter((run) => input.logGroupName === undefined || run.logGroupNames.includes(input.logGroupName))
      .filter((run) => input.status === undefined || run.status === input.status)
      .filter(() => input.queryLanguage === undefined || input.queryLanguage === 'CWLI')
    const binding = ['DescribeQueries', input.logGroupName, input.status, input.queryLanguage]
    const found = page(runs, (run) => run.id, { binding, limit: input.maxResults ?? 1000, token: input.nextToken })
    return { queries: found.items.map(describe), nextToken: found.nextToken }
  },
)

const describe = (run: QueryRun) => ({
  queryLanguage: 'CWLI',
  queryId: run.id,
  queryString: run.shownQuery,
  status: run.status,
  createTime: run.createTime,
  logGroupName: run.logGroupNames[0],
  queryDuration: run.duration,
  bytesScanned: run.execution.statistics().bytesScanned,
})

export const queryOperations = [startQuery, getQueryResults, stopQuery, describeQueries]
