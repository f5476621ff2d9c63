import { Prose } from '#ui/prose/Prose.tsx'
import type { Place } from '../../course.ts'
import { PageHeading } from '../../shell/PageHeading.tsx'
import type { Desk } from '../desk/use-desk.ts'
import styles from './Prompt.module.css'

/** What is asked: the story in two sentences, the task in one. */
export function Prompt({ place, desk }: { readonly place: Place; readonly desk: Desk }) {
  const { drawing, record } = desk
  return (
    <div className={styles.prompt}>
      <p className={styles.place}>
        {place.unit.title} · {place.index + 1} of {place.unit.exercises.length}
        {record?.done !== undefined && <span className={styles.done}> · {record.done.help ? 'done with help' : 'done'}</span>}
      </p>
      <PageHeading title={drawing.title} className={styles.heading} />
      <Prose prose={drawing.story} className={styles.story} />
      <Prose prose={drawing.task} className={styles.task} />
    </div>
  )
}
