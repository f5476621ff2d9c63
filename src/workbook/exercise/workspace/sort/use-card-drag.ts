import { useRef, useState, type PointerEvent as ReactPointerEvent } from 'react'

type CardDrag = {
  /** The card in the air. */
  readonly dragged: number | undefined
  begin(card: number, event: ReactPointerEvent): void
  /** The press that has just ended was a drag, and its click is none. */
  wasDragged(): boolean
}

/** A press that goes no further is a click. */
const reach = 5

/** Drags a card by mouse or pen to what carries `data-shelf`; a finger picks it up and puts it down by taps, so that it can scroll. */
export function useCardDrag(put: (card: number, shelf: string | null) => void): CardDrag {
  const [dragged, setDragged] = useState<number>()
  const hasMoved = useRef(false)
  const begin = (card: number, start: ReactPointerEvent) => {
    hasMoved.current = false
    if (start.button !== 0 || start.pointerType === 'touch') return
    const move = ({ clientX, clientY }: PointerEvent) => {
      if (Math.hypot(clientX - start.clientX, clientY - start.clientY) < reach) return
      hasMoved.current = true
      setDragged(card)
    }
    const end = (event: PointerEvent) => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', end)
      removeEventListener('pointercancel', end)
      setDragged(undefined)
      const shelf = hasMoved.current && event.type === 'pointerup' ? shelfAt(event) : undefined
      if (shelf !== undefined) put(card, shelf === '' ? null : shelf)
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', end)
    addEventListener('pointercancel', end)
  }
  return { dragged, begin, wasDragged: () => hasMoved.current }
}

const shelfAt = ({ clientX, clientY }: PointerEvent): string | undefined =>
  document.elementFromPoint(clientX, clientY)?.closest('[data-shelf]')?.getAttribute('data-shelf') ?? undefined
