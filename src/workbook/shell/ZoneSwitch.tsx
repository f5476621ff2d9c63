import { setZone, usePreferences } from '#ui/preferences.ts'
import styles from './ZoneSwitch.module.css'

/** Times in UTC or in the browser's zone, as the consoles of the trade offer. */
export function ZoneSwitch() {
  const { zone } = usePreferences()
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <fieldset className={styles.switch}>
      <legend className="visually-hidden">Times in</legend>
      <button type="button" aria-pressed={zone === 'utc'} onClick={() => setZone('utc')}>
        UTC
      </button>
      <button type="button" aria-pressed={zone === 'local'} title={own} onClick={() => setZone('local')}>
        Local
      </button>
    </fieldset>
  )
}
