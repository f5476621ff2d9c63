import IconArrowRight from '@tabler/icons-react/icons/IconArrowRight'
import controls from '#ui/theme/controls.module.css'
import { exercisePath, useCourse, type Place } from '../course.ts'
import { hrefTo } from '../location.ts'
import { useProgress } from '../progress/use-progress.ts'
import { PageHeading } from '../shell/PageHeading.tsx'
import styles from './NightCard.module.css'
import { NightFigure } from './NightFigure.tsx'
import { whereYouWere, type Offer } from './where-you-were.ts'

/** The first thing on home: where you were, and the one button that takes you back there. */
export function NightCard() {
  const course = useCourse()
  const progress = useProgress()
  return (
    <section className={styles.card} aria-label="Where you were">
      <div className={styles.words}>{progress.loaded && <Words offer={whereYouWere(course, progress)} />}</div>
      <NightFigure />
    </section>
  )
}

function Words({ offer }: { readonly offer: Offer }) {
  if (offer.kind === 'finished') {
    return (
      <>
        <p className={styles.note}>Everything so far is done</p>
        <PageHeading title="Watchkeeper" className={styles.heading}>
          The watch is yours
        </PageHeading>
        <p className={styles.says}>You have been through every exercise there is. Your own logs are next: they stay in this tab.</p>
        <Action to="/logs">Open your logs</Action>
      </>
    )
  }
  const { place } = offer
  const title = offer.kind === 'start' ? 'Learn to read what a system says' : place.summary.title
  return (
    <>
      <p className={styles.note}>{offer.kind === 'start' ? 'A workbook for monitoring and observability' : whereIs(place)}</p>
      <PageHeading title="Watchkeeper" className={styles.heading}>
        {title}
      </PageHeading>
      <p className={styles.says}>{says(offer)}</p>
      <Action to={exercisePath(place.summary.id)}>{actions[offer.kind]}</Action>
    </>
  )
}

const actions = { start: 'Start here', 'carry-on': 'Carry on', next: 'Next exercise' }

const whereIs = (place: Place): string => `${place.unit.title} · exercise ${place.index + 1} of ${place.unit.exercises.length}`

function says(offer: Exclude<Offer, { kind: 'finished' }>): string {
  if (offer.kind === 'start') {
    return 'Real query engines over a café chain’s logs, in this tab. Try, be told exactly what was wrong, and try again; nothing to install.'
  }
  if (offer.kind === 'carry-on' && offer.hasDraft) return 'You left an answer half-written; it is still there.'
  return offer.place.unit.sentence
}

function Action({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <a className={`${controls.lamp} ${styles.action}`} href={hrefTo(to)}>
      {children}
      <IconArrowRight size={18} stroke={1.8} aria-hidden />
    </a>
  )
}
