import type { LogsClient } from '#clients/cloudwatch-logs.ts'
import { DAY, type DrivenClock } from '#lib/time.ts'
import type { LoggedLine } from './laboratory.ts'

/** CloudWatch takes a day a request, in order, and nothing older than two weeks: the bench's clock goes along. */
export async function writeLines(client: LogsClient, clock: DrivenClock, lines: readonly LoggedLine[]): Promise<void> {
  const made = new Set<string>()
  for (const batch of batchesOf(lines)) {
    const [first] = batch
    const last = batch.at(-1)
    if (first === undefined || last === undefined) continue
    const { group: logGroupName, stream: logStreamName } = first
    clock.jump(last.timestamp + 1000)
    if (!made.has(logGroupName)) await client.createLogGroup({ logGroupName })
    if (!made.has(`${logGroupName} ${logStreamName}`)) await client.createLogStream({ logGroupName, logStreamName })
    made.add(logGroupName).add(`${logGroupName} ${logStreamName}`)
    await client.putLogEvents({ logGroupName, logStreamName, logEvents: batch.map(({ timestamp, message }) => ({ timestamp, message })) })
  }
}

const mostBytes = 900_000
const mostEvents = 5_000

function batchesOf(lines: readonly LoggedLine[]): readonly (readonly LoggedLine[])[] {
  const batches: LoggedLine[][] = []
  const open = new Map<string, { batch: LoggedLine[]; bytes: number }>()
  for (const line of [...lines].sort((left, right) => left.timestamp - right.timestamp)) {
    const key = `${line.group} ${line.stream}`
    const current = open.get(key)
    const bytes = line.message.length * 3 + 26
    const [first] = current?.batch ?? []
    const isFull = current !== undefined && (current.bytes + bytes > mostBytes || current.batch.length >= mostEvents)
    if (current === undefined || first === undefined || isFull || line.timestamp - first.timestamp >= DAY) {
      const batch = [line]
      batches.push(batch)
      open.set(key, { batch, bytes })
    } else {
      current.batch.push(line)
      current.bytes += bytes
    }
  }
  return batches
}
