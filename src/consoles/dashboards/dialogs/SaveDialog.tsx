import { useState } from 'react'
import { GrafanaError, type GrafanaClient, type SavedDashboard } from '#clients/grafana.ts'
import { Button } from '#ui/kit/Button.tsx'
import { titleOf } from '../file/dashboard-json.ts'
import type { Json } from '../file/json.ts'
import { Dialogue } from './Dialogue.tsx'
import styles from './Dialogue.module.css'

type SaveDialogProps = {
  readonly grafana: GrafanaClient
  readonly dashboard: Json
  readonly isKept: boolean
  onClose(): void
  onSaved(saved: SavedDashboard, dashboard: Json): void
}

const saysOf = (failure: unknown): { readonly text: string; readonly mayOverwrite: boolean } => {
  if (!(failure instanceof GrafanaError)) return { text: String(failure), mayOverwrite: false }
  if (failure.reason === 'version-mismatch')
    return { text: 'Somebody else saved this dashboard since you opened it. Saving over it loses what they changed.', mayOverwrite: true }
  if (failure.reason === 'name-exists')
    return { text: 'Another dashboard has this title already: choose another one.', mayOverwrite: false }
  return { text: failure.message, mayOverwrite: false }
}

/** Saves a dashboard under its title, with a word about what changed. */
export function SaveDialog({ grafana, dashboard, isKept, onClose, onSaved }: SaveDialogProps) {
  const [title, setTitle] = useState(titleOf(dashboard))
  const [message, setMessage] = useState('')
  const [refusal, setRefusal] = useState<ReturnType<typeof saysOf>>()
  const [isSaving, setSaving] = useState(false)
  const save = (overwrite: boolean) => {
    const named = { ...dashboard, title }
    setSaving(true)
    grafana.save({ dashboard: named, message, overwrite }).then(
      (saved) => onSaved(saved, named),
      (failure: unknown) => {
        setRefusal(saysOf(failure))
        setSaving(false)
      },
    )
  }
  return (
    <Dialogue title="Save dashboard" onClose={onClose}>
      <form
        className={styles.dialog}
        style={{ padding: 0 }}
        onSubmit={(event) => {
          event.preventDefault()
          save(false)
        }}
      >
        <label className={styles.field}>
          <span className={styles.caption}>Title</span>
          <input className={styles.line} value={title} onChange={(event) => setTitle(event.target.value)} />
        </label>
        <label className={styles.field}>
          <span className={styles.caption}>What changed (optional)</span>
          <input className={styles.line} value={message} onChange={(event) => setMessage(event.target.value)} />
        </label>
        <p className={styles.note}>
          {isKept
            ? 'It is here again after a reload and in your other tabs, and it is in your export.'
            : 'It lasts as long as this page: only what is made in the open world is kept.'}
        </p>
        {refusal === undefined ? null : (
          <p className={styles.problem} role="alert">
            {refusal.text}
          </p>
        )}
        <div className={styles.buttons}>
          <Button onClick={onClose}>Cancel</Button>
          {refusal?.mayOverwrite === true ? (
            <Button onClick={() => save(true)} disabled={isSaving}>
              Save over it
            </Button>
          ) : null}
          <Button look="primary" type="submit" disabled={isSaving || title.trim() === ''}>
            Save
          </Button>
        </div>
      </form>
    </Dialogue>
  )
}
