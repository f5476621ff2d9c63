import { useMemo } from 'react'
import { createCloudWatchClient } from '#clients/cloudwatch.ts'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import { ConsoleFrame, type Crumb } from '#ui/cloudscape/ConsoleFrame.tsx'
import { UnknownPage } from '#ui/cloudscape/UnknownPage.tsx'
import type { ConsoleProps } from '#ui/console/console-props.ts'
import { AlarmListPage } from './console/AlarmListPage.tsx'
import { AlarmPage } from './console/AlarmPage.tsx'
import { HERE, type AlarmsPageProps } from './console/alarms-page-props.ts'
import { CreateAlarmPage } from './console/create/CreateAlarmPage.tsx'

/** CloudWatch alarms as AWS's console shows them: the list, one alarm, the wizard. */
export function AlarmsConsole(props: ConsoleProps) {
  const { transport, base, account, query } = props
  const cloudwatch = useMemo(() => createCloudWatchClient({ transport, base, account }), [transport, base, account])
  const watchkeeper = useMemo(() => createWatchkeeperClient({ transport, base }), [transport, base])
  const page = pageOf(props.path)
  // one more than a name can have, whatever a link says: nobody's, and no longer than the page
  const name = (query.get('name') ?? '').slice(0, 256)
  return (
    <ConsoleFrame console={props} active={HERE} breadcrumbs={crumbsOf(page, name)}>
      {/* another alarm, another page */}
      <Page key={`${page} ${name}`} page={page} console={props} cloudwatch={cloudwatch} watchkeeper={watchkeeper} name={name} />
    </ConsoleFrame>
  )
}

type PageName = 'list' | 'alarm' | 'create' | 'unknown'

function pageOf(path: string): PageName {
  const rest = path.slice(HERE.length + 1)
  if (rest === '') return 'list'
  return rest === 'alarm' || rest === 'create' ? rest : 'unknown'
}

function Page({ page, name, ...parts }: AlarmsPageProps & { readonly page: PageName; readonly name: string }) {
  if (page === 'list') return <AlarmListPage {...parts} />
  if (page === 'alarm') return <AlarmPage {...parts} name={name} />
  if (page === 'create') return <CreateAlarmPage {...parts} />
  return <UnknownPage console={parts.console} />
}

function crumbsOf(page: PageName, name: string): readonly Crumb[] {
  const list = { text: 'Alarms', path: HERE }
  if (page === 'alarm') return [list, { text: name, path: `${HERE}/alarm`, query: { name } }]
  if (page === 'create') return [list, { text: 'Create alarm', path: `${HERE}/create` }]
  return page === 'list' ? [list] : [list, { text: 'Unknown page', path: HERE }]
}
