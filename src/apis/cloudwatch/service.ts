import type { Service } from '#lib/operation/service.ts'
import type { CloudWatchContext } from './context.ts'
import { listMetricsOperations } from './operations/list-metrics.ts'
import { unsimulated } from './unsimulated.ts'

const operations = [...listMetricsOperations]

export const cloudwatch: Service<CloudWatchContext> = {
  signingName: 'monitoring',
  title: 'CloudWatch',
  target: 'GraniteServiceVersion20100801',
  jsonVersion: '1.0',
  query: { version: '2010-08-01', xmlNamespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/' },
  protocols: ['query', 'json', 'cbor'],
  operations: new Map(operations.map((operation) => [operation.name, operation])),
  unsimulated,
}
