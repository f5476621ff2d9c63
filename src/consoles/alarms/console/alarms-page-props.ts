import type { CloudWatchClient } from '#clients/cloudwatch.ts'
import type { WatchkeeperClient } from '#clients/watchkeeper.ts'
import type { ConsoleProps } from '#ui/console/console-props.ts'

/** The alarms' own path below `#/consoles/`. */
export const HERE = 'cloudwatch/alarms'

export type AlarmsPageProps = {
  readonly console: ConsoleProps
  readonly cloudwatch: CloudWatchClient
  readonly watchkeeper: WatchkeeperClient
}
