import { useMemo } from 'react'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import { checkAlarm } from '#languages/alarm/index.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import type { TimeRange } from '#lib/time.ts'
import type { Transport } from '#lib/transport.ts'
import { named } from './alarm-name.ts'
import { useReplay, type ReplayState } from './use-replay.ts'

export type ReplayOf = {
  readonly transport: Transport
  readonly base: string
  /** Nothing is asked while its world is still made. */
  readonly account: string | undefined
  readonly alarm: MetricAlarm
  readonly range: TimeRange
}

/** What an alarm would have done, for whoever draws it in their own way; nothing where it would be refused. */
export function useReplayOf({ transport, base, account, alarm, range }: ReplayOf): ReplayState {
  const whole = useMemo(() => named(alarm), [alarm])
  const client = useMemo(() => createWatchkeeperClient({ transport, base }), [transport, base])
  const isRefused = useMemo(() => checkAlarm(whole).length > 0, [whole])
  return useReplay(client, { account: account ?? '', alarm: whole, range }, account !== undefined && !isRefused)
}
