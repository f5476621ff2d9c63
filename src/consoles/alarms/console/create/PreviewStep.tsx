import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs, { type KeyValuePairsProps } from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { conditionPhrase, durationPhrase, missingDataPhrases, putMetricAlarmCommand } from '#languages/alarm/index.ts'
import { datapointsToAlarm, missingDataTreatment, periodOf, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { CopyButton } from '#ui/kit/CopyButton.tsx'
import { statisticOf } from '../../form/alarm-choices.ts'
import { SettingsGraph } from '../detail/AlarmGraph.tsx'
import { dimensionWords } from '../dimension-words.ts'
import type { StepProps } from './step-props.ts'

type PreviewStepProps = StepProps & {
  readonly settings: MetricAlarm
  onGo(step: number): void
  readonly refusal: ReactNode
}

/** The whole alarm once more, each part with a way back to its step. */
export function PreviewStep(props: PreviewStepProps) {
  const { settings, onGo, refusal } = props
  const actions = [settings.AlarmActions, settings.OKActions, settings.InsufficientDataActions].flatMap((list) => list ?? [])
  return (
    <SpaceBetween size="l">
      {refusal}
      <Part title="Metric and conditions" onEdit={() => onGo(1)}>
        <SpaceBetween size="m">
          <Pairs
            items={[
              { label: 'Metric', value: `${settings.Namespace} · ${settings.MetricName}` },
              { label: 'Dimensions', value: dimensionWords(settings.Dimensions) },
              { label: 'Statistic', value: statisticOf(settings) },
              { label: 'Period', value: durationPhrase(periodOf(settings)) },
              { label: 'Threshold', value: conditionPhrase(settings) },
              { label: 'Datapoints to alarm', value: `${datapointsToAlarm(settings)} out of ${settings.EvaluationPeriods}` },
              { label: 'Missing data', value: missingDataPhrases[missingDataTreatment(settings)] },
            ]}
          />
          <SettingsGraph {...props} settings={settings} />
        </SpaceBetween>
      </Part>
      <Part title="Actions" onEdit={() => onGo(2)}>
        {actions.length === 0 ? 'No actions: nobody is told.' : actions.join(', ')}
      </Part>
      <Part title="Name and description" onEdit={() => onGo(3)}>
        <Pairs
          items={[
            { label: 'Name', value: settings.AlarmName ?? '-' },
            { label: 'Description', value: settings.AlarmDescription ?? 'No description' },
            { label: 'AWS CLI', value: <CopyButton text={() => putMetricAlarmCommand(settings)} label="Copy as an AWS CLI command" /> },
          ]}
        />
      </Part>
    </SpaceBetween>
  )
}

const Pairs = ({ items }: { readonly items: KeyValuePairsProps['items'] }) => <KeyValuePairs columns={3} items={items} />

type PartProps = { readonly title: string; onEdit(): void; readonly children: ReactNode }

const Part = ({ title, onEdit, children }: PartProps) => (
  <Container
    header={
      <Header
        variant="h2"
        actions={
          <Button ariaLabel={`Edit ${title.toLowerCase()}`} onClick={onEdit}>
            Edit
          </Button>
        }
      >
        {title}
      </Header>
    }
  >
    {children}
  </Container>
)
