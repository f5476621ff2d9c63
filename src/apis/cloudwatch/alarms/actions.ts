import type { AlarmState } from '#lib/alarm/alarm.ts'
import type { NamedAlarm, StoredAlarm, AlarmStanding } from '#stores/alarm-store.ts'
import { eventMessage, topicMessage } from './message.ts'

/** What became of one action: the message where one was published, and why it failed where it did. */
export type ActionOutcome = { readonly action: string; readonly message?: string; readonly error?: string }

/** SNS's own words for a topic that is not there. */
const NO_TOPIC = 'Topic does not exist'

/** What a change of state sets off, in list order; nothing while actions are disabled. */
export function runActions(alarm: StoredAlarm, before: AlarmStanding): readonly ActionOutcome[] {
  if (alarm.settings.ActionsEnabled === false) return []
  return actionsOf(alarm.settings, alarm.standing.value).map((action) => runAction(action, alarm, before))
}

function actionsOf({ OKActions, AlarmActions, InsufficientDataActions }: NamedAlarm, state: AlarmState): readonly string[] {
  const actions = { OK: OKActions, ALARM: AlarmActions, INSUFFICIENT_DATA: InsufficientDataActions }
  return actions[state] ?? []
}

/** No account holds a topic yet; a function takes what it is sent, and everything else is only written down. */
function runAction(action: string, alarm: StoredAlarm, before: AlarmStanding): ActionOutcome {
  switch (action.split(':')[2]) {
    case 'sns':
      return { action, message: topicMessage(alarm, before), error: NO_TOPIC }
    case 'lambda':
      return { action, message: eventMessage(alarm, before) }
    default:
      return { action }
  }
}
