import { useState, type KeyboardEvent } from 'react'

const steps: Readonly<Record<string, (at: number, size: number) => number>> = {
  ArrowDown: (at, size) => Math.min(at + 1, size - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, size) => size - 1,
}

type Roving = { tabIndex(row: number): 0 | -1; onFocus(row: number): void; onKeyDown(event: KeyboardEvent<HTMLElement>): void }

/** One Tab stop for many rows: the arrow keys, Home and End walk among what carries `data-row`. */
export function useRoving(): Roving {
  const [active, setActive] = useState(0)
  return {
    tabIndex: (row) => (row === active ? 0 : -1),
    onFocus: setActive,
    onKeyDown: (event) => {
      const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
      const at = rows.findIndex((row) => row === event.target)
      const next = at < 0 ? undefined : rows[steps[event.key]?.(at, rows.length) ?? -1]
      if (!next) return
      event.preventDefault()
      next.focus()
    },
  }
}
