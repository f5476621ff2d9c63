import type { LogsClient } from '#clients/cloudwatch-logs.ts'
import type { WatchkeeperClient } from '#clients/watchkeeper.ts'
import type { ConsoleProps } from '#ui/console/console-props.ts'

/** What each page of the Logs console is given. */
export type LogsPageProps = {
  readonly console: ConsoleProps
  readonly logs: LogsClient
  readonly watchkeeper: WatchkeeperClient
  /** Empty on the list of groups. */
  readonly group: string
  readonly stream: string | undefined
}
