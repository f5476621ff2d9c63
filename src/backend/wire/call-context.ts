import type { LogsContext } from '#apis/cloudwatch-logs/context.ts'
import type { CloudWatchContext } from '#apis/cloudwatch/context.ts'

/** What every operation of every service is given: each api asks for the part it uses. */
export type CallContext = LogsContext & CloudWatchContext
