import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import IconX from '@tabler/icons-react/icons/IconX'
import { countOf } from '#ui/kit/counts.ts'
import { Progress } from '#ui/kit/Progress.tsx'
import type { ImportReport, LineNote } from '#lib/import-report.ts'
import styles from './ImportStatus.module.css'
import type { Imports, LogImport } from './use-imports.ts'

/** What became of each file: what was taken, what was refused and why. */
export function ImportStatus({ imports }: { readonly imports: Imports }) {
  const shown = imports.files.filter(({ isDismissed }) => isDismissed !== true)
  return (
    <ul className={styles.files} aria-live="polite">
      {shown.map((file) => (
        <li key={file.id} className={styles.file} data-state={lookOf(file)}>
          <FileState file={file} cancel={() => imports.cancel(file.id)} />
          {file.state.kind !== 'reading' && file.state.kind !== 'waiting' && (
            <button
              type="button"
              className={styles.dismiss}
              aria-label={`Put away the report on ${file.name}`}
              onClick={() => imports.dismiss(file.id)}
            >
              <IconX size={18} stroke={1.8} aria-hidden />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

type Look = 'busy' | 'ok' | 'warn'

function lookOf({ state }: LogImport): Look {
  if (state.kind === 'waiting' || state.kind === 'reading') return 'busy'
  return state.kind === 'taken' && state.report.refusal === undefined && state.report.refusedCount === 0 ? 'ok' : 'warn'
}

function FileState({ file, cancel }: { readonly file: LogImport; readonly cancel: () => void }) {
  const { state, name } = file
  if (state.kind === 'waiting') return <p>{name} waits for the log store to open.</p>
  if (state.kind === 'reading') {
    return (
      <div className={styles.reading}>
        <p>Reading {name}</p>
        <Progress {...sizes(state)} onCancel={cancel} />
      </div>
    )
  }
  if (state.kind === 'cancelled') return <p>{name} was cancelled; what had been read of it stays in its group until you reload.</p>
  if (state.kind === 'failed') return <Refused name={name} reason={state.message} />
  if (state.report.events === 0)
    return <Refused name={name} reason={state.report.refusal ?? 'no line of it is an event'} notes={state.report.refused} />
  return <Report name={name} report={state.report} />
}

const MEGABYTE = 1_000_000

/** Kilobytes, or megabytes where there are many. */
function sizes({ done, total }: { readonly done: number; readonly total: number }) {
  const unit = total < 10 * MEGABYTE ? 1000 : MEGABYTE
  return { done: Math.ceil(done / unit), total: Math.ceil(total / unit), unit: unit === MEGABYTE ? 'MB' : 'kB' }
}

function Refused({ name, reason, notes = [] }: { readonly name: string; readonly reason: string; readonly notes?: readonly LineNote[] }) {
  return (
    <div>
      <p className={styles.title}>
        <IconAlertTriangle size={19} stroke={1.8} aria-hidden />
        {name} was not taken
      </p>
      <p>{reason}</p>
      <Notes title="Lines refused" notes={notes} total={notes.length} />
    </div>
  )
}

function Report({ name, report }: { readonly name: string; readonly report: ImportReport }) {
  const { events, lines, group, refusedCount, refused, notes, isTimeless } = report
  const isWhole = refusedCount === 0 && report.refusal === undefined
  return (
    <div>
      <p className={styles.title}>
        {isWhole ? <IconCircleCheck size={19} stroke={1.8} aria-hidden /> : <IconAlertTriangle size={19} stroke={1.8} aria-hidden />}
        <span>
          {name} is the log group <code>{group}</code>
        </span>
      </p>
      <p>
        {countOf(events, 'event')} out of {countOf(lines, 'line')}
        {refusedCount > 0 && `; ${countOf(refusedCount, 'line')} refused`}. It is in this tab only, until you reload.
        {isTimeless && ' The file has no times of its own, so its lines stand one millisecond apart, the last one at the open world’s now.'}
      </p>
      {report.refusal !== undefined && <p>{report.refusal}</p>}
      <Notes title="Lines refused" notes={refused} total={refusedCount} />
      <Notes title="Worth knowing" notes={notes} total={notes.length} />
    </div>
  )
}

function Notes({ title, notes, total }: { readonly title: string; readonly notes: readonly LineNote[]; readonly total: number }) {
  if (notes.length === 0) return null
  return (
    <details className={styles.notes}>
      <summary>{title}</summary>
      <ul>
        {notes.map((note) => (
          <li key={`${note.line} ${note.text}`}>
            line {note.line}: {note.text}
          </li>
        ))}
      </ul>
      {total > notes.length && <p>and {countOf(total - notes.length, 'more line')}</p>}
    </details>
  )
}
