import { useEffect } from 'react'
import type { LogsClient } from '#clients/cloudwatch-logs.ts'
import { countOf } from '#ui/kit/counts.ts'
import { Select } from '#ui/kit/Select.tsx'
import { useTask } from '#ui/pane/use-task.ts'

type StreamSelectProps = {
  readonly client: LogsClient
  readonly group: string
  readonly stream: string | undefined
  onSelect(stream: string | undefined): void
}

/** A list longer than this nobody scrolls; a pattern finds what is in the others. */
const MOST = 100

const ALL = '*'

/** Which of a group's streams is looked at; nothing to see where there is only one. */
export function StreamSelect({ client, group, stream, onSelect }: StreamSelectProps) {
  const { task, start } = useTask<readonly string[]>()
  useEffect(() => {
    if (group !== '') start((signal) => streamNames(client, group, signal))
  }, [start, client, group])
  const names = task.value ?? []
  if (names.length < 2) return null
  const listed = stream === undefined || names.includes(stream) ? names : [stream, ...names]
  return (
    <Select
      label="Log stream"
      options={[{ id: ALL, label: `All ${countOf(names.length, 'stream')}` }, ...listed.map((name) => ({ id: name, label: name }))]}
      selected={stream ?? ALL}
      onSelect={(name) => onSelect(name === ALL ? undefined : name)}
    />
  )
}

/** The streams that spoke last, the newest first. */
async function streamNames(client: LogsClient, logGroupName: string, signal: AbortSignal): Promise<readonly string[]> {
  const names: string[] = []
  for (let nextToken: string | undefined; ;) {
    const page = await client.describeLogStreams({ logGroupName, orderBy: 'LastEventTime', descending: true, nextToken }, signal)
    names.push(...page.logStreams.map(({ logStreamName }) => logStreamName))
    nextToken = page.nextToken
    if (nextToken === undefined || names.length >= MOST) return names.slice(0, MOST)
  }
}
