import type { AlarmState } from '#lib/alarm/alarm.ts'
import type { Millis } from '#lib/time.ts'
import type { AlarmStore, StoredAlarm } from '#stores/alarm-store.ts'
import { runActions } from './actions.ts'
import { actionItem, stateItem } from './history.ts'

type NewState = { readonly value: AlarmState; readonly reason: string; readonly reasonData?: string }

/** Puts an alarm into a state at a moment: history and actions follow. The state it already has changes nothing at all. */
export function changeState(alarms: AlarmStore, alarm: StoredAlarm, state: NewState, at: Millis): void {
  const before = alarm.standing
  if (state.value === before.value) return
  const after = { ...alarm, standing: { ...state, updatedAt: at, transitionedAt: at } }
  const actions = runActions(after, before).map((outcome) => actionItem(after, outcome))
  alarms.put(after, [stateItem(after, before), ...actions], false)
}
