import { useState } from 'react'
import { Button } from '#ui/kit/Button.tsx'
import { placedPanels, unwrapDashboard } from '../file/dashboard-json.ts'
import type { Json } from '../file/json.ts'
import { Dialogue } from './Dialogue.tsx'
import styles from './Dialogue.module.css'

type ImportDialogProps = { onClose(): void; onImport(dashboard: Json): void }

/** A dashboard of a file, or what is wrong with it. */
export function readDashboard(text: string): Json | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (failure) {
    return `this is no JSON: ${failure instanceof Error ? failure.message : String(failure)}`
  }
  if (typeof value === 'object' && value !== null && 'kind' in value && 'spec' in value)
    return 'this is a dashboard in the newer resource form (v2): export it as classic JSON'
  const dashboard = unwrapDashboard(value)
  if (dashboard === undefined) return 'this JSON is no dashboard: it has no title and no panels'
  return { ...dashboard, id: null, title: typeof dashboard.title === 'string' ? dashboard.title : 'Imported dashboard' }
}

/** Takes a dashboard out of a file or a text; nothing of it is left behind. */
export function ImportDialog({ onClose, onImport }: ImportDialogProps) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const load = () => {
    const dashboard = readDashboard(text)
    if (typeof dashboard === 'string') setProblem(dashboard)
    else onImport(dashboard)
  }
  const read = (file: File | undefined) => {
    if (file === undefined) return
    file.text().then(
      (content) => {
        setText(content)
        const dashboard = readDashboard(content)
        setProblem(typeof dashboard === 'string' ? dashboard : undefined)
      },
      () => setProblem('this file cannot be read'),
    )
  }
  const found = text === '' ? undefined : readDashboard(text)
  return (
    <Dialogue title="Import a dashboard" onClose={onClose}>
      <label className={styles.field}>
        <span className={styles.caption}>A file that Grafana exported</span>
        <input type="file" accept=".json,application/json" onChange={(event) => read(event.target.files?.[0])} />
      </label>
      <label className={styles.field}>
        <span className={styles.caption}>or its text</span>
        <textarea className={styles.area} value={text} spellCheck={false} onChange={(event) => setText(event.target.value)} />
      </label>
      {problem === undefined ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {typeof found === 'object' ? (
        <p className={styles.note}>
          “{String(found.title)}” with {placedPanels(found).length} panels. Members that are not known here are kept as they are.
        </p>
      ) : null}
      <div className={styles.buttons}>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" onClick={load} disabled={text.trim() === ''}>
          Load
        </Button>
      </div>
    </Dialogue>
  )
}
