import { useEffect, useState } from 'react'
import type { Explanation, WatchkeeperClient } from '#clients/watchkeeper.ts'

type Explanations = { readonly pattern: string; readonly byMessage: ReadonlyMap<string, Explanation> }

/** Why each of some lines is kept or not, for the lines in sight only; a message asked once is not asked again. */
export function useExplanations(
  client: WatchkeeperClient,
  pattern: string | undefined,
  messages: readonly string[],
): ReadonlyMap<string, Explanation> {
  const [known, setKnown] = useState<Explanations>({ pattern: '', byMessage: new Map() })
  const isSame = known.pattern === pattern
  const missing =
    pattern === undefined || pattern === '' ? [] : [...new Set(messages)].filter((message) => !isSame || !known.byMessage.has(message))
  const key = missing.length === 0 ? undefined : JSON.stringify([pattern, missing])
  useEffect(() => {
    if (key === undefined || pattern === undefined) return undefined
    let isCurrent = true
    client.explain({ language: 'filter-pattern', text: pattern, messages: missing }).then(
      (explanations) => {
        if (!isCurrent) return
        setKnown((before) => ({
          pattern,
          byMessage: new Map([
            ...(before.pattern === pattern ? before.byMessage : []),
            ...missing.flatMap((message, at) => {
              const explanation = explanations[at]
              return explanation ? [[message, explanation] as const] : []
            }),
          ]),
        }))
      },
      // Marks are a kindness: the lines stand without them.
      () => undefined,
    )
    return () => void (isCurrent = false)
    // `missing` is what `key` says.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, key])
  return isSame ? known.byMessage : new Map()
}
