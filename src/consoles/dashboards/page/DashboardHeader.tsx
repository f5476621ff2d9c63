import { IconChevronLeft, IconDeviceFloppy, IconDownload, IconPlus, IconRefresh } from '@tabler/icons-react'
import type { Millis, TimeRange } from '#lib/time.ts'
import type { ConsoleRange } from '#ui/console/use-console-range.ts'
import { Button } from '#ui/kit/Button.tsx'
import { Select } from '#ui/kit/Select.tsx'
import { saveFile } from '#ui/save-file.ts'
import { TimeRangePicker } from '#ui/time-range/TimeRangePicker.tsx'
import { titleOf } from '../file/dashboard-json.ts'
import type { Json } from '../file/json.ts'
import type { Variable } from '../file/variables.ts'
import { REFRESHES } from './use-refresh.ts'
import styles from '../GrafanaConsole.module.css'

type DashboardHeaderProps = {
  readonly dashboard: Json
  readonly isChanged: boolean
  readonly listHref: string
  readonly time: ConsoleRange
  readonly whole: TimeRange
  readonly now: Millis
  readonly refresh: string
  onRefresh(refresh: string): void
  onAdd(): void
  onSave(): void
  onDiscard(): void
}

const ICON = { size: 16, stroke: 1.8, 'aria-hidden': true } as const

const fileName = (title: string): string => `${title.replaceAll(/[^\w-]+/g, '-').toLowerCase() || 'dashboard'}.json`

/** The name of a dashboard, its time, and what one does with all of it. */
export function DashboardHeader(props: DashboardHeaderProps) {
  const { dashboard, isChanged, time, whole, now } = props
  const title = titleOf(dashboard)
  const until = { start: whole.start, end: time.chosen.kind === 'last' ? time.range.end : Math.min(whole.end, now + 1) }
  const pick = (range: TimeRange) => {
    const isBack = range.end === until.end && range.start !== until.start
    time.choose(isBack ? { kind: 'last', length: range.end - range.start } : { kind: 'between', start: range.start, end: range.end })
  }
  return (
    <header className={styles.header}>
      <div className={styles.names}>
        <a className={styles.back} href={props.listHref}>
          <IconChevronLeft {...ICON} />
          Dashboards
        </a>
        <h1 className={styles.heading}>{title}</h1>
        {isChanged ? <span className={styles.changed}>Not saved yet</span> : null}
      </div>
      <div className={styles.actions}>
        <TimeRangePicker wholeName="The whole time" whole={until} selected={time.range} onSelect={pick} />
        <Button icon={<IconRefresh {...ICON} />} onClick={time.refresh} aria-label="Refresh" title="Refresh" />
        <Select
          label="Refresh by itself"
          options={REFRESHES.map(({ id, label }) => ({ id, label }))}
          selected={props.refresh}
          onSelect={props.onRefresh}
        />
        <Button icon={<IconPlus {...ICON} />} onClick={props.onAdd}>
          Add panel
        </Button>
        <Button
          icon={<IconDownload {...ICON} />}
          onClick={() => saveFile(fileName(title), 'application/json', `${JSON.stringify(dashboard, null, 2)}\n`)}
        >
          Export
        </Button>
        {isChanged ? <Button onClick={props.onDiscard}>Discard changes</Button> : null}
        <Button look="primary" icon={<IconDeviceFloppy {...ICON} />} onClick={props.onSave}>
          Save
        </Button>
      </div>
    </header>
  )
}

/** One choice for each variable of the dashboard that leaves one. */
export function VariableBar({
  variables,
  onChoose,
}: {
  readonly variables: readonly Variable[]
  onChoose(name: string, value: string): void
}) {
  const shown = variables.filter(({ isHidden }) => !isHidden)
  if (shown.length === 0) return null
  return (
    <div className={styles.variables}>
      {shown.map(({ name, label, options, value }) => (
        <div key={name} className={styles.variable}>
          <span aria-hidden="true">{label}</span>
          <Select
            label={label}
            options={options.map((id) => ({ id, label: id === '*' ? 'All' : id }))}
            selected={value}
            onSelect={(chosen) => onChoose(name, chosen)}
          />
        </div>
      ))}
    </div>
  )
}
