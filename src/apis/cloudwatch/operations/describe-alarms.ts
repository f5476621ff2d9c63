import { page } from '#lib/operation/paging.ts'
import type { StoredAlarm } from '#stores/alarm-store.ts'
import { alarmName, alarmNames, alarmTypes, dimensions, maxRecords, statistic, stateValue } from '../alarms/members.ts'
import { invalidNextToken, validationError } from '../api-error.ts'
import { metricName, namespace, nextToken, period, required, unit } from '../members.ts'
import { operation } from '../operation.ts'

/** What AWS gives where nobody says how many. */
const PAGE = 50

const describeAlarms = operation(
  'DescribeAlarms',
  {
    AlarmNames: alarmNames,
    AlarmNamePrefix: alarmName,
    AlarmTypes: alarmTypes,
    ChildrenOfAlarmName: alarmName,
    ParentsOfAlarmName: alarmName,
    StateValue: stateValue,
    ActionPrefix: { type: 'string', min: 1, max: 1024 },
    MaxRecords: maxRecords,
    NextToken: nextToken,
  },
  (input, { alarms }) => {
    const { MaxRecords, NextToken, ...filter } = input
    if (filter.AlarmNames !== undefined && filter.AlarmNamePrefix !== undefined)
      throw validationError('AlarmNames and AlarmNamePrefix can not be used together. Only one of them should be present')
    const found = page(alarms.all().filter(filterOf(filter)), ({ settings }) => settings.AlarmName, {
      binding: ['DescribeAlarms', filter],
      limit: MaxRecords ?? PAGE,
      token: NextToken,
      refuse: invalidNextToken,
    })
    return { MetricAlarms: found.items.map(describe), CompositeAlarms: [], NextToken: found.nextToken }
  },
)

type Filter = {
  readonly AlarmNames?: readonly string[]
  readonly AlarmNamePrefix?: string
  readonly AlarmTypes?: readonly string[]
  readonly ChildrenOfAlarmName?: string
  readonly ParentsOfAlarmName?: string
  readonly StateValue?: string
  readonly ActionPrefix?: string
}

/** No alarm here has children or parents, and every one is a metric alarm. */
function filterOf(filter: Filter): (alarm: StoredAlarm) => boolean {
  const { AlarmNames, AlarmNamePrefix = '', AlarmTypes = ['MetricAlarm'], StateValue, ActionPrefix } = filter
  if (filter.ChildrenOfAlarmName !== undefined || filter.ParentsOfAlarmName !== undefined) return () => false
  const names = AlarmNames && new Set(AlarmNames)
  return (alarm) =>
    (AlarmTypes.length === 0 || AlarmTypes.includes('MetricAlarm')) &&
    (names === undefined || names.size === 0 || names.has(alarm.settings.AlarmName)) &&
    alarm.settings.AlarmName.startsWith(AlarmNamePrefix) &&
    (StateValue === undefined || alarm.standing.value === StateValue) &&
    (ActionPrefix === undefined || actionsOf(alarm).some((action) => action.startsWith(ActionPrefix)))
}

const actionsOf = ({ settings }: StoredAlarm): readonly string[] => [
  ...(settings.OKActions ?? []),
  ...(settings.AlarmActions ?? []),
  ...(settings.InsufficientDataActions ?? []),
]

/** A MetricAlarm: what was put, with the lists that were left out as empty ones, and how it stands. */
function describe({ arn, settings, standing, configuredAt }: StoredAlarm) {
  return {
    ...settings,
    AlarmArn: arn,
    AlarmConfigurationUpdatedTimestamp: new Date(configuredAt),
    ActionsEnabled: settings.ActionsEnabled !== false,
    OKActions: settings.OKActions ?? [],
    AlarmActions: settings.AlarmActions ?? [],
    InsufficientDataActions: settings.InsufficientDataActions ?? [],
    StateValue: standing.value,
    StateReason: standing.reason,
    StateReasonData: standing.reasonData,
    StateUpdatedTimestamp: new Date(standing.updatedAt),
    StateTransitionedTimestamp: new Date(standing.transitionedAt),
    Dimensions: settings.Dimensions ?? [],
  }
}

const describeAlarmsForMetric = operation(
  'DescribeAlarmsForMetric',
  {
    MetricName: { ...metricName, ...required },
    Namespace: { ...namespace, ...required },
    Statistic: statistic,
    ExtendedStatistic: { type: 'string' },
    Dimensions: dimensions,
    Period: period,
    Unit: unit,
  },
  ({ Dimensions, ...asked }, { alarms }) => {
    const wanted = dimensionKey(Dimensions)
    const found = alarms
      .all()
      .filter(({ settings }) => settings.Metrics === undefined && dimensionKey(settings.Dimensions) === wanted)
      .filter(({ settings }) => Object.entries(asked).every(([name, value]) => Reflect.get(settings, name) === value))
    return { MetricAlarms: found.map(describe) }
  },
)

/** The exact set, in any order. */
const dimensionKey = (list: readonly { readonly Name: string; readonly Value: string }[] = []): string =>
  JSON.stringify(list.map(({ Name, Value }) => [Name, Value]).sort(([left = ''], [right = '']) => (left < right ? -1 : 1)))

export const describeAlarmsOperations = [describeAlarms, describeAlarmsForMetric]
