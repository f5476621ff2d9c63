import { useEffect } from 'react'
import type { QuestionActions } from '#deck/slides/QuestionBlock.tsx'

type KeyTest = (event: KeyboardEvent) => boolean

/** 1 to 9 count a hand, Shift takes one back, H hides and shows the counts, R opens a second round. */
export function useQuestionKeys(options: number, actions: QuestionActions | undefined, isForUs: KeyTest): void {
  useEffect(() => {
    if (actions === undefined) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || !isForUs(event)) return
      const digit = Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? 0)
      if (digit > 0 && digit <= options) actions.onHand(digit - 1, event.shiftKey ? -1 : 1)
      else if (event.key === 'h' || event.key === 'H') actions.onToggleHidden()
      else if (event.key === 'r' || event.key === 'R') actions.onNextRound()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [options, actions, isForUs])
}
