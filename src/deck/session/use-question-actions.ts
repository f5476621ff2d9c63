import { useCallback } from 'react'
import type { QuestionActions } from '#deck/slides/QuestionBlock.tsx'
import { countHand, emptyTally, nextRound, type Question, type Tally } from './tally.ts'
import type { SharedSession } from './use-session.ts'

/** The hands counted for a question, changed in the shared session. */
export function useQuestionActions({ session, change }: SharedSession): (question: Question) => QuestionActions {
  const { tallies } = session
  return useCallback(
    (question) => {
      const edit = (next: (tally: Tally) => Tally): void =>
        change({ tallies: { ...tallies, [question.id]: next(tallies[question.id] ?? emptyTally(question.options.length)) } })
      return {
        onHand: (option, by) => edit((tally) => countHand(tally, option, by)),
        onToggleHidden: () => edit((tally) => ({ ...tally, isHidden: !tally.isHidden })),
        onNextRound: () => edit(nextRound),
      }
    },
    [tallies, change],
  )
}
