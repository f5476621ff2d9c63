import { useMemo } from 'react'
import { createLogsClient } from '#clients/cloudwatch-logs.ts'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import { ConsoleFrame, type Crumb } from '#ui/cloudscape/ConsoleFrame.tsx'
import { UnknownPage } from '#ui/cloudscape/UnknownPage.tsx'
import type { ConsoleProps } from '#ui/console/console-props.ts'
import { EventsPage } from './console/events/EventsPage.tsx'
import { MetricFilterPage } from './console/filters/MetricFilterPage.tsx'
import { LogGroupPage } from './console/groups/LogGroupPage.tsx'
import { LogGroupsPage } from './console/groups/LogGroupsPage.tsx'
import { LiveTailPage } from './console/tail/LiveTailPage.tsx'
import type { LogsPageProps } from './console/logs-page-props.ts'

const HERE = 'cloudwatch/logs'

/** CloudWatch Logs as AWS's console shows it: log groups, one group, its events, a new metric filter. */
export function LogsConsole(props: ConsoleProps) {
  const { transport, base, account, query } = props
  const logs = useMemo(() => createLogsClient({ transport, base, account }), [transport, base, account])
  const watchkeeper = useMemo(() => createWatchkeeperClient({ transport, base }), [transport, base])
  const group = query.get('group') ?? ''
  const stream = query.get('stream') ?? undefined
  const page = pageOf(props.path, group)
  const parts: LogsPageProps = { console: props, logs, watchkeeper, group, stream }
  return (
    <ConsoleFrame console={props} active={page === 'live-tail' ? `${HERE}/live-tail` : HERE} breadcrumbs={crumbsOf(page, group, stream)}>
      {/* another group, another page; a tail goes on while its groups are chosen */}
      <Page key={page === 'live-tail' ? page : `${page} ${group} ${stream}`} page={page} {...parts} />
    </ConsoleFrame>
  )
}

type PageName = 'groups' | 'group' | 'events' | 'metric-filter' | 'live-tail' | 'unknown'

/** A pane's link names a group and no page: it wants its events. */
function pageOf(path: string, group: string): PageName {
  const rest = path.slice(HERE.length + 1)
  if (rest === 'live-tail') return rest
  if (rest === '') return group === '' ? 'groups' : 'events'
  if (rest !== 'group' && rest !== 'events' && rest !== 'metric-filter') return 'unknown'
  return group === '' ? 'groups' : rest
}

function Page({ page, ...parts }: LogsPageProps & { readonly page: PageName }) {
  if (page === 'groups') return <LogGroupsPage {...parts} />
  if (page === 'group') return <LogGroupPage {...parts} />
  if (page === 'events') return <EventsPage {...parts} />
  if (page === 'live-tail') return <LiveTailPage {...parts} />
  if (page === 'metric-filter') return <MetricFilterPage {...parts} />
  return <UnknownPage console={parts.console} />
}

function crumbsOf(page: PageName, group: string, stream: string | undefined): readonly Crumb[] {
  const groups = { text: 'Log groups', path: HERE }
  const one = { text: group, path: `${HERE}/group`, query: { group } }
  if (page === 'groups') return [groups]
  if (page === 'group') return [groups, one]
  if (page === 'events') return [groups, one, { text: stream ?? 'Log events', path: `${HERE}/events`, query: { group, stream } }]
  if (page === 'live-tail') return [groups, { text: 'Live tail', path: `${HERE}/live-tail`, query: { group: group || undefined } }]
  if (page === 'metric-filter') return [groups, one, { text: 'Create metric filter', path: `${HERE}/metric-filter`, query: { group } }]
  return [groups, { text: 'Unknown page', path: HERE }]
}
