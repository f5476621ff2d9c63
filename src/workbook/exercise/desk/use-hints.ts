import { useState } from 'react'
import type { Hint } from '#grading/verdict.ts'
import { useOpenCloud } from '../../cloud.ts'
import type { Desk } from './use-desk.ts'

export type ShownHint = { readonly hint: Hint; readonly thought: string }

export type Hints = {
  readonly shown: readonly ShownHint[]
  readonly isAsking: boolean
  /** The ladder has no further step. */
  readonly isEnd: boolean
  ask(thought: string): void
}

type State = { readonly key: string; readonly shown: readonly ShownHint[]; readonly isAsking: boolean; readonly isEnd: boolean }

/** The hint ladder: one step a press, each chosen for what the answer does now. */
export function useHints(desk: Desk): Hints {
  const openCloud = useOpenCloud()
  const key = `${desk.exercise.id} ${desk.number} ${desk.record?.resetAt ?? 0}`
  const fresh: State = { key, shown: [], isAsking: false, isEnd: false }
  const [kept, setState] = useState<State>(fresh)
  const state = kept.key === key ? kept : fresh

  const ask = async (thought: string) => {
    if (state.isAsking) return
    setState({ ...state, isAsking: true })
    const shown = state.shown.map(({ hint }) => hint.index)
    const hint = await askFor(openCloud, { exercise: desk.exercise.id, drawing: desk.number, answer: desk.answer, shown })
    if (hint !== undefined) desk.showHint(hint.index, hint.rung === 'twin' || hint.rung === 'answer')
    setState((before) =>
      before.key === key
        ? {
            key,
            shown: hint === undefined ? before.shown : [...before.shown, { hint, thought }],
            isAsking: false,
            isEnd: hint === undefined,
          }
        : before,
    )
  }
  return { ...state, ask: (thought) => void ask(thought) }
}

type Question = Parameters<Awaited<ReturnType<ReturnType<typeof useOpenCloud>>>['grader']['hint']>[0]

async function askFor(openCloud: ReturnType<typeof useOpenCloud>, question: Question): Promise<Hint | undefined> {
  try {
    return await (await openCloud()).grader.hint(question)
  } catch {
    return undefined
  }
}
