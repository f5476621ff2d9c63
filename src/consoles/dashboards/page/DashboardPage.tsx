import { useEffect, useMemo, useState } from 'react'
import type { CloudWatchClient } from '#clients/cloudwatch.ts'
import type { GrafanaClient, SavedDashboard } from '#clients/grafana.ts'
import { onMadeChange } from '#clients/made-changes.ts'
import type { MetricIdentity } from '#lib/metric/metric.ts'
import type { ConsoleProps } from '#ui/console/console-props.ts'
import { useConsoleRange } from '#ui/console/use-console-range.ts'
import { useLoaded } from '#ui/console/use-loaded.ts'
import { Button } from '#ui/kit/Button.tsx'
import { EmptyState } from '#ui/kit/EmptyState.tsx'
import { Skeleton } from '#ui/kit/Progress.tsx'
import { newDashboard, placedPanels, withNewPanel, withoutPanel, withPanelAt, type PlacedPanel } from '../file/dashboard-json.ts'
import { autoPeriod } from '../file/expand.ts'
import type { Json } from '../file/json.ts'
import type { Reading } from '../file/target-json.ts'
import { fillIn, variablesOf } from '../file/variables.ts'
import { SaveDialog } from '../dialogs/SaveDialog.tsx'
import { DashboardGrid } from './grid/DashboardGrid.tsx'
import { DashboardHeader, VariableBar } from './DashboardHeader.tsx'
import { withSavedTime } from './dashboard-time.ts'
import { EditPage } from './EditPage.tsx'
import type { PanelDeed } from './grid/PanelCard.tsx'
import { useDraft } from './use-drafts.ts'
import { useRefresh } from './use-refresh.ts'
import styles from '../GrafanaConsole.module.css'

/** The uid of a dashboard that was never saved. */
export const NEW = 'new'

type DashboardPageProps = ConsoleProps & {
  readonly uid: string
  readonly grafana: GrafanaClient
  readonly cloudwatch: CloudWatchClient
  readonly metrics: readonly MetricIdentity[] | undefined
  reloadMetrics(): void
}

/** One dashboard, read or new, and what was changed on it. */
export function DashboardPage(props: DashboardPageProps) {
  const { uid, grafana, account, base, href } = props
  const opened = useLoaded(uid === NEW ? undefined : uid, (signal) => grafana.dashboard(uid, signal))
  const [draft, setDraft] = useDraft(account, uid)
  const [fresh, setFresh] = useState<Json>()
  const { reload } = opened
  useEffect(() => onMadeChange(base, (kind) => kind === 'dashboard' && reload()), [base, reload])
  const [blank] = useState(() => newDashboard('New dashboard'))
  const read = opened.value?.dashboard ?? (uid === NEW ? blank : undefined)
  const saved = fresh !== undefined && Number(fresh.version) > Number(read?.version) ? fresh : read
  const dashboard = draft?.dashboard ?? saved
  if (dashboard === undefined && opened.error !== undefined) {
    return (
      <EmptyState kind="problem" title="This dashboard cannot be opened" action={<Button onClick={reload}>Try again</Button>}>
        {opened.error.message}. <a href={href('grafana')}>All dashboards</a>
      </EmptyState>
    )
  }
  if (dashboard === undefined)
    return (
      <div className={styles.body}>
        <Skeleton rows={6} />
      </div>
    )
  const keep = (answer: SavedDashboard, named: Json) => {
    setDraft(undefined)
    setFresh({ ...named, id: answer.id, uid: answer.uid, version: answer.version })
    if (uid === answer.uid) reload()
    else props.go('grafana', { uid: answer.uid })
  }
  return (
    <OpenDashboard
      {...props}
      dashboard={dashboard}
      isChanged={draft !== undefined || uid === NEW}
      change={(next) => setDraft({ dashboard: next, of: Number(saved?.version ?? 0) })}
      discard={() => (uid === NEW ? (setDraft(undefined), props.go('grafana')) : setDraft(undefined))}
      keep={keep}
    />
  )
}

type OpenDashboardProps = DashboardPageProps & {
  readonly dashboard: Json
  readonly isChanged: boolean
  change(dashboard: Json): void
  discard(): void
  keep(saved: SavedDashboard, dashboard: Json): void
}

function OpenDashboard(props: OpenDashboardProps) {
  const { dashboard, change, metrics, cloudwatch, range: whole, now, query, onQueryChange, href } = props
  const timed = useMemo(() => withSavedTime(query, dashboard, whole, now), [query, dashboard, whole, now])
  const time = useConsoleRange({ query: timed, range: whole, now, onQueryChange })
  const refresh = query.get('refresh') ?? 'off'
  const refreshAll = () => {
    time.refresh()
    props.reloadMetrics()
  }
  useRefresh(refresh, now, time.refresh)
  const variables = useMemo(() => variablesOf(dashboard, metrics ?? [], chosenOf(query)), [dashboard, metrics, query])
  const key = JSON.stringify([variables.map(({ name, value }) => [name, value]), autoPeriod(time.range)])
  // what a file is read by is the same as long as its values are
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const reading = useMemo((): Reading => readingOf(variables, autoPeriod(time.range)), [key])
  const [isSaving, setSaving] = useState(false)
  const edited = placedPanels(dashboard).find((panel) => panel.key === query.get('edit'))
  const add = () => {
    const { dashboard: next, key: added } = withNewPanel(dashboard)
    change(next)
    onQueryChange({ edit: added })
  }
  const around = { cloudwatch, metrics, range: time.range, reading }
  return (
    <>
      <DashboardHeader
        {...{ dashboard, whole, now, refresh }}
        time={{ ...time, refresh: refreshAll }}
        isChanged={props.isChanged}
        listHref={href('grafana')}
        onRefresh={(next) => onQueryChange({ refresh: next === 'off' ? undefined : next })}
        onAdd={add}
        onSave={() => setSaving(true)}
        onDiscard={props.discard}
      />
      <VariableBar variables={variables} onChoose={(name, value) => onQueryChange({ [`var-${name}`]: value })} />
      {edited !== undefined ? (
        <EditPage
          {...around}
          placed={edited}
          onChange={(json) => change(withPanelAt(dashboard, edited.path, json))}
          onBack={() => onQueryChange({ edit: undefined })}
        />
      ) : placedPanels(dashboard).length === 0 ? (
        <EmptyState
          title="No panel yet"
          action={
            <Button look="primary" onClick={add}>
              Add a panel
            </Button>
          }
        >
          Panels would stand here on a grid of 24 columns.
        </EmptyState>
      ) : (
        <DashboardGrid {...around} dashboard={dashboard} onDeed={(deed, panel) => act(deed, panel, props)} />
      )}
      {isSaving ? (
        <SaveDialog
          grafana={props.grafana}
          dashboard={dashboard}
          isKept={props.isKept}
          onClose={() => setSaving(false)}
          onSaved={(saved, named) => {
            setSaving(false)
            props.keep(saved, named)
          }}
        />
      ) : null}
    </>
  )
}

function act(deed: PanelDeed, panel: PlacedPanel, { dashboard, change, onQueryChange }: OpenDashboardProps): void {
  if (deed === 'edit') onQueryChange({ edit: panel.key })
  else if (deed === 'duplicate') change(withNewPanel(dashboard, panel).dashboard)
  else if (deed === 'remove') change(withoutPanel(dashboard, panel.path))
  else void navigator.clipboard?.writeText(JSON.stringify(panel.json, null, 2)).catch(() => undefined)
}

/** `var-queue=orders` in the link. */
const chosenOf = (query: URLSearchParams): ReadonlyMap<string, string> =>
  new Map([...query].flatMap(([name, value]) => (name.startsWith('var-') ? [[name.slice('var-'.length), value]] : [])))

function readingOf(variables: ReturnType<typeof variablesOf>, period: number): Reading {
  const values = new Map(variables.map(({ name, value }) => [name, value]))
  return { fill: (text) => fillIn(text, values), autoPeriod: period }
}
