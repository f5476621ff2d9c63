import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import type { LogsClient, TestedMatch } from '#clients/cloudwatch-logs.ts'
import { filterPattern } from '#languages/filter-pattern/index.ts'
import { DataTable } from '#ui/cloudscape/DataTable.tsx'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import { useLoaded } from '#ui/console/use-loaded.ts'
import { Editor } from '#ui/editor/Editor.tsx'
import { useDiagnostics } from '#ui/editor/use-diagnostics.ts'
import { countOf, formatCount } from '#ui/kit/counts.ts'
import { LogText } from '#ui/log/LogText.tsx'
import { throwIfRefused } from '#ui/pane/throw-if-refused.ts'
import { useFields } from '#ui/pane/use-fields.ts'
import { useTask } from '#ui/pane/use-task.ts'
import styles from '../events/Events.module.css'
import type { LogsPageProps } from '../logs-page-props.ts'
import type { FilterDraft } from './filter-draft.ts'
import { WouldCount } from './WouldCount.tsx'

type DefinePatternProps = LogsPageProps & { readonly draft: FilterDraft; onPattern(pattern: string): void }

/** Step 1: the pattern, tried on events of a stream or on lines of one's own. */
export function DefinePattern({ console, logs, watchkeeper, group, draft, onPattern }: DefinePatternProps) {
  const { pattern } = draft
  const diagnostics = useDiagnostics(filterPattern, pattern)
  const fields = useFields(watchkeeper, console.account, group, console.range)
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Create filter pattern</Header>}>
        <FormField label="Filter pattern" description="Terms, JSON or space-delimited. An empty pattern fits every event." stretch>
          <div className={styles.pattern}>
            <Editor
              language={filterPattern}
              label="Filter pattern"
              value={pattern}
              onChange={onPattern}
              diagnostics={diagnostics}
              fields={fields ?? []}
              isSingleLine
              placeholder="every event: the pattern is empty"
            />
          </div>
        </FormField>
      </Container>
      <TestPattern logs={logs} group={group} pattern={pattern} />
      <WouldCount logs={logs} group={group} draft={draft} range={console.range} now={console.now} />
    </SpaceBetween>
  )
}

const OWN = { value: 'own', label: 'Custom log data' }
/** As many as TestMetricFilter takes. */
const MOST_LINES = 50

type TestPatternProps = { readonly logs: LogsClient; readonly group: string; readonly pattern: string }
type Tested = { readonly lines: number; readonly matches: readonly TestedMatch[] }

function TestPattern({ logs, group, pattern }: TestPatternProps) {
  const streams = useLoaded(`${logs.account} ${group}`, async (signal) => {
    const page = await logs.describeLogStreams({ logGroupName: group, orderBy: 'LastEventTime', descending: true, limit: 50 }, signal)
    return page.logStreams.map(({ logStreamName }) => ({ value: `stream ${logStreamName}`, label: logStreamName }))
  })
  const [source, setSource] = useState(OWN.value)
  const [text, setText] = useState('')
  const { task, start } = useTask<Tested>()
  const { task: sample, start: read } = useTask<true>()
  const options = [OWN, ...(streams.value ?? [])]
  const choose = (value: string) => {
    setSource(value)
    const logStreamName = options.find((option) => option.value === value)?.label
    if (value === OWN.value || logStreamName === undefined) return
    read(async (signal) => {
      const lines = await readSample(logs, group, logStreamName)
      if (!signal.aborted) setText(lines)
      return true
    })
  }
  const lines = text.split('\n').filter((line) => line !== '')
  const test = () =>
    start(async (signal) => {
      throwIfRefused(filterPattern, pattern)
      const { matches } = await logs.testMetricFilter({ filterPattern: pattern, logEventMessages: lines.slice(0, MOST_LINES) }, signal)
      return { lines: Math.min(lines.length, MOST_LINES), matches }
    })
  return (
    <Container header={<Header variant="h2">Test pattern</Header>}>
      <SpaceBetween size="m">
        <FormField label="Select log data to test">
          <Select
            options={options}
            filteringType="auto"
            selectedOption={options.find(({ value }) => value === source) ?? OWN}
            onChange={({ detail }) => choose(detail.selectedOption.value ?? OWN.value)}
          />
        </FormField>
        <FormField
          label="Log event messages"
          description={`One event a line, ${MOST_LINES} at most.`}
          errorText={lines.length > MOST_LINES ? `${countOf(lines.length, 'line')}: only the first ${MOST_LINES} are tested` : undefined}
          stretch
        >
          <Textarea value={text} rows={8} spellcheck={false} onChange={({ detail }) => setText(detail.value)} />
        </FormField>
        <Button onClick={test} disabled={lines.length === 0} loading={task.status === 'running'}>
          Test pattern
        </Button>
        {sample.status === 'failed' ? <Alert type="error">{sample.error?.message}</Alert> : null}
        {task.status === 'failed' ? <Alert type="error">{task.error?.message}</Alert> : null}
        {task.status === 'done' && task.value ? <Matches tested={task.value} /> : null}
      </SpaceBetween>
    </Container>
  )
}

/** The last events of a stream; a line break within one would part it in two. */
async function readSample(logs: LogsClient, logGroupName: string, logStreamName: string): Promise<string> {
  const { events } = await logs.getLogEvents({ logGroupName, logStreamName, limit: MOST_LINES, startFromHead: false })
  return events.map(({ message }) => message.trimEnd().replaceAll(/\r?\n/g, '\\n')).join('\n')
}

function Matches({ tested }: { readonly tested: Tested }) {
  const { matches, lines } = tested
  return (
    <>
      <Box variant="strong">
        {countOf(matches.length, 'event')} of {formatCount(lines)} fit the pattern.
      </Box>
      {matches.length === 0 ? null : (
        <DataTable
          title="Test results"
          noun="matching event"
          variant="embedded"
          headingLevel="h3"
          items={matches}
          keyOf={({ eventNumber }) => String(eventNumber)}
          columns={[
            { id: 'number', header: 'Event number', isRowHeader: true, cell: ({ eventNumber }) => eventNumber },
            { id: 'message', header: 'Event message', cell: ({ eventMessage }) => <LogText text={eventMessage} /> },
            {
              id: 'values',
              header: 'Extracted values',
              cell: ({ extractedValues }) =>
                Object.entries(extractedValues)
                  .map(([name, value]) => `${name} = ${value}`)
                  .join(', ') || '-',
            },
          ]}
          empty={<Nothing title="No matches" />}
        />
      )}
    </>
  )
}
