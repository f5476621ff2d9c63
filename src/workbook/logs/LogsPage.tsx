import { lazy, Suspense } from 'react'
import { useHashQuery } from '../location.ts'
import { PageHeading } from '../shell/PageHeading.tsx'
import { WorkspaceSkeleton } from '../exercise/frame/WorkspaceSkeleton.tsx'
import { DropArea } from '../own-logs/DropArea.tsx'
import { FileButton } from '../own-logs/FileButton.tsx'
import { ImportStatus } from '../own-logs/ImportStatus.tsx'
import { useImports } from '../own-logs/use-imports.ts'
import { isLanguage, languages, type LogLanguage } from './languages.ts'
import styles from './LogsPage.module.css'
import { useOpenLogs } from './use-open-logs.ts'

const LogPanes = lazy(() => import('./LogPanes.tsx'))

/** Any group of the company's own hour, or a person's own log, filtered and queried. */
export default function LogsPage() {
  const open = useOpenLogs()
  const [query, changeQuery] = useHashQuery()
  const target = open.kind === 'open' ? { cloud: open.cloud, account: open.world.account } : undefined
  const imports = useImports(target, ({ group }) => changeQuery({ group, start: undefined, end: undefined }))
  const asked = query.get('in')
  const language: LogLanguage = isLanguage(asked) ? asked : 'filter-pattern'
  const choose = (next: LogLanguage) => changeQuery({ in: next === 'filter-pattern' ? undefined : next, q: undefined, tab: undefined })
  return (
    <DropArea onFiles={imports.take}>
      <div className={styles.page}>
        <header className={styles.head}>
          <div className={styles.words}>
            <PageHeading title="Logs" className={styles.heading} />
            <p>
              The café chain’s own log groups on a Wednesday afternoon, or a file of yours: text, NDJSON, CSV, an answer of the AWS CLI or
              an S3 export, packed or not. Drop it anywhere; nothing leaves this tab.
            </p>
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
