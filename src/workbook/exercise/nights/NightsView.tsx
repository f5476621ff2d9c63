import type { NightReport, NightsDifference } from '#grading/verdict.ts'
import { isGoodNight } from './night-words.ts'
import { NightLine } from './NightLine.tsx'
import styles from './Nights.module.css'

/** After a check: the nights nobody has seen, folded as long as one that is seen went wrong; the others stand in the list above. */
export function NightsView({ difference }: { readonly difference: NightsDifference }) {
  const hidden = difference.nights.filter(({ isHidden }) => isHidden)
  if (hidden.length === 0) return null
  const wrong = hidden.filter((night) => !isGoodNight(night))
  const isSeen = difference.nights.some((night) => !night.isHidden && !isGoodNight(night))
  const [first] = isSeen ? [] : wrong
  const outcome = wrong.length === 0 ? 'all went well' : `${wrong.length} did not go well`
  return (
    <div className={styles.verdict}>
      {first === undefined ? null : (
        <>
          <p className={styles.note}>A night you have not seen:</p>
          <NightLines nights={[first]} />
        </>
      )}
      <details>
        <summary>
          {hidden.length} nights you have not seen: {outcome}
        </summary>
        <NightLines nights={[...wrong, ...hidden.filter(isGoodNight)]} />
      </details>
    </div>
  )
}

const NightLines = ({ nights }: { readonly nights: readonly NightReport[] }) => (
  <ul className={styles.nights}>
    {nights.map((night, at) => (
      <NightLine key={at} title={night.title} report={night} />
    ))}
  </ul>
)
