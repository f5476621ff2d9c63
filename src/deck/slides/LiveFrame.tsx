import type { ReactNode } from 'react'
import { contentAt } from '#deck/session/tally.ts'
import { livePart, type Slide } from '#deck/slide.ts'
import { LiveSteps } from './LiveSteps.tsx'
import styles from './LiveFrame.module.css'

type LiveFrameProps = {
  readonly slide: Slide
  readonly step: number
  /** The real pane; without it the frame shows the query in hand. */
  readonly children: ReactNode
}

/** The accent frame around a pane on a slide. */
export function LiveFrame({ slide, step, children }: LiveFrameProps) {
  const part = livePart(slide)
  return (
    <div className={styles.frame} data-prevent-swipe>
      {children ?? (
        <>
          <div className={styles.head}>
            <span className={styles.name}>
              <span className={styles.dot} /> Live ·{' '}
              {part?.pane === 'alarm' ? 'CloudWatch alarm' : (part?.world.groups?.[0] ?? 'CloudWatch Logs')}
            </span>
            <LiveSteps step={step} count={part?.steps.length ?? 1} />
          </div>
          <pre className={styles.query}>{contentAt(slide, step)}</pre>
          {part?.world.lines !== undefined && (
            <pre className={styles.lines}>{part.world.lines.map(({ message }) => message).join('\n')}</pre>
          )}
        </>
      )}
    </div>
  )
}
