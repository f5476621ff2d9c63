import IconChevronLeft from '@tabler/icons-react/icons/IconChevronLeft'
import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight'
import styles from './LiveFrame.module.css'

type LiveStepsProps = {
  readonly step: number
  readonly count: number
  /** Left out where nothing can be pressed. */
  readonly onStep?: ((step: number) => void) | undefined
}

/** Which of its steps a live pane stands on, and the ways to the next and back, for mouse and touch. */
export function LiveSteps({ step, count, onStep }: LiveStepsProps) {
  const hasButtons = onStep !== undefined && count > 1
  return (
    <span className={styles.steps} data-keys="deck">
      {hasButtons && (
        <button type="button" aria-label="One step back" disabled={step === 0} onClick={() => onStep(step - 1)}>
          <IconChevronLeft size={22} stroke={1.8} aria-hidden />
        </button>
      )}
      step {step + 1} of {count}
      {hasButtons && (
        <button type="button" aria-label="Next step" disabled={step === count - 1} onClick={() => onStep(step + 1)}>
          <IconChevronRight size={22} stroke={1.8} aria-hidden />
        </button>
      )}
    </span>
  )
}
