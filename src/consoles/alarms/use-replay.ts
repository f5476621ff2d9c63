import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { WatchkeeperClient } from '#clients/watchkeeper.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Replay } from '#lib/alarm/replay.ts'
import type { TimeRange } from '#lib/time.ts'

export type ReplayQuestion = { readonly account: string; readonly alarm: MetricAlarm; readonly range: TimeRange }

export type ReplayState = {
  /** The newest there is, kept while the next one is made and where the alarm cannot be replayed as it stands. */
  readonly replay: Replay | undefined
  /** The alarm that replay is of. */
  readonly of: MetricAlarm | undefined
  /** It is not of the alarm as it stands. */
  readonly isStale: boolean
  readonly error: Error | undefined
}

type Found = { readonly place: string; readonly of: MetricAlarm; readonly replay: Replay }
type Failed = { readonly key: string; readonly error: Error }

const placeOf = ({ account, range }: ReplayQuestion): string => `${account} ${range.start} ${range.end}`
const keyOf = (question: ReplayQuestion): string => `${placeOf(question)} ${JSON.stringify(question.alarm)}`

/** What an alarm would have done. One request at a time: what is asked meanwhile waits, and the newest of it wins. Nothing is asked of an alarm that cannot be replayed as it stands. */
export function useReplay(client: WatchkeeperClient, question: ReplayQuestion, canReplay: boolean): ReplayState {
  const [found, setFound] = useState<Found>()
  const [failed, setFailed] = useState<Failed>()
  const wanted = useRef<ReplayQuestion>(undefined)
  const isAsking = useRef(false)
  const isGone = useRef(false)
  useEffect(() => {
    isGone.current = false
    return () => void (isGone.current = true)
  }, [])

  const pump = useEffectEvent(async () => {
    while (!isAsking.current && wanted.current !== undefined && !isGone.current) {
      const asked = wanted.current
      wanted.current = undefined
      isAsking.current = true
      try {
        const replay = await client.replay({ account: asked.account, alarm: asked.alarm, ...asked.range })
        setFound({ place: placeOf(asked), of: asked.alarm, replay })
        setFailed(undefined)
      } catch (error) {
        setFailed({ key: keyOf(asked), error: error instanceof Error ? error : new Error(String(error)) })
      } finally {
        isAsking.current = false
      }
    }
  })
  const key = canReplay ? keyOf(question) : ''
  useEffect(() => {
    wanted.current = canReplay ? question : undefined
    void pump()
    // the key says all there is in the question
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, key])

  const current = found?.place === placeOf(question) ? found : undefined
  return {
    replay: current?.replay,
    of: current?.of,
    isStale: current !== undefined && JSON.stringify(current.of) !== JSON.stringify(question.alarm),
    error: failed !== undefined && failed.key === key ? failed.error : undefined,
  }
}
