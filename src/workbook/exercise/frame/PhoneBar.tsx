import IconChevronDown from '@tabler/icons-react/icons/IconChevronDown'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#ui/kit/Button.tsx'
import { CheckButton } from './CheckButton.tsx'
import type { ExerciseParts } from '../exercise-parts.ts'
import { Feedback } from '../prompt/Feedback.tsx'
import { Help } from '../prompt/Help.tsx'
import styles from './PhoneBar.module.css'

/** On a phone: check and help in reach of a thumb, and the sheet above them. The sheet is no dialog: the page stays usable, and a tap on it closes the sheet. */
export function PhoneBar(parts: ExerciseParts) {
  const { checking } = parts
  const bar = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [seen, setSeen] = useState(checking.judged)
  if (checking.judged !== seen) {
    setSeen(checking.judged)
    setOpen(checking.judged !== undefined)
  }
  useEffect(() => {
    if (!isOpen) return
    const outside = (event: Event) => {
      if (event.target instanceof Node && bar.current?.contains(event.target) !== true) setOpen(false)
    }
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false)
    }
    // on its way down: tabs and menus keep a tap to themselves
    addEventListener('pointerdown', outside, true)
    addEventListener('keydown', escape)
    return () => {
      removeEventListener('pointerdown', outside, true)
      removeEventListener('keydown', escape)
    }
  }, [isOpen])
  const close = (
    <button type="button" className={styles.close} aria-label="Close" onClick={() => setOpen(false)}>
      <IconChevronDown size={22} stroke={1.8} aria-hidden />
    </button>
  )
  return (
    <div ref={bar} className={styles.bar}>
      {isOpen && (
        <div className={styles.sheet} id="sheet">
          {checking.judged === undefined && <div className={styles.head}>{close}</div>}
          <Feedback {...parts} aside={close} />
          <Help {...parts} onLeave={() => setOpen(false)} />
        </div>
      )}
      <div className={styles.buttons}>
        <CheckButton checking={checking} className={styles.check} />
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {checking.judged === undefined ? 'Hints' : isOpen ? 'Close' : 'Feedback'}
        </Button>
      </div>
    </div>
  )
}
