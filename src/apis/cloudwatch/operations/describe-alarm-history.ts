import { page } from '#lib/operation/paging.ts'
import type { HistoryItem } from '#stores/alarm-store.ts'
import { alarmName, alarmTypes, maxRecords } from '../alarms/members.ts'
import { invalidNextToken } from '../api-error.ts'
import { nextToken, timestamp } from '../members.ts'
import { operation } from '../operation.ts'

const PAGE = 100

const itemTypes = ['ConfigurationUpdate', 'StateUpdate', 'Action', 'AlarmContributorStateUpdate', 'AlarmContributorAction'] as const

const describeAlarmHistory = operation(
  'DescribeAlarmHistory',
  {
    AlarmName: alarmName,
    AlarmContributorId: { type: 'string', min: 1, max: 16 },
    AlarmTypes: alarmTypes,
    HistoryItemType: { type: 'string', oneOf: itemTypes },
    StartDate: timestamp,
    EndDate: timestamp,
    MaxRecords: maxRecords,
    NextToken: nextToken,
    ScanBy: { type: 'string', oneOf: ['TimestampDescending', 'TimestampAscending'] },
  },
  (input, { alarms }) => {
    const { MaxRecords, NextToken, ...filter } = input
    const numbered = alarms.history(input.AlarmName).map((item, number) => ({ item, number }))
    const chosen = numbered.filter(({ item }) => isAsked(item, filter))
    const found = page(input.ScanBy === 'TimestampAscending' ? chosen : chosen.toReversed(), keyOf, {
      binding: ['DescribeAlarmHistory', filter],
      limit: MaxRecords ?? PAGE,
      token: NextToken,
      refuse: invalidNextToken,
    })
    return { AlarmHistoryItems: found.items.map(({ item }) => describe(item)), NextToken: found.nextToken }
  },
)

type Filter = {
  readonly AlarmContributorId?: string
  readonly AlarmTypes?: readonly string[]
  readonly HistoryItemType?: string
  readonly StartDate?: number
  readonly EndDate?: number
}

/** Without a word about types the items of metric alarms come, and there are no others. */
function isAsked({ at, kind }: HistoryItem, filter: Filter): boolean {
  const { AlarmTypes = ['MetricAlarm'], HistoryItemType: type, StartDate: start = -Infinity, EndDate: end = Infinity } = filter
  if (filter.AlarmContributorId !== undefined || !(AlarmTypes.length === 0 || AlarmTypes.includes('MetricAlarm'))) return false
  return (type === undefined || kind === type) && at >= start && at <= end
}

/** The same place whatever is written behind it. */
const keyOf = ({ item, number }: { readonly item: HistoryItem; readonly number: number }): string =>
  `${item.alarmName} ${item.at} ${number}`

const describe = ({ alarmName: name, at, kind, summary, data }: HistoryItem) => ({
  AlarmName: name,
  AlarmType: 'MetricAlarm',
  Timestamp: new Date(at),
  HistoryItemType: kind,
  HistorySummary: summary,
  HistoryData: data,
})

export const describeAlarmHistoryOperations = [describeAlarmHistory]
