import IconChevronLeft from '@tabler/icons-react/icons/IconChevronLeft'
import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight'
import type { ReactNode } from 'react'
import type { LivePart } from '#deck/slide.ts'
import styles from './LiveFrame.module.css'

type LiveFrameProps = {
  readonly part: LivePart
  readonly step: number
  readonly onStep?: ((step: number) => void) | undefined
  readonly children: ReactNode
}

/** The accent frame around a pane on a slide: what it looks at, and which of its steps it stands on. */
export function LiveFrame({ part, step, onStep, children }: LiveFrameProps) {
  const last = part.steps.length - 1
  return (
    <div className={styles.frame} data-prevent-swipe>
      <div className={styles.head}>
        <span className={styles.name}>
          <span className={styles.dot} /> Live · {part.world.groups?.[0] ?? (part.pane === 'logs' ? 'Logs' : 'Logs Insights')}
        </span>
        <span className={styles.steps}>
          {onStep !== undefined && last > 0 && (
            <button type="button" aria-label="One step back" disabled={step === 0} onClick={() => onStep(step - 1)}>
              <IconChevronLeft size={22} stroke={1.8} aria-hidden />
            </button>
          )}
          step {step + 1} of {last + 1}
          {onStep !== undefined && last > 0 && (
            <button type="button" aria-label="Next step" disabled={step === last} onClick={() => onStep(step + 1)}>
              <IconChevronRight size={22} stroke={1.8} aria-hidden />
            </button>
          )}
        </span>
      </div>
      <div className={styles.pane}>{children}</div>
    </div>
  )
}
