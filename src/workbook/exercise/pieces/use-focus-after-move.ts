import { useEffect, useRef } from 'react'

/** A piece that moved in the page loses the focus; this gives it back. `places` is how they lie; a piece is found by its `data-focus`. */
export function useFocusAfterMove(places: readonly unknown[]): (piece: number) => void {
  const wanted = useRef<number>(undefined)
  const key = JSON.stringify(places)
  useEffect(() => {
    if (wanted.current === undefined) return
    document.querySelector<HTMLElement>(`[data-focus="${wanted.current}"]`)?.focus()
    wanted.current = undefined
  }, [key])
  return (piece) => {
    wanted.current = piece
  }
}
