import type { Place } from '../programs/program-language.ts'
import type { LoggedLine } from './laboratory.ts'

/** The lines of a place that a filter pattern keeps; all of them for an empty one. */
export async function linesAt({ client, groups }: Place, filterPattern: string): Promise<readonly LoggedLine[]> {
  const found: LoggedLine[] = []
  for (const group of groups) {
    for await (const page of client.filterAll({ logGroupName: group, filterPattern })) {
      for (const { eventId, timestamp, message, logStreamName } of page)
        found.push({ eventId: groups.length > 1 ? `${group} ${eventId}` : eventId, timestamp, message, group, stream: logStreamName })
    }
  }
  return found
}
