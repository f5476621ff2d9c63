import type { Audience } from '#deck/slide.ts'
import styles from './StageBar.module.css'

type AudienceSelectProps = {
  readonly audiences: readonly Audience[]
  readonly audience: string | undefined
  onAudience(audience: string | undefined): void
}

/** Some slides are for one audience only; the choice stands in the link. */
export function AudienceSelect({ audiences, audience, onAudience }: AudienceSelectProps) {
  if (audiences.length === 0) return null
  return (
    <label className={styles.audience}>
      <span className={styles.word}>For</span>
      <select
        value={audience ?? ''}
        onChange={(event) => onAudience(event.target.value === '' ? undefined : event.target.value)}
        aria-label="Audience"
      >
        <option value="">everybody</option>
        {audiences.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
