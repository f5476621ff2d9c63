import type { AskedClaim, ClaimConsole, JournalEntry } from '#grading/exercise.ts'
import { usePreferences } from '#ui/preferences.ts'
import { formatRange, zoneName } from '#ui/time-range/format-time.ts'
import styles from './Investigate.module.css'

type JournalListProps = {
  readonly asked: AskedClaim
  readonly journal: readonly JournalEntry[]
  readonly evidence: readonly number[]
  readonly titles: Readonly<Record<ClaimConsole, string>>
  onCite(at: number, isCited: boolean): void
}

/** Every question that was asked, the newest first; those that are cited carry the claim. */
export function JournalList({ asked, journal, evidence, titles, onCite }: JournalListProps) {
  const { zone } = usePreferences()
  const isCiting = asked.evidence > 0
  return (
    <section className={styles.journal} aria-label="Journal">
      <h2>
        Journal <span>{journal.length === 0 ? '' : `${journal.length} asked`}</span>
      </h2>
      {isCiting && (
        <p className={styles.note}>
          Tick what your claim rests on: from {asked.evidence} of {asked.consoles.map((console) => titles[console]).join(', ')}, over the
          time it began.
        </p>
      )}
      {journal.length === 0 && <p className={styles.note}>What you run stands here.</p>}
      <ol reversed>
        {journal
          .map((entry, at) => ({ entry, at }))
          .toReversed()
          .map(({ entry: { console, text, group, range }, at }) => (
            <li key={at}>
              <label className={styles.entry}>
                {isCiting && (
                  <input
                    type="checkbox"
                    checked={evidence.includes(at)}
                    aria-label={`Evidence: ${text}`}
                    onChange={(event) => onCite(at, event.target.checked)}
                  />
                )}
                <span>
                  <code>{text}</code>
                  <small>
                    {titles[console]}
                    {group === undefined ? '' : `, ${group}`}, {formatRange(range, zone)} {zoneName(zone, range.start)}
                  </small>
                </span>
              </label>
            </li>
          ))}
      </ol>
    </section>
  )
}
