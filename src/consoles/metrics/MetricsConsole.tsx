import { useMemo } from 'react'
import { createCloudWatchClient } from '#clients/cloudwatch.ts'
import { ConsoleFrame } from '#ui/cloudscape/ConsoleFrame.tsx'
import { UnknownPage } from '#ui/cloudscape/UnknownPage.tsx'
import type { ConsoleProps } from '#ui/console/console-props.ts'
import { MetricsPage } from './console/MetricsPage.tsx'

const HERE = 'cloudwatch/metrics'

/** CloudWatch's metrics page: a graph, and below it what can be put on it. */
export function MetricsConsole(props: ConsoleProps) {
  const { transport, base, account } = props
  const cloudwatch = useMemo(() => createCloudWatchClient({ transport, base, account }), [transport, base, account])
  return (
    <ConsoleFrame console={props} active={HERE} breadcrumbs={[{ text: 'Metrics', path: HERE }]}>
      {props.path === HERE ? <MetricsPage console={props} cloudwatch={cloudwatch} /> : <UnknownPage console={props} />}
    </ConsoleFrame>
  )
}
