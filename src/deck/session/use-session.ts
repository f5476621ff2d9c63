import { useCallback, useEffect, useRef, useState } from 'react'
import { storageKey } from '#ui/storage-key.ts'
import { useLatest } from '#deck/use-latest.ts'
import { keepSession } from './kept-session.ts'
import { readSession, type DeckSession } from './session.ts'

export type Role = 'stage' | 'presenter'

/** One message of the channel between stage and presenter. `asks` wants an answer even where nothing has changed. */
type Message = { readonly from: Role; readonly asks: boolean; readonly session: DeckSession }

export type SharedSession = {
  readonly session: DeckSession
  /** Changes this window's session and tells the other. */
  change(change: Partial<Omit<DeckSession, 'revision'>>): void
  /** Asks the other window where it is. */
  ask(): void
}

/** A session that stage and presenter of one deck share through a BroadcastChannel; the later change wins, whoever made it. */
export function useSession(deckId: string, role: Role, initial: () => DeckSession, onHeard?: () => void): SharedSession {
  const [session, setSession] = useState(initial)
  const current = useRef(session)
  const channel = useRef<BroadcastChannel | undefined>(undefined)
  const heard = useLatest(onHeard)

  const keep = useCallback((next: DeckSession) => {
    current.current = next
    setSession(next)
  }, [])
  const send = useCallback(
    (asks: boolean) => {
      const message: Message = { from: role, asks, session: current.current }
      channel.current?.postMessage(message)
    },
    [role],
  )

  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return
    const open = new BroadcastChannel(storageKey(`deck:${deckId}`))
    channel.current = open
    open.onmessage = (event: MessageEvent<unknown>) => {
      const message = readMessage(event.data)
      if (message === undefined || message.from === role) return
      heard.current?.()
      const ahead = message.session.revision - current.current.revision
      // both changed at once: the presenter's hands are on the keys
      const isTie = ahead === 0 && JSON.stringify(message.session) !== JSON.stringify(current.current)
      if (ahead > 0 || (isTie && role === 'stage')) keep(message.session)
      if (message.asks || ahead < 0 || (isTie && role === 'presenter')) send(false)
    }
    send(true)
    return () => {
      open.close()
      channel.current = undefined
    }
  }, [deckId, role, keep, send, heard])

  const change = useCallback(
    (next: Partial<Omit<DeckSession, 'revision'>>) => {
      keep({ ...current.current, ...next, revision: current.current.revision + 1 })
      send(false)
    },
    [keep, send],
  )
  useEffect(() => keepSession(deckId, role, session), [deckId, role, session])
  const ask = useCallback(() => send(true), [send])
  return { session, change, ask }
}

function readMessage(value: unknown): Message | undefined {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('session' in value)) return undefined
  const session = readSession(value.session)
  if (session === undefined || (value.from !== 'stage' && value.from !== 'presenter')) return undefined
  return { from: value.from, asks: 'asks' in value && value.asks === true, session }
}
