import { useEffect } from 'react'
import type { LogsClient } from '#clients/cloudwatch-logs.ts'
import { Skeleton } from '#ui/kit/Progress.tsx'
import { useTask } from '#ui/pane/use-task.ts'
import { cell, type Row } from '#ui/table/columns.ts'
import { FieldList } from '#ui/table/FieldList.tsx'

const byName = (record: Readonly<Record<string, string>>) => Object.entries(record).map(([name, value]) => ({ name, value }))

/** The whole event behind a row, asked for by its pointer; a row that counts has none and shows itself. */
export function RecordDetail({ client, row }: { readonly client: LogsClient; readonly row: Row }) {
  const pointer = cell(row, '@ptr')
  const { task, start } = useTask<Readonly<Record<string, string>>>()
  useEffect(() => {
    if (pointer !== undefined) start(async () => (await client.getLogRecord({ logRecordPointer: pointer })).logRecord)
  }, [start, client, pointer])
  if (pointer === undefined) return <FieldList fields={row.map(({ field, value }) => ({ name: field, value }))} />
  if (task.status === 'failed') return <p>The record could not be read: {task.error?.message}</p>
  return task.value ? <FieldList fields={byName(task.value)} /> : <Skeleton rows={4} />
}
