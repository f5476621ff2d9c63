import type { TimeRange } from '#lib/time.ts'
import type { AddedLine } from '#lib/world-spec.ts'
import type { WorldRecord } from './record.ts'

/** A line reaches its group that long after it was written. */
const ingestionMs = 500

/** The lines an author adds, as records: into the streams the group has, spread over the window where no time is said. */
export function addLines(log: readonly WorldRecord[], lines: readonly AddedLine[], range: TimeRange): readonly WorldRecord[] {
  const spread = lines.filter(({ at }) => at === undefined)
  const share = (range.end - range.start) / (spread.length + 1)
  const added = lines.map((line): WorldRecord => {
    const timestamp = Math.floor(range.start + (line.at ?? share * (spread.indexOf(line) + 1)))
    const stream = streamOf(log, line)
    return { group: line.group, stream, timestamp, ingestionTime: timestamp + ingestionMs, message: line.message }
  })
  return inOrder([...log, ...added])
}

/** Stream 1 is the group's first; one beyond those it has is new. */
function streamOf(log: readonly WorldRecord[], { group, stream = 1 }: AddedLine): string {
  const known = [...new Set(log.filter((record) => record.group === group).map((record) => record.stream))]
  return known[stream - 1] ?? `added-${stream}`
}

/** By time; what happened in one millisecond keeps its order. */
const inOrder = (log: readonly WorldRecord[]): readonly WorldRecord[] => log.toSorted((left, right) => left.timestamp - right.timestamp)
