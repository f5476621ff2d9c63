import { useState, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { storageKey } from '#ui/storage-key.ts'
import styles from './SplitView.module.css'

const MIN = 320
const MAX = 560
const USUAL = 424
const STEP = 24

const within = (width: number): number => Math.round(Math.min(MAX, Math.max(MIN, width)))

/** Two columns with a bar between them that pointer and keys move; the width is a preference of this browser. */
export function SplitView({ left, right }: { readonly left: ReactNode; readonly right: ReactNode }) {
  const [width, setWidth] = useState(readWidth)
  const resize = (next: number) => {
    const kept = within(next)
    setWidth(kept)
    writeWidth(kept)
  }
  const style: CSSProperties & { readonly '--prompt': string } = { '--prompt': `${width}px` }
  return (
    <div className={styles.split} style={style}>
      <div className={styles.left}>{left}</div>
      <Separator width={width} resize={resize} />
      <div className={styles.right}>{right}</div>
    </div>
  )
}

function Separator({ width, resize }: { readonly width: number; readonly resize: (width: number) => void }) {
  const keys = (event: KeyboardEvent) => {
    const to = { ArrowLeft: width - STEP, ArrowRight: width + STEP, Home: MIN, End: MAX }[event.key]
    if (to === undefined) return
    event.preventDefault()
    resize(to)
  }
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(event.clientX)
  }
  return (
    // a separator that takes the focus is a widget: WAI-ARIA's window splitter
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <hr
      aria-label="Width of the task"
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={MIN}
      aria-valuemax={MAX}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={styles.separator}
      onKeyDown={keys}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => resize(USUAL)}
    />
  )
}

function readWidth(): number {
  try {
    const kept = Number(localStorage.getItem(storageKey('prompt-width')))
    return kept > 0 ? within(kept) : USUAL
  } catch {
    return USUAL
  }
}

function writeWidth(width: number): void {
  try {
    localStorage.setItem(storageKey('prompt-width'), String(width))
  } catch {
    // a blocked storage only forgets the width
  }
}
