import IconFileUpload from '@tabler/icons-react/icons/IconFileUpload'
import { lazy, Suspense, useRef } from 'react'
import controls from '#ui/theme/controls.module.css'
import { useHashQuery } from '../location.ts'
import { PageHeading } from '../shell/PageHeading.tsx'
import { WorkspaceSkeleton } from '../exercise/frame/WorkspaceSkeleton.tsx'
import { DropArea } from './DropArea.tsx'
import { ImportStatus } from './ImportStatus.tsx'
import { isLanguage, languages, type LogLanguage } from './languages.ts'
import styles from './LogsPage.module.css'
import { useImports } from './use-imports.ts'
import { useOpenLogs } from './use-open-logs.ts'

const LogPanes = lazy(() => import('./LogPanes.tsx'))

/** Any group of the company's own hour, or a person's own log, filtered and queried. */
export default function LogsPage() {
  const open = useOpenLogs()
  const imports = useImports(open)
  const [query, changeQuery] = useHashQuery()
  const asked = query.get('in')
  const language: LogLanguage = isLanguage(asked) ? asked : 'filter-pattern'
  const choose = (next: LogLanguage) => changeQuery({ in: next === 'filter-pattern' ? undefined : next, q: undefined, tab: undefined })
  return (
    <DropArea onFiles={imports.take}>
      <div className={styles.page}>
        <header className={styles.head}>
          <div className={styles.words}>
            <PageHeading title="Logs" className={styles.heading} />
            <p>The café chain’s own log groups on a Wednesday afternoon, or a file of yours: drop it anywhere, nothing leaves this tab.</p>
          </div>
          <FileButton onFiles={imports.take} />
        </header>
        <ImportStatus imports={imports} />
        <nav className={styles.languages} aria-label="Ask with">
          {languages.map(({ id, title }) => (
            <button key={id} type="button" aria-pressed={id === language} onClick={() => choose(id)}>
              {title}
            </button>
          ))}
        </nav>
        <div className={styles.pane}>
          <Suspense fallback={<WorkspaceSkeleton />}>
            <LogPanes key={language} language={language} open={open} own={imports.groups} />
          </Suspense>
        </div>
      </div>
    </DropArea>
  )
}

function FileButton({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className={controls.button} onClick={() => input.current?.click()}>
        <IconFileUpload size={19} stroke={1.8} aria-hidden />
        Open a log file
      </button>
      <input
        ref={input}
        type="file"
        multiple
        className="visually-hidden"
        tabIndex={-1}
        aria-label="Log files"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}
