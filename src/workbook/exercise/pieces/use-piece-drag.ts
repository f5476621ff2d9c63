import { useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react'

type PieceDrag = {
  /** The piece in the air. */
  readonly dragged: number | undefined
  begin(piece: number, event: ReactPointerEvent): void
}

/** Drags a piece by mouse, pen or finger: over the list it takes the place it is held at, elsewhere it goes back to the others. */
export function usePieceDrag(
  list: RefObject<HTMLElement | null>,
  place: (piece: number, at: number | undefined) => void,
  finish: (piece: number) => void,
): PieceDrag {
  const [dragged, setDragged] = useState<number>()
  const begin = (piece: number, start: ReactPointerEvent) => {
    if (start.button !== 0) return
    start.preventDefault()
    setDragged(piece)
    const move = (event: PointerEvent) => place(piece, slotAt(list.current, piece, event))
    const end = () => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', end)
      removeEventListener('pointercancel', end)
      setDragged(undefined)
      finish(piece)
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', end)
    addEventListener('pointercancel', end)
  }
  return { dragged, begin }
}

/** Where in the list the pointer is, counted without the dragged piece; undefined when it is beside the list. */
function slotAt(list: HTMLElement | null, piece: number, { clientX, clientY }: PointerEvent): number | undefined {
  if (list === null) return undefined
  const box = list.getBoundingClientRect()
  const reach = 16
  if (clientX < box.left - reach || clientX > box.right + reach || clientY < box.top - reach || clientY > box.bottom + reach)
    return undefined
  const others = [...list.querySelectorAll('[data-piece]')].filter((element) => element.getAttribute('data-piece') !== String(piece))
  return others.filter((element) => {
    const { top, height } = element.getBoundingClientRect()
    return clientY > top + height / 2
  }).length
}
