import FormField from '@cloudscape-design/components/form-field'
import Multiselect from '@cloudscape-design/components/multiselect'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { filterPattern } from '#languages/filter-pattern/index.ts'
import { useLoaded } from '#ui/console/use-loaded.ts'
import { Editor } from '#ui/editor/Editor.tsx'
import { useDiagnostics } from '#ui/editor/use-diagnostics.ts'
import { useFields } from '#ui/pane/use-fields.ts'
import events from '../events/Events.module.css'
import type { LogsPageProps } from '../logs-page-props.ts'
import styles from './LiveTail.module.css'

type TailSettingsProps = Pick<LogsPageProps, 'console' | 'logs' | 'watchkeeper'> & {
  readonly groups: readonly string[]
  readonly stream: string | null
  readonly pattern: string
  onGroups(groups: readonly string[]): void
  onStream(stream: string | undefined): void
  onPattern(pattern: string): void
  onStart(): void
}

/** As many as StartLiveTail takes. */
const MOST_GROUPS = 10
const ALL = { value: '', label: 'All streams' }
/** The newest of them: an older one says nothing more. */
const MOST_STREAMS = 50

/** Which groups, which stream, which events. */
export function TailSettings({ console, logs, watchkeeper, groups, stream, pattern, ...on }: TailSettingsProps) {
  const [group = ''] = groups
  const known = useLoaded(console.account, (signal) => logs.allLogGroups(signal))
  const streams = useLoaded(groups.length === 1 ? `${console.account} ${group}` : undefined, async (signal) => {
    const page = await logs.describeLogStreams(
      { logGroupName: group, orderBy: 'LastEventTime', descending: true, limit: MOST_STREAMS },
      signal,
    )
    return page.logStreams.map(({ logStreamName }) => ({ value: logStreamName, label: logStreamName }))
  })
  const diagnostics = useDiagnostics(filterPattern, pattern)
  const fields = useFields(watchkeeper, console.account, group, console.range)
  const chosen = stream === null ? ALL : { value: stream, label: stream }
  return (
    <SpaceBetween size="m">
      <div className={styles.settings}>
        <FormField label="Log groups">
          <Multiselect
            options={(known.value ?? []).map(({ logGroupName }) => ({ value: logGroupName, label: logGroupName }))}
            selectedOptions={groups.map((name) => ({ value: name, label: name }))}
            statusType={known.value === undefined ? 'loading' : 'finished'}
            filteringType="auto"
            filteringAriaLabel="Find log groups"
            placeholder={`Select up to ${MOST_GROUPS} log groups`}
            tokenLimit={3}
            deselectAriaLabel={({ label = '' }) => `Take ${label} out`}
            onChange={({ detail }) => on.onGroups(detail.selectedOptions.flatMap(({ value }) => value ?? []).slice(0, MOST_GROUPS))}
          />
        </FormField>
        <FormField label="Log stream" description={groups.length > 1 ? 'Several groups are tailed whole.' : undefined}>
          <Select
            options={[ALL, ...(streams.value ?? [])]}
            selectedOption={chosen}
            disabled={groups.length !== 1}
            filteringType="auto"
            onChange={({ detail }) => on.onStream(detail.selectedOption.value || undefined)}
          />
        </FormField>
      </div>
      <FormField label="Filter pattern - optional" stretch>
        <div className={events.pattern}>
          <Editor
            language={filterPattern}
            label="Filter pattern"
            value={pattern}
            onChange={on.onPattern}
            diagnostics={diagnostics}
            fields={fields ?? []}
            isSingleLine
            placeholder="every event: the pattern is empty"
            onRun={on.onStart}
          />
        </div>
      </FormField>
    </SpaceBetween>
  )
}
