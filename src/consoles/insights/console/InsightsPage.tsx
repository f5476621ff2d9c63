import Header from '@cloudscape-design/components/header'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { LogsClient } from '#clients/cloudwatch-logs.ts'
import type { WatchkeeperClient } from '#clients/watchkeeper.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import type { ConsoleProps } from '#ui/console/console-props.ts'
import { useConsoleRange } from '#ui/console/use-console-range.ts'
import { useLoaded } from '#ui/console/use-loaded.ts'
import { refusalOf } from '../refusal.ts'
import { useQuery } from '../use-query.ts'
import { readFields } from './group-fields.ts'
import { InsightsTabs, type OpenedQuery } from './InsightsTabs.tsx'
import { QueryForm } from './QueryForm.tsx'
import type { SampleQuery, SampleSet } from './samples/sample-queries.ts'
import { begun, settled, type PastRun } from './history/run-history.ts'

type InsightsPageProps = { readonly console: ConsoleProps; readonly logs: LogsClient; readonly watchkeeper: WatchkeeperClient }

/** What AWS's console begins with. */
const START = 'fields @timestamp, @message, @logStream, @log\n| sort @timestamp desc\n| limit 1000'

const views = ['chart', 'patterns', 'steps']

/** Groups, time, query; below them what it gave, the fields there are, saved queries and the runs so far. */
export function InsightsPage({ console, logs, watchkeeper }: InsightsPageProps) {
  const { query: link, onQueryChange, account } = console
  const { range, chosen, choose, refresh } = useConsoleRange(console)
  const groups = (link.get('group') ?? '').split(',').filter((name) => name !== '')
  const groupKey = groups.join(',')
  const linked = link.get('query') ?? START
  const [typed, setTyped] = useTyped(linked)
  const known = useLoaded(account, (signal) => logs.allLogGroups(signal))
  const fields = useLoaded(groups.length === 0 ? undefined : JSON.stringify([account, groupKey, range]), (signal) =>
    readFields(watchkeeper, { account, groups, range }, signal),
  )
  const { task, run: ask, cancel } = useQuery(logs)
  const [goTo, setGoTo] = useState<TextRange>()
  const [runs, setRuns] = useState<readonly PastRun[]>([])
  const shownRuns = settled(runs, task)

  useEffect(() => {
    const [group] = groups
    if (group === undefined || !link.has('query') || linked.trim() === '') return
    const question = { group, groups, range, query: linked }
    setRuns(begun(shownRuns, question))
    ask(question)
    // A link with a query is a run, and so is every change of what it says.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [logs, groupKey, range, linked])
  // at once: the link and the range lead to one run together
  const run = () =>
    flushSync(() => {
      refresh()
      // what is looked at while it runs: the rows, unless it is another view of what the query gives
      onQueryChange({ query: typed, tab: views.find((tab) => tab === link.get('tab')) })
    })
  const open = ({ queryString, logGroupNames, queryDefinitionId }: OpenedQuery) => {
    setTyped(queryString)
    onQueryChange({
      query: queryString,
      saved: queryDefinitionId,
      tab: undefined,
      ...(logGroupNames?.length ? { group: logGroupNames.join(',') } : {}),
    })
  }
  const pick = ({ query }: SampleQuery, set: SampleSet) => {
    const isOther = set.groups !== undefined && set.groups.join(',') !== groupKey
    // other groups would run what the link says: it says nothing until the query is run
    if (isOther) onQueryChange({ group: set.groups?.join(','), query: undefined, saved: undefined })
    setTyped(query, isOther ? START : linked)
    setGoTo({ from: query.length, to: query.length })
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
    event.preventDefault()
    run()
  }
  return (
    // The shortcut works from anywhere on the page; the button it stands for is on it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={keys} style={{ display: 'contents' }}>
      <Header variant="h1">Logs Insights</Header>
      <QueryForm
        console={console}
        logs={logs}
        known={known.value}
        groups={groups}
        fields={fields.value}
        text={typed}
        refusal={task.status === 'failed' ? refusalOf(task.error) : undefined}
        task={task}
        chosen={chosen}
        range={range}
        onGroups={(next) => onQueryChange({ group: next.join(',') || undefined })}
        onText={(text) => setTyped(text)}
        onRange={choose}
        goTo={goTo}
        onRun={run}
        onCancel={cancel}
        onSaved={(saved) => onQueryChange({ saved, query: typed })}
      />
      <InsightsTabs
        console={console}
        logs={logs}
        task={task}
        hasGroups={groups.length > 0}
        fields={fields.value}
        runs={shownRuns}
        text={typed}
        onText={(text) => setTyped(text)}
        onOpen={open}
        onPick={pick}
        onCancel={cancel}
      />
    </div>
  )
}

/** What is typed, until another query comes out of the link. */
function useTyped(linked: string) {
  const [state, setState] = useState({ linked, typed: linked })
  if (state.linked !== linked) setState({ linked, typed: linked })
  const set = (typed: string, from = linked) => setState({ linked: from, typed })
  return [state.typed, set] as const
}
