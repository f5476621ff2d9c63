import type { KeyboardEvent, MouseEvent } from 'react'
import type { Replay } from '#lib/alarm/replay.ts'
import type { PlotFrame } from '#ui/chart/plot-frame.ts'
import { usePreferences } from '#ui/preferences.ts'
import { zoneName } from '#ui/time-range/format-time.ts'
import { alarmStates, clockTime, formatSpan, stateWords, stretchIndexAt, totalWords } from './state-words.ts'
import styles from './StateBand.module.css'

type StateBandProps = {
  readonly replay: Replay
  /** The plot it stands under; its element's whole width without one. */
  readonly frame?: Pick<PlotFrame, 'left' | 'width'>
  /** A moment in the stretch that is looked at. */
  readonly selected?: number | undefined
  onSelect?(at: number): void
  /** It is of an alarm that has changed since. */
  readonly isStale?: boolean
}

/** The states of an alarm over time, under its chart. A state has a colour, a height and a pattern; arrow keys walk from stretch to stretch, and each is said. */
export function StateBand({ replay, frame, selected, onSelect, isStale = false }: StateBandProps) {
  const { zone } = usePreferences()
  const { stretches, start, end } = replay
  const index = selected === undefined ? -1 : stretchIndexAt(stretches, selected)
  const chosen = stretches[index]
  const select = (at: number) => {
    const stretch = stretches[Math.min(stretches.length - 1, Math.max(0, at))]
    if (stretch !== undefined) onSelect?.(stretch.start)
  }
  const keys = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: index - 1,
      ArrowDown: index - 1,
      ArrowRight: index + 1,
      ArrowUp: index + 1,
      Home: 0,
      End: stretches.length - 1,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    select(to)
  }
  const press = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    select(stretchIndexAt(stretches, start + ((event.clientX - box.left) / box.width) * (end - start)))
  }
  const place = frame === undefined ? {} : { marginLeft: frame.left, width: frame.width }
  const said = chosen && `${stateWords[chosen.state]} from ${clockTime(chosen.start, zone)} to ${clockTime(chosen.end, zone)}`
  return (
    // An input of type range has one thumb on a track; here the stretches themselves are walked.
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="slider"
      tabIndex={0}
      className={styles.band}
      style={place}
      data-stale={isStale || undefined}
      aria-label="States over time"
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={stretches.length}
      aria-valuenow={index + 1}
      aria-valuetext={
        chosen === undefined
          ? `${stretches.length} stretches`
          : `${said} ${zoneName(zone, chosen.start)}, ${formatSpan(chosen.end - chosen.start)}, ${index + 1} of ${stretches.length}`
      }
      title={said}
      onKeyDown={keys}
      onClick={press}
    >
      <Bars replay={replay} width={frame?.width ?? USUAL_WIDTH} />
      {chosen === undefined ? null : (
        <span
          className={styles.chosen}
          style={{ left: percent(chosen.start - start, end - start), width: percent(chosen.end - chosen.start, end - start) }}
        />
      )}
    </div>
  )
}

const percent = (part: number, whole: number): string => `${whole > 0 ? (part / whole) * 100 : 0}%`

const WIDTH = 10_000
/** Pixels: where no plot says how wide the band is, and what a stretch in alarm has at least. */
const USUAL_WIDTH = 800
const LEAST = 3
/** What is OK stands lower than an alarm; where data are insufficient, the hatching behind is seen. */
const TOP: Readonly<Record<'OK' | 'ALARM', number>> = { OK: 0.35, ALARM: 0 }

/** One path a state, however often it changed. */
function Bars({ replay: { stretches, start, end }, width: seen }: { readonly replay: Replay; readonly width: number }) {
  const least = (LEAST / Math.max(seen, 1)) * WIDTH
  const scale = end > start ? WIDTH / (end - start) : 0
  const paths = { OK: '', ALARM: '' }
  for (const stretch of stretches) {
    if (stretch.state === 'INSUFFICIENT_DATA') continue
    const x = ((stretch.start - start) * scale).toFixed(1)
    // an alarm of one minute in a long night is seen all the same
    const width = Math.max((stretch.end - stretch.start) * scale, stretch.state === 'ALARM' ? least : 0).toFixed(1)
    paths[stretch.state] += `M${x} ${TOP[stretch.state]}h${width}V1H${x}z`
  }
  return (
    <svg className={styles.bars} viewBox={`0 0 ${WIDTH} 1`} preserveAspectRatio="none" aria-hidden="true">
      <path d={paths.OK} fill="var(--ok)" />
      <path d={paths.ALARM} fill="var(--alarm)" />
    </svg>
  )
}

/** What each look means, with how often and how long. */
export function StateLegend({ replay, hasIncidents = false }: { readonly replay: Replay; readonly hasIncidents?: boolean }) {
  const shown = alarmStates.filter((state) => state !== 'INSUFFICIENT_DATA' || replay.totals[state].duration > 0)
  return (
    <ul className={styles.legend}>
      {shown.map((state) => (
        <li key={state}>
          <span className={styles.swatch} data-state={state} aria-hidden="true" />
          {totalWords(replay, state)}
        </li>
      ))}
      {hasIncidents ? (
        <li>
          <span className={styles.swatch} data-state="incident" aria-hidden="true" />
          The real incident
        </li>
      ) : null}
    </ul>
  )
}
