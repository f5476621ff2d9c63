import { useMemo } from 'react'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import { ExplainWhy, evaluationStep } from '../ExplainWhy.tsx'
import { stateBefore } from '../state-before.ts'
import { useReplayOf, type ReplayOf } from '../use-replay-of.ts'

type MomentWhyProps = Omit<ReplayOf, 'account'> & { readonly account: string; readonly at: number }

/** Why an alarm was in its state at one moment of a replay. */
export function MomentWhy({ at, ...asked }: MomentWhyProps) {
  const { transport, base, account } = asked
  const client = useMemo(() => createWatchkeeperClient({ transport, base }), [transport, base])
  const { replay, of } = useReplayOf(asked)
  if (replay === undefined || of === undefined) return null
  const before = stateBefore(replay, at, evaluationStep(of))
  return <ExplainWhy client={client} account={account} alarm={of} at={at} before={before} headingLevel={3} />
}
