import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Wizard from '@cloudscape-design/components/wizard'
import { useState } from 'react'
import { hasErrors } from '#lib/text/diagnostic.ts'
import { filterPattern } from '#languages/filter-pattern/index.ts'
import { Failure } from '#ui/cloudscape/Failure.tsx'
import { useFlash } from '#ui/cloudscape/flashes.ts'
import { useLoaded } from '#ui/console/use-loaded.ts'
import type { LogsPageProps } from '../logs-page-props.ts'
import { useAction } from '#ui/console/use-action.ts'
import { AssignMetric } from './AssignMetric.tsx'
import { DefinePattern } from './DefinePattern.tsx'
import { draftOf, emptyDraft, inputOf, problemsOf, type FilterDraft } from './filter-draft.ts'
import { readFilters } from './MetricFiltersTab.tsx'
import { WouldCount } from './WouldCount.tsx'

/** A new metric filter in three steps, or one that is changed. */
export function MetricFilterPage(props: LogsPageProps) {
  const { console, logs, group } = props
  const name = console.query.get('filter')
  const known = useLoaded(name === null ? undefined : `${console.account} ${group} ${name}`, async (signal) =>
    (await readFilters(logs, group, signal)).find(({ filterName }) => filterName === name),
  )
  if (known.error !== undefined) return <Failure title="The metric filter could not be read" error={known.error} onRetry={known.reload} />
  if (name !== null && known.value === undefined) {
    return known.isLoading ? <Box>Reading the metric filter…</Box> : <Failure title={`There is no metric filter ${name} here`} />
  }
  const start = known.value === undefined ? emptyDraft(console.query.get('pattern') ?? '') : draftOf(known.value)
  return <FilterWizard key={name} {...props} start={start} isNew={known.value === undefined} />
}

type FilterWizardProps = LogsPageProps & { readonly start: FilterDraft; readonly isNew: boolean }

function FilterWizard(props: FilterWizardProps) {
  const { console, logs, group, isNew } = props
  const [draft, setDraft] = useState(props.start)
  const [step, setStep] = useState(0)
  const [tried, setTried] = useState(-1)
  const flash = useFlash()
  const back = () => console.go('cloudwatch/logs/group', { group, tab: 'filters' })
  const action = useAction(() => {
    flash({ type: 'success', content: `Metric filter ${draft.name.trim()} has been ${isNew ? 'created' : 'saved'}.` })
    back()
  })
  const problems = problemsOf(draft)
  const isSound = [!hasErrors(filterPattern.diagnose(draft.pattern)), Object.keys(problems).length === 0]
  const go = (wanted: number) => {
    setTried(Math.max(tried, step))
    const first = isSound.findIndex((sound) => !sound)
    setStep(first < 0 ? wanted : Math.min(wanted, first))
  }
  const shown = tried >= 1 ? problems : {}
  return (
    <Wizard
      i18nStrings={{
        stepNumberLabel: (number) => `Step ${number}`,
        collapsedStepsLabel: (number, count) => `Step ${number} of ${count}`,
        navigationAriaLabel: 'Steps',
      }}
      activeStepIndex={step}
      onNavigate={({ detail }) => go(detail.requestedStepIndex)}
      onCancel={back}
      onSubmit={() => action.run(() => logs.putMetricFilter(inputOf(group, draft)))}
      submitButtonText={isNew ? 'Create metric filter' : 'Save changes'}
      isLoadingNextStep={action.isBusy}
      steps={[
        {
          title: 'Define pattern',
          description: `Which events of ${group} are counted.`,
          content: <DefinePattern {...props} draft={draft} onPattern={(pattern) => setDraft({ ...draft, pattern })} />,
          ...(tried >= 0 && !isSound[0] ? { errorText: 'The pattern does not read well yet.' } : {}),
        },
        {
          title: 'Assign metric',
          description: 'What each of them is worth, and in which metric.',
          content: <AssignMetric draft={draft} problems={shown} isNew={isNew} onDraft={setDraft} />,
        },
        {
          title: 'Review and create',
          content: (
            <SpaceBetween size="l">
              <Review draft={draft} error={action.error} />
              <WouldCount logs={logs} group={group} draft={draft} range={console.range} now={console.now} />
            </SpaceBetween>
          ),
        },
      ]}
    />
  )
}

function Review({ draft, error }: { readonly draft: FilterDraft; readonly error: Error | undefined }) {
  const dimensions = draft.dimensions.map(({ name, value }) => `${name} = ${value}`).join(', ')
  return (
    <SpaceBetween size="l">
      {error === undefined ? null : (
        <Alert type="error" header="CloudWatch Logs refuses this metric filter">
          {error.message}
        </Alert>
      )}
      <Container header={<Header variant="h2">Step 1: Define pattern</Header>}>
        <KeyValuePairs
          items={[{ label: 'Filter pattern', value: draft.pattern === '' ? 'every event' : <Box variant="code">{draft.pattern}</Box> }]}
        />
      </Container>
      <Container header={<Header variant="h2">Step 2: Assign metric</Header>}>
        <KeyValuePairs
          columns={3}
          items={[
            { label: 'Filter name', value: draft.name },
            { label: 'Metric namespace', value: draft.namespace },
            { label: 'Metric name', value: draft.metric },
            { label: 'Metric value', value: draft.value },
            { label: 'Default value', value: draft.defaultValue || '-' },
            { label: 'Unit', value: draft.unit || '-' },
            { label: 'Dimensions', value: dimensions || '-' },
          ]}
        />
      </Container>
    </SpaceBetween>
  )
}
