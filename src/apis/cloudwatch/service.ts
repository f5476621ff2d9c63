import type { Service } from '#lib/operation/service.ts'
import type { CloudWatchContext } from './context.ts'
import { getMetricDataOperations } from './operations/get-metric-data.ts'
import { getMetricStatisticsOperations } from './operations/get-metric-statistics.ts'
import { listMetricsOperations } from './operations/list-metrics.ts'
import { putMetricDataOperations } from './operations/put-metric-data.ts'
import { alarmTagOperations } from './operations/alarm-tags.ts'
import { changeAlarmsOperations } from './operations/change-alarms.ts'
import { describeAlarmHistoryOperations } from './operations/describe-alarm-history.ts'
import { describeAlarmsOperations } from './operations/describe-alarms.ts'
import { putMetricAlarmOperations } from './operations/put-metric-alarm.ts'
import { unsimulated } from './unsimulated.ts'

const operations = [
  ...putMetricDataOperations,
  ...getMetricDataOperations,
  ...getMetricStatisticsOperations,
  ...listMetricsOperations,
  ...alarmTagOperations,
  ...changeAlarmsOperations,
  ...describeAlarmHistoryOperations,
  ...describeAlarmsOperations,
  ...putMetricAlarmOperations,
]

export const cloudwatch: Service<CloudWatchContext> = {
  signingName: 'monitoring',
  title: 'CloudWatch',
  target: 'GraniteServiceVersion20100801',
  jsonVersion: '1.0',
  errorNamespace: 'com.amazonaws.cloudwatch',
  query: { version: '2010-08-01', xmlNamespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/' },
  protocols: ['query', 'json', 'cbor'],
  operations: new Map(operations.map((operation) => [operation.name, operation])),
  unsimulated,
}
