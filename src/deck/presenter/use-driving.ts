import { useState } from 'react'
import { nextPosition, previousPosition, type Position } from '#deck/session/session.ts'
import type { SharedSession } from '#deck/session/use-session.ts'
import type { Slide } from '#deck/slide.ts'

/** Where the presenter is, and the ways on; while the stage is frozen it stays behind. */
export function useDriving(slides: readonly Slide[], { session, change }: SharedSession) {
  const [frozen, setFrozen] = useState<Position>()
  const shown = frozen ?? session
  const found = slides.findIndex((slide) => slide.id === shown.slideId)
  const index = Math.max(0, found)
  const position: Position = found >= 0 ? { slideId: shown.slideId, step: shown.step } : { slideId: slides[0]?.id ?? '', step: 0 }
  const next = nextPosition(slides, position)
  const previous = previousPosition(slides, position)
  const go = (to: Position | undefined): void => {
    if (to === undefined) return
    if (frozen === undefined) change(to)
    else setFrozen(to)
  }
  const toggleFreeze = (): void => {
    setFrozen(frozen === undefined ? position : undefined)
    if (frozen !== undefined) change(frozen)
  }
  return {
    index,
    position,
    isFrozen: frozen !== undefined,
    hasNext: next !== undefined,
    hasPrevious: previous !== undefined,
    onNext: () => go(next),
    onPrevious: () => go(previous),
    onFreeze: toggleFreeze,
    onBlack: () => change({ isBlack: !session.isBlack }),
  }
}
