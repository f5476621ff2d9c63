import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { AlarmState } from '#lib/alarm/alarm.ts'
import { stateWords } from '../state-words.ts'

const types: Readonly<Record<AlarmState, StatusIndicatorProps.Type>> = { OK: 'success', ALARM: 'error', INSUFFICIENT_DATA: 'stopped' }

/** A state as AWS's console shows it: shape, colour and word. */
export const AlarmStatus = ({ state }: { readonly state: AlarmState }) => (
  <StatusIndicator type={types[state]}>{stateWords[state]}</StatusIndicator>
)
