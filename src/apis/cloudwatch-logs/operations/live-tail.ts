import { compilePattern } from '#engines/filter-pattern/index.ts'
import { EventStream } from '#lib/operation/event-stream.ts'
import { loadRe2For } from '#lib/regex/index.ts'
import { invalidParameter } from '../api-error.ts'
import type { LogsContext } from '../context.ts'
import { filterRefusal } from '../filter-refusal.ts'
import { runSession } from '../live-tail/session.ts'
import { filterPattern, logGroupIdentifier, logStreamName } from '../members.ts'
import { operation } from '../operation.ts'
import { groupArn, groupNameOf, requireGroup } from '../resource-name.ts'

const streams = { type: 'list', min: 1, max: 100, of: logStreamName } as const

const startLiveTail = operation(
  'StartLiveTail',
  {
    logGroupIdentifiers: { type: 'list', min: 1, max: 10, of: logGroupIdentifier, required: true },
    logStreamNames: streams,
    logStreamNamePrefixes: streams,
    logEventFilterPattern: filterPattern,
  },
  async (input, context) => {
    const { logGroupIdentifiers, logStreamNames: names, logStreamNamePrefixes: prefixes, logEventFilterPattern = '' } = input
    const groups = logGroupIdentifiers.map((identifier) => groupOf(context, identifier))
    if (names && prefixes) throw invalidParameter('LogStreamNames and LogStreamNamePrefixes are mutually exclusive parameters.')
    if ((names || prefixes) && groups.length > 1)
      throw invalidParameter('LogStreamNames and LogStreamNamePrefixes can be specified only with one log group.')
    await loadRe2For(logEventFilterPattern)
    const compiled = compilePattern(logEventFilterPattern)
    if ('diagnostics' in compiled) throw invalidParameter(filterRefusal(compiled.diagnostics))
    const accepts = (stream: string, message: string): boolean =>
      (names?.includes(stream) ?? prefixes?.some((prefix) => stream.startsWith(prefix)) ?? true) && compiled.value.test(message)
    const start = {
      requestId: context.newId(),
      sessionId: context.newId(),
      logGroupIdentifiers: groups.map((group) => groupArn(context, group.name)),
      logStreamNames: names ?? [],
      logStreamNamePrefixes: prefixes ?? [],
      logEventFilterPattern,
    }
    return new EventStream((stop) => runSession(context, { start, groups: [...new Set(groups)], accepts }, stop))
  },
)

/** By ARN alone; an asterisk behind it is no identifier's character. */
function groupOf(context: LogsContext, identifier: string) {
  const name = groupNameOf(identifier)
  if (name === identifier) throw invalidParameter(`The log group identifier ${identifier} must be a log group ARN.`)
  return requireGroup(context, name)
}

export const liveTailOperations = [startLiveTail]
