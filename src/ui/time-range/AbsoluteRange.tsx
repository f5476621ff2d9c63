import { useId, useState, type FormEvent } from 'react'
import type { TimeRange } from '#lib/time.ts'
import { Button } from '#ui/kit/Button.tsx'
import { usePreferences } from '#ui/preferences.ts'
import { formatTime, parseTime, zoneName } from './format-time.ts'
import styles from './TimeRangePicker.module.css'

/** What is wrong with two moments as typed, or the range they make. */
function readRange(from: string, to: string, zone: 'utc' | 'local'): TimeRange | string {
  const start = parseTime(from, zone)
  const end = parseTime(to, zone)
  if (start === undefined) return `expected a time such as 2026-03-04 09:00:00, found "${from}"`
  if (end === undefined) return `expected a time such as 2026-03-04 09:30:00, found "${to}"`
  return start < end ? { start, end } : 'the end is not after the start'
}

/** From one moment to another, typed. */
export function AbsoluteRange({ selected, onSelect }: { readonly selected: TimeRange; onSelect(range: TimeRange): void }) {
  const { zone } = usePreferences()
  const [from, setFrom] = useState(() => formatTime(selected.start, zone))
  const [to, setTo] = useState(() => formatTime(selected.end, zone))
  const [problem, setProblem] = useState<string>()
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const range = readRange(from, to, zone)
    if (typeof range === 'string') setProblem(range)
    else onSelect(range)
  }
  const field = (name: string, value: string, change: (text: string) => void) => (
    <label className={styles.field}>
      {name}
      <input
        className={styles.input}
        value={value}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={problem === undefined ? undefined : id}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  )
  return (
    <form className={styles.absolute} onSubmit={submit}>
      <p className={styles.heading}>From one moment to another, {zoneName(zone, selected.start)}</p>
      {field('From', from, setFrom)}
      {field('To', to, setTo)}
      <p id={id} className={styles.problem} role="alert">
        {problem}
      </p>
      <Button type="submit" size="small">
        Apply
      </Button>
    </form>
  )
}
