import Badge from '@cloudscape-design/components/badge'
import styles from './Events.module.css'

/** A step of its own, so that it is brought into sight once and not with every draw. */
const bringIntoSight = (element: HTMLElement | null): void => element?.scrollIntoView?.({ block: 'center' })

/** Stands at the event that was looked for. */
export const Marked = () => (
  <span ref={bringIntoSight} className={styles.marked}>
    <Badge color="blue">This event</Badge>
  </span>
)
