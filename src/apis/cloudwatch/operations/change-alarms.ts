import { ApiError } from '#lib/operation/api-error.ts'
import type { StoredAlarm } from '#stores/alarm-store.ts'
import { changeState } from '../alarms/change-state.ts'
import { deletedItem, updatedItem } from '../alarms/history.ts'
import { alarmName, alarmNames, stateValue } from '../alarms/members.ts'
import type { CloudWatchContext } from '../context.ts'
import { required } from '../members.ts'
import { operation } from '../operation.ts'

const setAlarmState = operation(
  'SetAlarmState',
  {
    AlarmName: { ...alarmName, ...required },
    StateValue: { ...stateValue, ...required },
    StateReason: { type: 'string', max: 1023, ...required },
    StateReasonData: { type: 'string', max: 4000 },
  },
  ({ AlarmName, StateValue, StateReason, StateReasonData }, { alarms, clock }) => {
    if (!isJson(StateReasonData)) throw new ApiError('InvalidFormatFault', '', 400, {}, 'InvalidFormat')
    const alarm = alarms.find(AlarmName)
    if (alarm === undefined) throw new ApiError('ResourceNotFound', '', 404)
    changeState(alarms, alarm, { value: StateValue, reason: StateReason, reasonData: StateReasonData }, clock.now())
    return undefined
  },
)

function isJson(text: string | undefined): boolean {
  if (text === undefined || text === '') return true
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The alarms of these names, each once; a name nobody has is passed over. */
const named = ({ alarms }: CloudWatchContext, names: readonly string[]): readonly StoredAlarm[] =>
  [...new Set(names)].flatMap((name) => alarms.find(name) ?? [])

const someNames = { ...alarmNames, min: 1, ...required } as const

const deleteAlarms = operation('DeleteAlarms', { AlarmNames: someNames }, (input, context) => {
  for (const alarm of named(context, input.AlarmNames))
    context.alarms.delete(alarm.settings.AlarmName, [deletedItem(alarm, context.clock.now())])
  return undefined
})

/** Enabling runs nothing for the state an alarm is in. */
const switchActions = (name: string, isEnabled: boolean) =>
  operation(name, { AlarmNames: someNames }, (input, context) => {
    for (const before of named(context, input.AlarmNames)) {
      const alarm = { ...before, settings: { ...before.settings, ActionsEnabled: isEnabled }, configuredAt: context.clock.now() }
      context.alarms.put(alarm, [updatedItem(before, alarm)], false)
    }
    return undefined
  })

export const changeAlarmsOperations = [
  setAlarmState,
  deleteAlarms,
  switchActions('EnableAlarmActions', true),
  switchActions('DisableAlarmActions', false),
]
