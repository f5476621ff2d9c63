import Table from '@cloudscape-design/components/table'
import type { DescribedAlarm } from '#clients/cloudwatch.ts'
import type { AlarmState } from '#lib/alarm/alarm.ts'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import { stateWords } from '../../state-words.ts'

type Row = { readonly state: AlarmState; readonly action: string }

/** Who is told, and at which change. */
export function ActionsTab({ alarm }: { readonly alarm: DescribedAlarm }) {
  const rows: readonly Row[] = [
    ...alarm.AlarmActions.map((action) => ({ state: 'ALARM' as const, action })),
    ...alarm.OKActions.map((action) => ({ state: 'OK' as const, action })),
    ...alarm.InsufficientDataActions.map((action) => ({ state: 'INSUFFICIENT_DATA' as const, action })),
  ]
  return (
    <Table<Row>
      variant="embedded"
      items={rows}
      trackBy={({ state, action }) => `${state} ${action}`}
      ariaLabels={{ tableLabel: 'Actions' }}
      empty={<Nothing title="No actions">Its state changes, and nobody is told.</Nothing>}
      columnDefinitions={[
        { id: 'state', header: 'When it changes to', cell: ({ state }) => stateWords[state] },
        { id: 'action', header: 'Action', cell: ({ action }) => action, isRowHeader: true },
        {
          id: 'enabled',
          header: 'Runs',
          cell: () => (alarm.ActionsEnabled ? 'On every change to this state' : 'No: actions are disabled'),
        },
      ]}
    />
  )
}
