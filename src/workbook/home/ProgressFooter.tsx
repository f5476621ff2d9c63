import IconDownload from '@tabler/icons-react/icons/IconDownload'
import IconRotate from '@tabler/icons-react/icons/IconRotate'
import IconUpload from '@tabler/icons-react/icons/IconUpload'
import { useRef, useState } from 'react'
import { setTheme, usePreferences, type Theme } from '#ui/preferences.ts'
import controls from '#ui/theme/controls.module.css'
import { useCourse } from '../course.ts'
import type { Progress, ProgressStore } from '../progress/store.ts'
import { useProgress, useProgressStore } from '../progress/use-progress.ts'
import { saveFile } from '../save-file.ts'
import styles from './ProgressFooter.module.css'

/** What is done, where it is kept, and ways to take it along. */
export function ProgressFooter() {
  const store = useProgressStore()
  const progress = useProgress()
  const [said, setSaid] = useState('')
  return (
    <footer className={styles.footer}>
      <div className={styles.words}>
        <p>
          <Summary progress={progress} />
        </p>
        <p className={styles.note}>{wordsFor(progress)}</p>
        <output className={styles.said}>{said}</output>
      </div>
      <div className={styles.actions}>
        <button type="button" className={`${controls.quiet} ${controls.small}`} onClick={() => exportProgress(store, setSaid)}>
          <IconDownload size={17} stroke={1.8} aria-hidden />
          Export progress
        </button>
        <ImportButton store={store} say={setSaid} />
        <ResetButton store={store} say={setSaid} />
        <ThemeChoice />
      </div>
    </footer>
  )
}

function Summary({ progress }: { readonly progress: Progress }) {
  const { units } = useCourse()
  const ids = units.flatMap((unit) => unit.exercises.map(({ id }) => id))
  const done = ids.flatMap((id) => progress.records.get(id)?.done ?? [])
  const helped = done.filter(({ help }) => help).length
  return (
    <>
      {done.length} of {ids.length} exercises done{helped > 0 && `, ${helped} of them with help`}.
    </>
  )
}

function wordsFor({ keeping, setAside }: Progress): string {
  const broken = setAside ? ' Something kept here could not be read; it was set aside, not thrown away.' : ''
  if (keeping === 'memory') return `This browser is not keeping your work: export it before you close the tab.${broken}`
  return `Your work is kept in this browser and nowhere else.${broken}`
}

function exportProgress(store: ProgressStore, say: (words: string) => void): void {
  saveFile('watchkeeper-progress.json', 'application/json', store.exportFile())
  say('Exported as watchkeeper-progress.json.')
}

type ButtonProps = { readonly store: ProgressStore; readonly say: (words: string) => void }

function ImportButton({ store, say }: ButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    const outcome = store.importFile(await file.text())
    if (outcome.kind === 'refused') say(`“${file.name}” was not taken: ${outcome.reason}. Your progress is as it was.`)
    else
      say(
        `Took in ${outcome.exercises} ${outcome.exercises === 1 ? 'exercise' : 'exercises'}. Newer answers and what was already done here stayed.`,
      )
    if (input.current) input.current.value = ''
  }
  return (
    <>
      <button type="button" className={`${controls.quiet} ${controls.small}`} onClick={() => input.current?.click()}>
        <IconUpload size={17} stroke={1.8} aria-hidden />
        Import progress
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="Progress file"
        onChange={(event) => void take(event.target.files?.[0])}
      />
    </>
  )
}

/** Asks once, in place: what is cleared here is cleared in every tab. */
function ResetButton({ store, say }: ButtonProps) {
  const [asking, setAsking] = useState(false)
  const clear = () => {
    store.resetAll()
    setAsking(false)
    say('Every exercise is as new.')
  }
  if (!asking) {
    return (
      <button type="button" className={`${controls.quiet} ${controls.small}`} onClick={() => setAsking(true)}>
        <IconRotate size={17} stroke={1.8} aria-hidden />
        Start over
      </button>
    )
  }
  return (
    <fieldset className={styles.asking}>
      <legend className="visually-hidden">Start over</legend>
      <span>Clear every answer?</span>
      <button type="button" className={`${controls.button} ${controls.small}`} onClick={clear}>
        Clear everything
      </button>
      <button type="button" className={`${controls.quiet} ${controls.small}`} onClick={() => setAsking(false)}>
        Keep it
      </button>
    </fieldset>
  )
}

const themes: readonly { readonly theme: Theme; readonly title: string }[] = [
  { theme: 'system', title: 'as the system' },
  { theme: 'light', title: 'light' },
  { theme: 'dark', title: 'dark' },
]

function ThemeChoice() {
  const { theme } = usePreferences()
  return (
    <label className={styles.theme}>
      Theme
      <select value={theme} onChange={(event) => setTheme(themes.find((choice) => choice.theme === event.target.value)?.theme ?? 'system')}>
        {themes.map((choice) => (
          <option key={choice.theme} value={choice.theme}>
            {choice.title}
          </option>
        ))}
      </select>
    </label>
  )
}
