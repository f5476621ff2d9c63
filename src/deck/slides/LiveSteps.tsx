import IconChevronLeft from '@tabler/icons-react/icons/IconChevronLeft'
import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight'
import IconRotate from '@tabler/icons-react/icons/IconRotate'
import styles from './LiveFrame.module.css'

type LiveStepsProps = {
  readonly step: number
  readonly count: number
  /** Left out where nothing can be pressed. */
  readonly onStep?: ((step: number) => void) | undefined
  /** Sets the pane to what this step shows, whatever was done in it by hand. */
  readonly onReset?: (() => void) | undefined
}

/** Which of its steps a live pane stands on, and the ways to the next and back, for mouse and touch. */
export function LiveSteps({ step, count, onStep, onReset }: LiveStepsProps) {
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
      {onReset !== undefined && (
        <button type="button" aria-label="Reset this step" title="Reset this step" onClick={onReset}>
          <IconRotate size={20} stroke={1.8} aria-hidden />
        </button>
      )}
    </span>
  )
}
