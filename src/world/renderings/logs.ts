import type { Millis } from '#lib/time.ts'
import { hash, substream } from '#lib/random.ts'
import { hex } from '../chance/draws.ts'
import type { Happening } from '../episode/episode.ts'
import type { Setting } from '../episode/setting.ts'
import type { WorldRecord } from '../record.ts'
import { streamDay } from './clock-text.ts'
import { practiceLine } from './practice-lines.ts'

/** Where a happening writes, or undefined where it leaves no log. */
export const groupOf = (_happening: Happening): string | undefined => '/aws/lambda/practice'

/** The log line of a happening. */
export function renderLog({ at, emission }: Happening, setting: Setting, group: string): WorldRecord {
  const environment = hex(substream(setting.seed, 'environment', 'practice', emission.environment), 32)
  const stream = `${streamDay(setting.start)}/[$LATEST]${environment}`
  return { group, stream, timestamp: at, ingestionTime: at + delay(setting.seed, at), message: practiceLine(at, emission) }
}

/** What a line takes from the function to the log group: 0.2 to 1.2 s. */
const delay = (seed: number, at: Millis): number => 200 + (hash(seed, 'ingestion', at) % 1000)
