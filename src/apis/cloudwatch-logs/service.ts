import type { Service } from '#lib/operation/service.ts'
import type { LogsContext } from './context.ts'
import { filterLogEventsOperations } from './operations/filter-log-events.ts'
import { getLogEventsOperations } from './operations/get-log-events.ts'
import { liveTailOperations } from './operations/live-tail.ts'
import { logGroupOperations } from './operations/log-groups.ts'
import { logRecordOperations } from './operations/log-records.ts'
import { logStreamOperations } from './operations/log-streams.ts'
import { lookupTableOperations } from './operations/lookup-tables.ts'
import { metricFilterOperations } from './operations/filters/metric-filters.ts'
import { subscriptionFilterOperations } from './operations/filters/subscription-filters.ts'
import { dataProtectionOperations } from './operations/policies/data-protection.ts'
import { fieldIndexOperations } from './operations/policies/field-indexes.ts'
import { putLogEventsOperations } from './operations/put-log-events.ts'
import { queryDefinitionOperations } from './operations/query-definitions.ts'
import { queryOperations } from './operations/queries.ts'
import { tagOperations } from './operations/tags.ts'
import { unsimulated } from './unsimulated.ts'

const operations = [
  ...logGroupOperations,
  ...logStreamOperations,
  ...putLogEventsOperations,
  ...getLogEventsOperations,
  ...filterLogEventsOperations,
  ...queryOperations,
  ...queryDefinitionOperations,
  ...logRecordOperations,
  ...liveTailOperations,
  ...metricFilterOperations,
  ...subscriptionFilterOperations,
  ...lookupTableOperations,
  ...dataProtectionOperations,
  ...fieldIndexOperations,
  ...tagOperations,
]

export const logs: Service<LogsContext> = {
  signingName: 'logs',
  title: 'CloudWatch Logs',
  target: 'Logs_20140328',
  jsonVersion: '1.1',
  protocols: ['json'],
  operations: new Map(operations.map((operation) => [operation.name, operation])),
  unsimulated,
}
