import { useEffect, useRef, useState } from 'react'
import type { Tally } from '#deck/session/tally.ts'
import type { Slide } from '#deck/slide.ts'
import { SlideView } from '#deck/slides/SlideView.tsx'
import styles from './SlideCopy.module.css'

type SlideCopyProps = {
  readonly slide: Slide
  readonly step: number
  readonly number: number
  readonly deckTitle: string
  readonly tallies: Readonly<Record<string, Tally>>
  readonly label: string
}

/** A slide as the room sees it, drawn small; the live pane is told, not shown. */
export function SlideCopy({ label, ...slide }: SlideCopyProps) {
  const frame = useRef<HTMLElement>(null)
  const [scale, setScale] = useState(0.5)
  useEffect(() => {
    const node = frame.current
    if (node === null || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setScale(node.clientWidth / 1280))
    observer.observe(node)
    return () => observer.disconnect()
  }, [])
  return (
    <figure className={styles.copy} ref={frame} aria-label={label}>
      <div className={styles.slide} style={{ transform: `scale(${scale})` }} inert>
        <SlideView {...slide} shape="fixed" isActive={false} />
      </div>
    </figure>
  )
}
