import type { FilteredLogEvent } from '#clients/cloudwatch-logs.ts'
import { FieldList } from '#ui/table/FieldList.tsx'
import { formatZoned } from '#ui/time-range/format-time.ts'
import { usePreferences } from '#ui/preferences.ts'
import styles from './LogsPane.module.css'

/** One event in full: why it is here, its message over several lines where it holds JSON, when and from where it came. */
export function EventDetail({ event, reason }: { readonly event: FilteredLogEvent; readonly reason: string | undefined }) {
  const { zone } = usePreferences()
  return (
    <>
      {reason === undefined ? null : <p className={styles.reason}>{reason}</p>}
      <FieldList
        fields={[
          { name: 'message', value: event.message },
          { name: 'timestamp', value: formatZoned(event.timestamp, zone) },
          { name: 'ingestionTime', value: formatZoned(event.ingestionTime, zone) },
          { name: 'logStreamName', value: event.logStreamName },
          { name: 'eventId', value: event.eventId },
        ]}
      />
    </>
  )
}
