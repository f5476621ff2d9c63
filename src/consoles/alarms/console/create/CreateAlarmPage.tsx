import Alert from '@cloudscape-design/components/alert'
import Wizard from '@cloudscape-design/components/wizard'
import { useMemo, useState } from 'react'
import { AwsError } from '#clients/cloudwatch.ts'
import { checkAlarm } from '#languages/alarm/index.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import { Failure } from '#ui/cloudscape/Failure.tsx'
import { useAction } from '#ui/console/use-action.ts'
import { HERE, type AlarmsPageProps } from '../alarms-page-props.ts'
import { ActionsStep } from './ActionsStep.tsx'
import { ConditionsStep } from './ConditionsStep.tsx'
import { readDraft, settingsOfDraft, stepOf } from './draft.ts'
import { MetricStep } from './MetricStep.tsx'
import { NameStep } from './NameStep.tsx'
import { PreviewStep } from './PreviewStep.tsx'
import type { Problem, StepProps } from './step-props.ts'

/** The wizard for a new alarm, or one that is changed or copied; its draft stands in the link. */
export function CreateAlarmPage(props: AlarmsPageProps) {
  const { console } = props
  const draft = useMemo(() => readDraft(console.query.get('alarm')), [console.query])
  if (draft !== undefined) return <AlarmWizard {...props} draft={draft} />
  return (
    <Failure title="The link’s alarm cannot be read">
      What stands behind <code>alarm=</code> is no JSON object of settings. <a href={console.href(`${HERE}/create`)}>Begin afresh</a>
    </Failure>
  )
}

const LAST = 4

function AlarmWizard(props: AlarmsPageProps & { readonly draft: MetricAlarm }) {
  const { console, cloudwatch, draft } = props
  const edited = console.query.get('edit') ?? undefined
  const settings = useMemo(() => settingsOfDraft(draft), [draft])
  const [step, setStep] = useState(() => firstStep(settings, console.query.get('step')))
  const [tried, setTried] = useState<ReadonlySet<number>>(new Set())
  const problems = useMemo(() => checkAlarm(settings), [settings])
  const name = settings.AlarmName ?? ''
  const { isBusy, error, run } = useAction(() => console.go(`${HERE}/alarm`, { name }))

  const onChange: StepProps['onChange'] = (change) =>
    console.onQueryChange({ alarm: JSON.stringify(settingsOfDraft({ ...draft, ...change } as MetricAlarm)) })
  const problemsAt = (at: number): readonly Problem[] => problems.filter(({ member }) => stepOf(member) === at)
  const go = (to: number) => {
    const blocked = Array.from({ length: to }, (_, at) => at).find((at) => problemsAt(at).length > 0)
    const reached = blocked === undefined ? to : Math.min(to, blocked)
    setTried(new Set([...tried, ...Array.from({ length: to }, (_, at) => at)]))
    setStep(reached)
    console.onQueryChange({ step: reached === 0 ? undefined : String(reached + 1) })
  }
  const submit = () => {
    const [first] = problems
    if (first === undefined) run(() => cloudwatch.putMetricAlarm({ ...settings, AlarmName: name }))
    else {
      setTried(new Set([0, 1, 2, 3]))
      setStep(stepOf(first.member))
    }
  }
  const part = (at: number): StepProps => ({
    ...props,
    onChange,
    problemOf: (...members) =>
      tried.has(at)
        ? problems.find(({ member }) => members.some((one) => member === one || member.startsWith(`${one}[`)))?.says
        : undefined,
  })
  const refusal = error === undefined ? undefined : <Alert type="error">{error instanceof AwsError ? error.message : String(error)}</Alert>
  return (
    <Wizard
      activeStepIndex={step}
      onNavigate={({ detail }) => go(detail.requestedStepIndex)}
      onCancel={() => (edited === undefined ? console.go(HERE) : console.go(`${HERE}/alarm`, { name: edited }))}
      onSubmit={submit}
      isLoadingNextStep={isBusy}
      submitButtonText={edited === undefined ? 'Create alarm' : 'Update alarm'}
      i18nStrings={{
        stepNumberLabel: (number) => `Step ${number}`,
        collapsedStepsLabel: (number, count) => `Step ${number} of ${count}`,
        navigationAriaLabel: 'Steps',
        cancelButton: 'Cancel',
        previousButton: 'Previous',
        nextButton: 'Next',
      }}
      steps={[
        { title: 'Select metric', content: <MetricStep {...part(0)} /> },
        {
          title: 'Specify metric and conditions',
          content: <ConditionsStep {...part(1)} settings={settings} isRefused={[0, 1].some((at) => problemsAt(at).length > 0)} />,
        },
        { title: 'Configure actions', isOptional: true, content: <ActionsStep {...part(2)} /> },
        { title: 'Add name and description', content: <NameStep {...part(3)} edited={edited} /> },
        {
          title: edited === undefined ? 'Preview and create' : 'Preview and update',
          content: <PreviewStep {...part(LAST)} settings={settings} onGo={go} refusal={refusal} />,
        },
      ]}
    />
  )
}

/** A link that brings a metric along begins at the conditions. */
function firstStep(settings: MetricAlarm, asked: string | null): number {
  const wanted = Number(asked) - 1
  if (asked !== null && Number.isInteger(wanted) && wanted >= 0 && wanted <= LAST) return wanted
  return settings.MetricName === undefined ? 0 : 1
}
