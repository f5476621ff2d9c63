import { useMemo } from 'react'
import { createLogsClient } from '#clients/cloudwatch-logs.ts'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import { ConsoleFrame } from '#ui/cloudscape/ConsoleFrame.tsx'
import { UnknownPage } from '#ui/cloudscape/UnknownPage.tsx'
import type { ConsoleProps } from '#ui/console/console-props.ts'
import { InsightsPage } from './console/InsightsPage.tsx'

const HERE = 'cloudwatch/insights'

/** Logs Insights as AWS's console shows it. */
export function InsightsConsole(props: ConsoleProps) {
  const { transport, base, account, path } = props
  const logs = useMemo(() => createLogsClient({ transport, base, account }), [transport, base, account])
  const watchkeeper = useMemo(() => createWatchkeeperClient({ transport, base }), [transport, base])
  return (
    <ConsoleFrame console={props} active={HERE} breadcrumbs={[{ text: 'Logs Insights', path: HERE }]}>
      {path === HERE ? <InsightsPage console={props} logs={logs} watchkeeper={watchkeeper} /> : <UnknownPage console={props} />}
    </ConsoleFrame>
  )
}
