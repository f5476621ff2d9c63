import { createContext, use } from 'react'

/** A message at the top of a console, as AWS's console gives it. */
export type Flash = {
  readonly type: 'success' | 'error' | 'warning' | 'info'
  readonly content: string
  /** A second one of the same id takes the place of the first. */
  readonly id?: string
}

export type ShowFlash = (flash: Flash) => void

export const FlashContext = createContext<ShowFlash>(() => undefined)

/** Shows a message at the top of the console, until it is put away or the reader goes on. */
export const useFlash = (): ShowFlash => use(FlashContext)
