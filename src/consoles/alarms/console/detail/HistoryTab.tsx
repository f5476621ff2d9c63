import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type { AlarmHistoryItem, HistoryItemType } from '#clients/cloudwatch.ts'
import { prettyJson } from '#ui/log/pretty-json.ts'
import { DataTable } from '#ui/cloudscape/DataTable.tsx'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import { useTimes } from '#ui/cloudscape/use-times.ts'
import { useLoaded } from '#ui/console/use-loaded.ts'
import type { AlarmsPageProps } from '../alarms-page-props.ts'
import { useReloading } from '../use-alarms.ts'
import styles from './HistoryTab.module.css'

const types: Readonly<Record<HistoryItemType, string>> = {
  ConfigurationUpdate: 'Configuration update',
  StateUpdate: 'State update',
  Action: 'Action',
}

/** What happened to an alarm: its settings, its states, its actions, newest first. */
export function HistoryTab({ console, cloudwatch, name }: AlarmsPageProps & { readonly name: string }) {
  const { moment } = useTimes()
  const loaded = useLoaded(`history of ${name}`, (signal) => cloudwatch.allHistory({ AlarmName: name }, signal))
  useReloading(console.now, loaded.reload)
  return (
    <DataTable<AlarmHistoryItem>
      title="History"
      noun="history item"
      items={loaded.value}
      error={loaded.error}
      onRetry={loaded.reload}
      keyOf={({ Timestamp, HistoryItemType: type, HistorySummary }) => `${Timestamp} ${type} ${HistorySummary}`}
      textOf={({ HistorySummary }) => HistorySummary}
      filterPlaceholder="Find in the history"
      actions={<Button iconName="refresh" ariaLabel="Read the history again" onClick={loaded.reload} />}
      empty={<Nothing title="Nothing yet">Changes of its settings and of its state stand here.</Nothing>}
      columns={[
        { id: 'time', header: 'Date', cell: ({ Timestamp }) => moment(Timestamp * 1000) },
        { id: 'type', header: 'Type', cell: ({ HistoryItemType: type }) => types[type] },
        { id: 'summary', header: 'Description', isRowHeader: true, cell: ({ HistorySummary }) => HistorySummary },
        {
          id: 'data',
          header: 'Data',
          cell: ({ HistoryData }) => (
            <ExpandableSection headerText="JSON" variant="inline">
              <pre className={styles.data}>{prettyJson(HistoryData) ?? HistoryData}</pre>
            </ExpandableSection>
          ),
        },
      ]}
    />
  )
}
