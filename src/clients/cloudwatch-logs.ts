import type { Millis } from '#lib/time.ts'
import { allPages } from './all-pages.ts'
import { awsCaller, typedCalls, type AwsClientOptions } from './aws/aws-request.ts'
import type {
  DescribedLogGroup,
  DescribedLogStream,
  DescribedMetricFilter,
  FilteredLogEvent,
  FilterLogEventsInput,
  NewQueryDefinition,
  OutputLogEvent,
  QueryDefinition,
  QueryResults,
  QueryStatistics,
  Tags,
  TestedMatch,
} from './cloudwatch-logs-shapes.ts'
import { pause } from './pause.ts'

export { AwsError } from './aws/aws-error.ts'
export type * from './cloudwatch-logs-shapes.ts'

export type LogsClient = ReturnType<typeof createLogsClient>

/** CloudWatch Logs over HTTP, as one account sees it. Every refusal is an `AwsError`. */
export function createLogsClient(options: AwsClientOptions) {
  const { account } = options
  const call = awsCaller(options, { signingName: 'logs', target: 'Logs_20140328', jsonVersion: '1.1' })
  const typed = typedCalls(call)

  const filterLogEvents = typed<FilterLogEventsInput, FilterPage>('FilterLogEvents')
  const describeLogGroups = typed<
    { readonly logGroupNamePrefix?: string; readonly nextToken?: string; readonly limit?: number },
    GroupsPage
  >('DescribeLogGroups')
  const startQuery = typed<StartQueryInput, { readonly queryId: string }>('StartQuery')
  const getQueryResults = typed<{ readonly queryId: string; readonly nextToken?: string }, QueryResults>('GetQueryResults')
  const stopQuery = typed<{ readonly queryId: string }, { readonly success: boolean }>('StopQuery')

  return {
    account,
    call,
    describeLogGroups,
    filterLogEvents,
    startQuery,
    getQueryResults,
    stopQuery,
    createLogGroup: typed<{ readonly logGroupName: string }, object>('CreateLogGroup'),
    createLogStream: typed<{ readonly logGroupName: string; readonly logStreamName: string }, object>('CreateLogStream'),
    describeLogStreams: typed<DescribeLogStreamsInput, StreamsPage>('DescribeLogStreams'),
    putLogEvents: typed<PutLogEventsInput, { readonly nextSequenceToken: string }>('PutLogEvents'),
    getLogEvents: typed<GetLogEventsInput, EventsPage>('GetLogEvents'),
    getLogRecord: typed<{ readonly logRecordPointer: string }, { readonly logRecord: Readonly<Record<string, string>> }>('GetLogRecord'),
    testMetricFilter: typed<
      { readonly filterPattern: string; readonly logEventMessages: readonly string[] },
      { readonly matches: readonly TestedMatch[] }
    >('TestMetricFilter'),
    deleteLogGroup: typed<{ readonly logGroupName: string }, object>('DeleteLogGroup'),
    putRetentionPolicy: typed<{ readonly logGroupName: string; readonly retentionInDays: number }, object>('PutRetentionPolicy'),
    deleteRetentionPolicy: typed<{ readonly logGroupName: string }, object>('DeleteRetentionPolicy'),
    listTagsForResource: typed<{ readonly resourceArn: string }, { readonly tags: Tags }>('ListTagsForResource'),
    tagResource: typed<{ readonly resourceArn: string; readonly tags: Tags }, object>('TagResource'),
    untagResource: typed<{ readonly resourceArn: string; readonly tagKeys: readonly string[] }, object>('UntagResource'),
    describeMetricFilters: typed<
      { readonly logGroupName?: string; readonly nextToken?: string },
      { readonly metricFilters: readonly DescribedMetricFilter[]; readonly nextToken?: string }
    >('DescribeMetricFilters'),
    putMetricFilter: typed<Omit<DescribedMetricFilter, 'creationTime'>, object>('PutMetricFilter'),
    deleteMetricFilter: typed<{ readonly logGroupName: string; readonly filterName: string }, object>('DeleteMetricFilter'),
    describeQueryDefinitions: typed<
      { readonly queryDefinitionNamePrefix?: string; readonly nextToken?: string },
      { readonly queryDefinitions: readonly QueryDefinition[]; readonly nextToken?: string }
    >('DescribeQueryDefinitions'),
    putQueryDefinition: typed<NewQueryDefinition, { readonly queryDefinitionId: string }>('PutQueryDefinition'),
    deleteQueryDefinition: typed<{ readonly queryDefinitionId: string }, { readonly success: boolean }>('DeleteQueryDefinition'),

    /** Every group, page by page. */
    allLogGroups: (signal?: AbortSignal): Promise<readonly DescribedLogGroup[]> =>
      allPages(async (nextToken) => {
        const found = await describeLogGroups({ nextToken }, signal)
        return { items: found.logGroups, next: found.nextToken }
      }),

    /** Page after page, empty ones too, so that whoever waits sees that the search goes on; ends early by `signal` or by leaving the loop. */
    async *filterAll(input: FilterLogEventsInput, signal?: AbortSignal): AsyncGenerator<readonly FilteredLogEvent[]> {
      for (let nextToken = input.nextToken; ;) {
        const found = await filterLogEvents({ ...input, nextToken }, signal)
        yield found.events
        if (found.nextToken === undefined) return
        nextToken = found.nextToken
      }
    },

    /** Starts a query and follows it to its end; `signal` stops it there too. */
    async runQuery({ query, groups, start, end, limit, signal, onProgress }: RunQuery): Promise<QueryOutcome> {
      const window = { startTime: Math.floor(start / 1000), endTime: Math.floor(end / 1000) }
      const names = groups.length > 0 ? { logGroupNames: groups } : {}
      const { queryId } = await startQuery({ ...window, ...names, queryString: query, limit }, signal)
      const stop = (): void => void stopQuery({ queryId }).catch(() => undefined)
      signal?.addEventListener('abort', stop, { once: true })
      try {
        for (let wait = 4; ; wait = Math.min(wait * 2, 250)) {
          const found = await getQueryResults({ queryId }, signal)
          if (found.status !== 'Running' && found.status !== 'Scheduled')
            return { queryId, ...(await withAllPages(queryId, found, signal)) }
          onProgress?.(found)
          await pause(wait, signal)
        }
      } finally {
        signal?.removeEventListener('abort', stop)
      }
    },
  }

  async function withAllPages(queryId: string, first: QueryResults, signal: AbortSignal | undefined): Promise<QueryResults> {
    if (first.nextToken === undefined) return first
    const others = await allPages(async (nextToken) => {
      const found = await getQueryResults({ queryId, nextToken }, signal)
      return { items: found.results, next: found.nextToken }
    }, first.nextToken)
    return { ...first, results: [...first.results, ...others] }
  }
}

type GroupsPage = { readonly logGroups: readonly DescribedLogGroup[]; readonly nextToken?: string }
type StreamsPage = { readonly logStreams: readonly DescribedLogStream[]; readonly nextToken?: string }
type FilterPage = { readonly events: readonly FilteredLogEvent[]; readonly nextToken?: string }
type EventsPage = { readonly events: readonly OutputLogEvent[]; readonly nextForwardToken: string; readonly nextBackwardToken: string }

type DescribeLogStreamsInput = {
  readonly logGroupName: string
  readonly logStreamNamePrefix?: string
  readonly orderBy?: 'LogStreamName' | 'LastEventTime'
  readonly descending?: boolean
  readonly limit?: number
  readonly nextToken?: string
}

type PutLogEventsInput = {
  readonly logGroupName: string
  readonly logStreamName: string
  readonly logEvents: readonly { readonly timestamp: Millis; readonly message: string }[]
}

type GetLogEventsInput = {
  readonly logGroupName: string
  readonly logStreamName: string
  readonly startTime?: Millis
  readonly endTime?: Millis
  readonly startFromHead?: boolean
  readonly limit?: number
  readonly nextToken?: string
}

type StartQueryInput = {
  readonly logGroupName?: string
  readonly logGroupNames?: readonly string[]
  readonly queryString: string
  /** Seconds, both inclusive. */
  readonly startTime: number
  readonly endTime: number
  readonly limit?: number
}

/** `start` and `end` in milliseconds; CloudWatch takes whole seconds, the end's included. */
export type RunQuery = {
  readonly query: string
  readonly groups: readonly string[]
  readonly start: Millis
  readonly end: Millis
  readonly limit?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (partial: QueryResults) => void
}

export type QueryOutcome = QueryResults & { readonly queryId: string; readonly statistics: QueryStatistics }
