import { useCourse } from '../course.ts'
import { useProgress } from '../progress/use-progress.ts'
import styles from './HomePage.module.css'
import { NightCard } from './NightCard.tsx'
import { ProgressFooter } from './ProgressFooter.tsx'
import { Tiles } from './Tiles.tsx'
import { UnitCard } from './UnitCard.tsx'

export function HomePage() {
  const { units } = useCourse()
  const progress = useProgress()
  return (
    <div className={styles.page}>
      <NightCard />
      <section aria-labelledby="units">
        <h2 id="units" className={styles.heading}>
          Units <small>work through them, or take what you need</small>
        </h2>
        <ul className={styles.units}>
          {units.map((unit) => (
            <li key={unit.slug}>
              <UnitCard unit={unit} progress={progress} />
            </li>
          ))}
        </ul>
      </section>
      <Tiles />
      <ProgressFooter />
    </div>
  )
}
