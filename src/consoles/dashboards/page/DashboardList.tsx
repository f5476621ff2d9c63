import { IconFileImport, IconLayoutDashboard, IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { onMadeChange } from '#clients/made-changes.ts'
import type { FoundDashboard, GrafanaClient } from '#clients/grafana.ts'
import type { ConsoleProps } from '#ui/console/console-props.ts'
import { useLoaded } from '#ui/console/use-loaded.ts'
import { Button } from '#ui/kit/Button.tsx'
import { EmptyState } from '#ui/kit/EmptyState.tsx'
import { Skeleton } from '#ui/kit/Progress.tsx'
import { TextField } from '#ui/metric-query/inputs/TextField.tsx'
import { newDashboard } from '../file/dashboard-json.ts'
import type { Json } from '../file/json.ts'
import { ConfirmDialog } from '../dialogs/ConfirmDialog.tsx'
import { ImportDialog } from '../dialogs/ImportDialog.tsx'
import { leaveDraft } from './use-drafts.ts'
import styles from '../GrafanaConsole.module.css'

const ICON = { size: 16, stroke: 1.8, 'aria-hidden': true } as const

/** Every dashboard of the account, and the ways to a new one. */
export function DashboardList({ grafana, account, base, href, go }: ConsoleProps & { readonly grafana: GrafanaClient }) {
  const [wanted, setWanted] = useState('')
  const { value, error, reload } = useLoaded('all', (signal) => grafana.search('', signal))
  const [isImporting, setImporting] = useState(false)
  const [leaving, setLeaving] = useState<FoundDashboard>()
  const [refusal, setRefusal] = useState<string>()
  useEffect(() => onMadeChange(base, (kind) => kind === 'dashboard' && reload()), [base, reload])
  const open = (dashboard: Json) => {
    leaveDraft(account, 'new', dashboard)
    go('grafana', { uid: 'new' })
  }
  const remove = async (uid: string) => {
    setLeaving(undefined)
    await grafana.delete(uid).then(
      () => setRefusal(undefined),
      (failure: Error) => setRefusal(failure.message),
    )
    reload()
  }
  const shown = (value ?? []).filter(({ title }) => title.toLowerCase().includes(wanted.toLowerCase()))
  return (
    <>
      <header className={styles.header}>
        <h1 className={styles.heading}>Dashboards</h1>
        <div className={styles.actions}>
          <Button icon={<IconFileImport {...ICON} />} onClick={() => setImporting(true)}>
            Import
          </Button>
          <Button look="primary" icon={<IconPlus {...ICON} />} onClick={() => open(newDashboard('New dashboard'))}>
            New dashboard
          </Button>
        </div>
      </header>
      <div className={styles.body}>
        <TextField label="Search dashboards" value={wanted} onCommit={setWanted} isLive size="wide" />
        {refusal === undefined ? null : <p className={styles.alert}>Grafana refuses this: {refusal}</p>}
        {value === undefined && error === undefined ? <Skeleton rows={4} /> : null}
        {error === undefined ? null : (
          <EmptyState kind="problem" title="The dashboards cannot be listed" action={<Button onClick={reload}>Try again</Button>}>
            {error.message}
          </EmptyState>
        )}
        {value !== undefined && shown.length === 0 ? (
          <EmptyState title={value.length === 0 ? 'No dashboard yet' : `No dashboard has “${wanted}” in its title`}>
            {value.length === 0
              ? 'Dashboards would be listed here: make one, or import a file of Grafana’s.'
              : 'Another word, or a new dashboard.'}
          </EmptyState>
        ) : null}
        <ul className={styles.list}>
          {shown.map((one) => (
            <li key={one.uid} className={styles.found}>
              <IconLayoutDashboard size={20} stroke={1.8} aria-hidden="true" />
              <a className={styles.open} href={href('grafana', { uid: one.uid })}>
                {one.title}
              </a>
              <span className={styles.tags}>{one.tags.join(' · ')}</span>
              <Button
                look="quiet"
                size="small"
                icon={<IconTrash {...ICON} />}
                aria-label={`Delete ${one.title}`}
                title="Delete"
                onClick={() => setLeaving(one)}
              />
            </li>
          ))}
        </ul>
      </div>
      {isImporting ? <ImportDialog onClose={() => setImporting(false)} onImport={open} /> : null}
      {leaving === undefined ? null : (
        <ConfirmDialog
          title={`Delete “${leaving.title}”?`}
          says="The dashboard and all its panels go. There is no way back but a file you exported."
          confirm="Delete"
          onClose={() => setLeaving(undefined)}
          onConfirm={() => void remove(leaving.uid)}
        />
      )}
    </>
  )
}
