import type { Service } from '#lib/operation/service.ts'
import type { CloudWatchContext } from './context.ts'
import { cloudwatchName } from './name.ts'
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
  ...cloudwatchName,
  operations: new Map(operations.map((operation) => [operation.name, operation])),
  unsimulated,
}
