import type { Millis } from '#lib/time.ts'

export type DescribedLogGroup = {
  readonly logGroupName: string
  readonly creationTime: Millis
  readonly retentionInDays?: number
  readonly metricFilterCount: number
  readonly storedBytes: number
  readonly arn: string
}

export type DescribedLogStream = {
  readonly logStreamName: string
  readonly creationTime: Millis
  readonly firstEventTimestamp?: Millis
  readonly lastEventTimestamp?: Millis
  readonly lastIngestionTime?: Millis
}

export type OutputLogEvent = { readonly timestamp: Millis; readonly message: string; readonly ingestionTime: Millis }
export type FilteredLogEvent = OutputLogEvent & { readonly logStreamName: string; readonly eventId: string }

export type FilterLogEventsInput = {
  readonly logGroupName: string
  readonly logStreamNames?: readonly string[]
  readonly logStreamNamePrefix?: string
  readonly startTime?: Millis
  /** Inclusive. */
  readonly endTime?: Millis
  readonly filterPattern?: string
  readonly limit?: number
  readonly startFromHead?: boolean
  readonly nextToken?: string
}

type ResultField = { readonly field: string; readonly value: string }

export type QueryStatistics = {
  readonly recordsMatched: number
  readonly recordsScanned: number
  readonly bytesScanned: number
  /** How many there are to scan: ours, for a progress bar. */
  readonly recordsTotal?: number
}

type QueryStatus = 'Scheduled' | 'Running' | 'Complete' | 'Failed' | 'Cancelled' | 'Timeout' | 'Unknown'

export type QueryResults = {
  readonly status: QueryStatus
  /** Why it failed: ours. */
  readonly failureReason?: string
  readonly results: readonly (readonly ResultField[])[]
  readonly statistics: QueryStatistics
  readonly nextToken?: string
}

export type TestedMatch = {
  readonly eventNumber: number
  readonly eventMessage: string
  readonly extractedValues: Readonly<Record<string, string>>
}

export type Tags = Readonly<Record<string, string>>

export type MetricTransformation = {
  readonly metricName: string
  readonly metricNamespace: string
  readonly metricValue: string
  readonly defaultValue?: number
  readonly dimensions?: Readonly<Record<string, string>>
  readonly unit?: string
}

export type DescribedMetricFilter = {
  readonly logGroupName: string
  readonly filterName: string
  readonly filterPattern: string
  readonly creationTime: Millis
  readonly metricTransformations: readonly MetricTransformation[]
}

export type NewQueryDefinition = {
  readonly name: string
  readonly queryString: string
  readonly logGroupNames?: readonly string[]
  /** Takes the place of the one that has it. */
  readonly queryDefinitionId?: string
}

export type QueryDefinition = NewQueryDefinition & { readonly queryDefinitionId: string; readonly lastModified: Millis }
