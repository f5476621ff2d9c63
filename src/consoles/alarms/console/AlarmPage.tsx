import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import Tabs from '@cloudscape-design/components/tabs'
import { useState } from 'react'
import type { DescribedAlarm } from '#clients/cloudwatch.ts'
import type { AlarmState } from '#lib/alarm/alarm.ts'
import { Failure } from '#ui/cloudscape/Failure.tsx'
import { useFlash } from '#ui/cloudscape/flashes.ts'
import { useLoaded } from '#ui/console/use-loaded.ts'
import { ActionsTab } from './detail/ActionsTab.tsx'
import { AlarmGraph } from './detail/AlarmGraph.tsx'
import { DetailsTab } from './detail/DetailsTab.tsx'
import { HistoryTab } from './detail/HistoryTab.tsx'
import { changeAlarms } from './alarm-changes.ts'
import { wizardQuery } from './AlarmListPage.tsx'
import { HERE, type AlarmsPageProps } from './alarms-page-props.ts'
import { AlarmStatus } from './AlarmStatus.tsx'
import { DeleteAlarms } from './DeleteAlarms.tsx'
import { useReloading } from './use-alarms.ts'

type AlarmPageProps = AlarmsPageProps & { readonly name: string }

/** One alarm: its state, its metric with the threshold, why, and what happened to it. */
export function AlarmPage(props: AlarmPageProps) {
  const { console, cloudwatch, name } = props
  const loaded = useLoaded(name, async (signal) => (await cloudwatch.describeAlarms({ AlarmNames: [name] }, signal)).MetricAlarms)
  useReloading(console.now, loaded.reload)
  if (loaded.error !== undefined) return <Failure title="The alarm could not be read" error={loaded.error} onRetry={loaded.reload} />
  if (loaded.value === undefined) return <Spinner size="large" />
  const [alarm] = loaded.value
  if (alarm === undefined)
    return (
      <Failure title={`There is no alarm ${name}`}>
        It may have been deleted, or it is in another world. <a href={console.href(HERE)}>All alarms</a>
      </Failure>
    )
  return <FoundAlarm {...props} alarm={alarm} onChanged={loaded.reload} />
}

type FoundAlarmProps = AlarmPageProps & { readonly alarm: DescribedAlarm; onChanged(): void }

function FoundAlarm(props: FoundAlarmProps) {
  const { console, cloudwatch, alarm, name, onChanged } = props
  const [isDeleting, setDeleting] = useState(false)
  const flash = useFlash()
  const say = (failure: unknown) => flash({ type: 'error', content: failure instanceof Error ? failure.message : String(failure) })
  const setState = (StateValue: AlarmState) =>
    cloudwatch.setAlarmState({ AlarmName: name, StateValue, StateReason: 'Set by hand in the console' }).then(onChanged, say)
  const act = (id: string) => {
    if (id === 'copy') console.go(`${HERE}/create`, wizardQuery(alarm, true))
    else if (id === 'delete') setDeleting(true)
    else if (id === 'enable' || id === 'disable') void changeAlarms(cloudwatch, id, [name]).then(onChanged, say)
    else if (id === 'OK' || id === 'ALARM' || id === 'INSUFFICIENT_DATA') void setState(id)
  }
  const tab = console.query.get('tab') ?? 'details'
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel="Read the alarm again" onClick={onChanged} />
            <ButtonDropdown items={actionItems(alarm)} onItemClick={({ detail }) => act(detail.id)}>
              Actions
            </ButtonDropdown>
            <Button onClick={() => console.go(`${HERE}/create`, wizardQuery(alarm, false))}>Edit</Button>
          </SpaceBetween>
        }
        description={alarm.StateReason}
      >
        <span>{name}</span>{' '}
        <Box variant="span" fontSize="heading-m">
          <AlarmStatus state={alarm.StateValue} />
        </Box>
      </Header>
      <Container>
        <AlarmGraph {...props} />
      </Container>
      <Tabs
        activeTabId={tab}
        onChange={({ detail }) => console.onQueryChange({ tab: detail.activeTabId === 'details' ? undefined : detail.activeTabId })}
        tabs={[
          { id: 'details', label: 'Details', content: <DetailsTab alarm={alarm} /> },
          { id: 'actions', label: 'Actions', content: <ActionsTab alarm={alarm} /> },
          { id: 'history', label: 'History', content: <HistoryTab {...props} /> },
        ]}
      />
      {isDeleting ? (
        <DeleteAlarms cloudwatch={cloudwatch} names={[name]} onCancel={() => setDeleting(false)} onDone={() => console.go(HERE)} />
      ) : null}
    </SpaceBetween>
  )
}

const actionItems = ({ ActionsEnabled, StateValue }: DescribedAlarm) => [
  { id: 'copy', text: 'Copy' },
  { id: 'enable', text: 'Enable actions', disabled: ActionsEnabled },
  { id: 'disable', text: 'Disable actions', disabled: !ActionsEnabled },
  {
    id: 'state',
    text: 'Set the state by hand',
    items: [
      { id: 'ALARM', text: 'In alarm', disabled: StateValue === 'ALARM' },
      { id: 'OK', text: 'OK', disabled: StateValue === 'OK' },
      { id: 'INSUFFICIENT_DATA', text: 'Insufficient data', disabled: StateValue === 'INSUFFICIENT_DATA' },
    ],
  },
  { id: 'delete', text: 'Delete' },
]
