import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Multiselect from '@cloudscape-design/components/multiselect'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { DescribedLogGroup, LogsClient } from '#clients/cloudwatch-logs.ts'
import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { KnownField } from '#lib/text/language.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import type { TimeRange } from '#lib/time.ts'
import { insights } from '#languages/insights/index.ts'
import { TimeRangeControl } from '#ui/cloudscape/TimeRangeControl.tsx'
import type { ConsoleProps } from '#ui/console/console-props.ts'
import type { ChosenRange } from '#ui/console/console-range.ts'
import { Editor } from '#ui/editor/Editor.tsx'
import { useDiagnostics } from '#ui/editor/use-diagnostics.ts'
import { CopyButton } from '#ui/kit/CopyButton.tsx'
import type { Task } from '#ui/pane/use-task.ts'
import { awsCommand } from '../aws-command.ts'
import type { QueryRun } from '../use-query.ts'
import { shareLink } from './exports/share-link.ts'
import styles from './QueryForm.module.css'
import { SaveQuery } from './saved/SaveQuery.tsx'

type QueryFormProps = {
  readonly console: ConsoleProps
  readonly logs: LogsClient
  /** The account's groups; undefined while they are read. */
  readonly known: readonly DescribedLogGroup[] | undefined
  readonly groups: readonly string[]
  readonly fields: readonly KnownField[] | undefined
  readonly text: string
  readonly refusal: Diagnostic | undefined
  readonly task: Task<QueryRun>
  readonly chosen: ChosenRange
  readonly range: TimeRange
  /** Where the editor's caret is wanted. */
  readonly goTo: TextRange | undefined
  onGroups(groups: readonly string[]): void
  onText(text: string): void
  onRange(chosen: ChosenRange): void
  onRun(): void
  onCancel(): void
  onSaved(id: string): void
}

/** As many as StartQuery takes. */
const MOST_GROUPS = 50

/** Which groups, which time, which query. */
export function QueryForm(props: QueryFormProps) {
  const { console, known, groups, text, refusal, task, range } = props
  const [isTried, setTried] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const diagnostics = useDiagnostics(insights, text, refusal === undefined ? [] : [refusal])
  const isRunning = task.status === 'running'
  const missing = known === undefined ? [] : groups.filter((name) => !known.some(({ logGroupName }) => logGroupName === name))
  const run = () => {
    setTried(true)
    props.onRun()
  }
  return (
    <Container>
      <SpaceBetween size="s">
        <div className={styles.source}>
          <FormField label="Log groups" errorText={groupProblem(groups, missing, isTried)}>
            <Multiselect
              options={(known ?? []).map(({ logGroupName }) => ({ value: logGroupName, label: logGroupName }))}
              selectedOptions={groups.map((name) => ({ value: name, label: name }))}
              statusType={known === undefined ? 'loading' : 'finished'}
              loadingText="Reading the log groups"
              filteringType="auto"
              filteringAriaLabel="Find log groups"
              filteringPlaceholder="A part of the name; the first box takes all that are found"
              enableSelectAll
              placeholder="Select up to 50 log groups"
              tokenLimit={3}
              deselectAriaLabel={({ label = '' }) => `Take ${label} out`}
              onChange={({ detail }) => props.onGroups(detail.selectedOptions.flatMap(({ value }) => value ?? []).slice(0, MOST_GROUPS))}
            />
          </FormField>
          <TimeRangeControl chosen={props.chosen} whole={console.range} now={console.now} onChoose={props.onRange} />
        </div>
        <div className={styles.editor}>
          <Editor
            language={insights}
            label="Logs Insights query"
            value={text}
            onChange={props.onText}
            diagnostics={diagnostics}
            fields={props.fields ?? []}
            placeholder="fields @timestamp, @message"
            onRun={run}
            goTo={props.goTo}
          />
        </div>
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          {isRunning ? (
            <Button onClick={props.onCancel}>Cancel</Button>
          ) : (
            <Button variant="primary" onClick={run} nativeButtonAttributes={{ 'aria-keyshortcuts': 'Control+Enter Meta+Enter' }}>
              Run query
            </Button>
          )}
          <Button onClick={() => setSaving(true)} disabled={text.trim() === ''}>
            Save
          </Button>
          <CopyButton
            label="Copy link"
            text={() =>
              shareLink(console, {
                query: text,
                groups,
                chosen: props.chosen,
                range,
                tab: console.query.get('tab'),
                chart: console.query.get('chart'),
              })
            }
          />
          <CopyButton label="Copy as AWS CLI" text={() => awsCommand(groups, range, text)} />
        </SpaceBetween>
        {isSaving ? (
          <SaveQuery
            logs={props.logs}
            isKept={console.isKept}
            savedId={console.query.get('saved')}
            text={text}
            groups={groups}
            onCancel={() => setSaving(false)}
            onDone={(id) => {
              setSaving(false)
              props.onSaved(id)
            }}
          />
        ) : null}
      </SpaceBetween>
    </Container>
  )
}

function groupProblem(groups: readonly string[], missing: readonly string[], isTried: boolean): string | undefined {
  if (missing.length > 0) return `this account has no log group "${missing[0]}"`
  return isTried && groups.length === 0 ? 'a query needs at least one log group' : undefined
}
