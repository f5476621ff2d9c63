import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Link from '@cloudscape-design/components/link'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { TableProps } from '@cloudscape-design/components/table'
import { useMemo, useState } from 'react'
import type { DescribedAlarm } from '#clients/cloudwatch.ts'
import { conditionPhrase } from '#languages/alarm/index.ts'
import { DataTable } from '#ui/cloudscape/DataTable.tsx'
import { useFlash } from '#ui/cloudscape/flashes.ts'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import { useTimes, type Times } from '#ui/cloudscape/use-times.ts'
import type { ConsoleProps } from '#ui/console/console-props.ts'
import { alarmStates, stateWords } from '../state-words.ts'
import { actionsPhrase, changeAlarms, settingsOf, type AlarmChange } from './alarm-changes.ts'
import { HERE, type AlarmsPageProps } from './alarms-page-props.ts'
import { AlarmStatus } from './AlarmStatus.tsx'
import { DeleteAlarms } from './DeleteAlarms.tsx'
import { useAlarms } from './use-alarms.ts'

/** Every alarm of the account, with its state. */
export function AlarmListPage(props: AlarmsPageProps) {
  const { console, cloudwatch } = props
  const { value: alarms, error, reload } = useAlarms(props)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isDeleting, setDeleting] = useState(false)
  const flash = useFlash()
  const times = useTimes()
  const columns = useMemo(() => columnsOf(console, times), [console, times])
  const state = console.query.get('state') ?? ''
  const actions = console.query.get('actions') ?? ''
  const shown = alarms?.filter(
    (alarm) => (state === '' || alarm.StateValue === state) && (actions === '' || actionsPhrase(alarm) === actions),
  )
  const selected = shown?.filter(({ AlarmName }) => chosen.includes(AlarmName)) ?? []
  const names = selected.map(({ AlarmName }) => AlarmName)
  const change = (what: AlarmChange) =>
    changeAlarms(cloudwatch, what, names).then(reload, (failure: unknown) => flash({ type: 'error', content: String(failure) }))
  return (
    <>
      <DataTable
        title="Alarms"
        noun="alarm"
        headingLevel="h1"
        items={shown}
        error={error}
        onRetry={reload}
        columns={columns}
        keyOf={({ AlarmName }) => AlarmName}
        textOf={({ AlarmName, MetricName = '' }) => `${AlarmName} ${MetricName}`}
        filterPlaceholder="Find alarms by a part of their name or metric"
        filterText={console.query.get('find') ?? ''}
        onFilter={(text) => console.onQueryChange({ find: text || undefined })}
        selection="multi"
        selected={selected}
        onSelect={(items) => setChosen(items.map(({ AlarmName }) => AlarmName))}
        filters={<Filters console={console} state={state} actions={actions} />}
        empty={
          alarms !== undefined && alarms.length > 0 ? (
            <Nothing title="No alarm is like that">Choose other filters above the table.</Nothing>
          ) : (
            <Nothing title="No alarms" action={<Button href={console.href(`${HERE}/create`)}>Create alarm</Button>}>
              Nobody is told of anything yet.
            </Nothing>
          )
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel="Read the alarms again" onClick={reload} />
            <ButtonDropdown
              disabled={names.length === 0}
              items={[
                { id: 'edit', text: 'Edit', disabled: names.length !== 1 },
                { id: 'copy', text: 'Copy', disabled: names.length !== 1 },
                { id: 'enable', text: 'Enable actions' },
                { id: 'disable', text: 'Disable actions' },
                { id: 'delete', text: 'Delete' },
              ]}
              onItemClick={({ detail: { id } }) => {
                const [one] = selected
                if (id === 'delete') setDeleting(true)
                else if (id === 'enable' || id === 'disable') void change(id)
                else if (one !== undefined) console.go(`${HERE}/create`, wizardQuery(one, id === 'copy'))
              }}
            >
              Actions
            </ButtonDropdown>
            <Button variant="primary" onClick={() => console.go(`${HERE}/create`)}>
              Create alarm
            </Button>
          </SpaceBetween>
        }
      />
      {isDeleting && names.length > 0 ? (
        <DeleteAlarms
          cloudwatch={cloudwatch}
          names={names}
          onCancel={() => setDeleting(false)}
          onDone={() => {
            setDeleting(false)
            setChosen([])
            reload()
          }}
        />
      ) : null}
    </>
  )
}

/** The wizard over an alarm that is there: changed under its own name, or copied under another. */
export function wizardQuery(alarm: DescribedAlarm, isCopy: boolean) {
  const settings = settingsOf(alarm)
  if (!isCopy) return { alarm: JSON.stringify(settings), edit: alarm.AlarmName }
  return { alarm: JSON.stringify({ ...settings, AlarmName: `${alarm.AlarmName}-copy` }) }
}

const anyState = { value: '', label: 'Any state' }
const states = [anyState, ...alarmStates.map((value) => ({ value, label: stateWords[value] }))]
const actionChoices = [
  { value: '', label: 'Any actions' },
  ...['Actions enabled', 'Actions disabled', 'No actions'].map((value) => ({ value, label: value })),
]

type FiltersProps = { readonly console: ConsoleProps; readonly state: string; readonly actions: string }

const Filters = ({ console, state, actions }: FiltersProps) => (
  <SpaceBetween direction="horizontal" size="xs">
    <Select
      ariaLabel="State"
      options={states}
      selectedOption={states.find(({ value }) => value === state) ?? anyState}
      onChange={({ detail }) => console.onQueryChange({ state: detail.selectedOption.value || undefined })}
    />
    <Select
      ariaLabel="Actions"
      options={actionChoices}
      selectedOption={actionChoices.find(({ value }) => value === actions) ?? null}
      onChange={({ detail }) => console.onQueryChange({ actions: detail.selectedOption.value || undefined })}
    />
  </SpaceBetween>
)

const columnsOf = ({ href }: ConsoleProps, times: Times): readonly TableProps.ColumnDefinition<DescribedAlarm>[] => [
  {
    id: 'name',
    header: 'Name',
    sortingField: 'AlarmName',
    isRowHeader: true,
    cell: ({ AlarmName: name }) => <Link href={href(`${HERE}/alarm`, { name })}>{name}</Link>,
  },
  { id: 'state', header: 'State', sortingField: 'StateValue', cell: ({ StateValue }) => <AlarmStatus state={StateValue} /> },
  {
    id: 'updated',
    header: 'Last state update',
    sortingField: 'StateUpdatedTimestamp',
    cell: ({ StateUpdatedTimestamp }) => times.moment(StateUpdatedTimestamp * 1000),
  },
  { id: 'conditions', header: 'Conditions', cell: conditionPhrase },
  { id: 'actions', header: 'Actions', cell: actionsPhrase },
]
