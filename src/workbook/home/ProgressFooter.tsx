import IconDownload from '@tabler/icons-react/icons/IconDownload'
import IconRotate from '@tabler/icons-react/icons/IconRotate'
import IconUpload from '@tabler/icons-react/icons/IconUpload'
import { useRef, useState } from 'react'
import { setTheme, usePreferences, type Theme } from '#ui/preferences.ts'
import controls from '#ui/theme/controls.module.css'
import { useOpenCloud, type OpenCloud } from '../cloud.ts'
import { useCourse } from '../course.ts'
import { readProgressFile } from '../progress/file.ts'
import type { Progress, ProgressStore } from '../progress/store.ts'
import { useProgress, useProgressStore } from '../progress/use-progress.ts'
import { saveFile } from '#ui/save-file.ts'
import styles from './ProgressFooter.module.css'

/** What is done, where it is kept, and ways to take it along. */
export function ProgressFooter() {
  const store = useProgressStore()
  const progress = useProgress()
  const openCloud = useOpenCloud()
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
        <button
          type="button"
          className={`${controls.quiet} ${controls.small}`}
          onClick={() => void exportProgress(store, openCloud, setSaid)}
        >
          <IconDownload size={17} stroke={1.8} aria-hidden />
          Export progress
        </button>
        <ImportButton store={store} openCloud={openCloud} say={setSaid} />
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

/** Answers are here; what was made in the open consoles, the cloud has. */
async function exportProgress(store: ProgressStore, openCloud: OpenCloud, say: (words: string) => void): Promise<void> {
  say('Collecting what you made in the consoles…')
  const made = await openCloud()
    .then((cloud) => cloud.made())
    .catch(() => undefined)
  saveFile('watchkeeper-progress.json', 'application/json', store.exportFile(made))
  say(
    made === undefined
      ? 'Exported as watchkeeper-progress.json, without what you made in the consoles: the simulated cloud did not answer.'
      : 'Exported as watchkeeper-progress.json.',
  )
}

/** All of a file or nothing of it. */
async function importProgress(store: ProgressStore, openCloud: OpenCloud, name: string, text: string): Promise<string> {
  const refused = (reason: string): string => `“${name}” was not taken: ${reason}. Your progress is as it was.`
  const read = readProgressFile(text)
  if (read.kind === 'refused') return refused(read.reason)
  const { made } = read.file
  try {
    if (made.length > 0) await (await openCloud()).putMade(made)
  } catch (failure) {
    return refused(failure instanceof Error ? failure.message : String(failure))
  }
  const outcome = store.importFile(text)
  if (outcome.kind === 'refused') return refused(outcome.reason)
  const consoles = made.length === 0 ? '' : ` and ${counted(made.length, 'thing')} made in the consoles`
  return `Took in ${counted(outcome.exercises, 'exercise')}${consoles}. Newer answers and what was already done here stayed.`
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

type ButtonProps = { readonly store: ProgressStore; readonly say: (words: string) => void }

function ImportButton({ store, openCloud, say }: ButtonProps & { readonly openCloud: OpenCloud }) {
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    say(await importProgress(store, openCloud, file.name, await file.text()))
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
