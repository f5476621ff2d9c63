import { useEffect } from 'react'
import { useLatest } from '#deck/use-latest.ts'

type Keys = { onNext(): void; onPrevious(): void; onBlack(): void; onFreeze(): void }

/** Keys belong to the talk, unless somebody types or chooses. */
export const isPresenterKey = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented && !(event.target instanceof Element && event.target.closest('input,textarea,select,[contenteditable]') !== null)

const onButtons = new Set([' ', 'Enter'])

/** Arrows, space and page keys move, B blackens the stage, F freezes it: what clickers and reveal's users press. */
export function usePresenterKeys(keys: Keys): void {
  const latest = useLatest(keys)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || !isPresenterKey(event)) return
      const isControl = event.target instanceof Element && event.target.closest('button,a') !== null
      if (isControl && onButtons.has(event.key)) return
      const action = actionFor(event.key, event.shiftKey, latest.current)
      if (action === undefined) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [latest])
}

function actionFor(key: string, isShift: boolean, keys: Keys): (() => void) | undefined {
  if (['ArrowRight', 'ArrowDown', 'PageDown', 'n', 'l'].includes(key) || (key === ' ' && !isShift)) return keys.onNext
  if (['ArrowLeft', 'ArrowUp', 'PageUp', 'p'].includes(key) || (key === ' ' && isShift)) return keys.onPrevious
  if (key === 'b' || key === '.') return keys.onBlack
  return key === 'f' ? keys.onFreeze : undefined
}
