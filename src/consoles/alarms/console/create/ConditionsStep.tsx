import Autosuggest from '@cloudscape-design/components/autosuggest'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tiles from '@cloudscape-design/components/tiles'
import { durationPhrase, lowSamplePhrases, missingDataPhrases, operatorWords } from '#languages/alarm/index.ts'
import { statisticSuggestions } from '#languages/statistic/index.ts'
import { datapointsToAlarm, missingDataTreatment, periodOf, type ComparisonOperator, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { isPercentile } from '#lib/metric/statistic.ts'
import { alarmPeriods, statisticOf, withStatistic } from '../../form/alarm-choices.ts'
import { SettingsGraph } from '../detail/AlarmGraph.tsx'
import { NumberInput } from './NumberInput.tsx'
import { dimensionWords } from '../dimension-words.ts'
import type { StepProps } from './step-props.ts'

type ConditionsStepProps = StepProps & { readonly settings: MetricAlarm; readonly isRefused: boolean }

/** Statistic, period, threshold, M out of N, missing data; what they would have done stands beside them. */
export function ConditionsStep(props: ConditionsStepProps) {
  const { settings, isRefused, onChange, draft } = props
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Metric</Header>}>
        <SpaceBetween size="m">
          <MetricFields {...props} />
          <SettingsGraph {...props} settings={settings} isRefused={isRefused} onThreshold={(Threshold) => onChange({ Threshold })} />
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">Conditions</Header>}>
        <SpaceBetween size="m">
          <FormField label={`Whenever ${draft.MetricName ?? 'the metric'} is…`} errorText={props.problemOf('ComparisonOperator')}>
            <Tiles
              ariaLabel="Whenever the metric is"
              columns={4}
              value={draft.ComparisonOperator}
              items={operators.map((value) => ({
                value,
                label: operatorWords[value].name,
                description: `${operatorWords[value].sign} threshold`,
              }))}
              onChange={({ detail }) => onChange({ ComparisonOperator: detail.value })}
            />
          </FormField>
          <NumberInput
            label="than… Define the threshold value"
            value={draft.Threshold}
            problem={props.problemOf('Threshold')}
            onChange={(Threshold) => onChange({ Threshold })}
          />
          <AdditionalConfiguration {...props} />
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  )
}

const operators: readonly ComparisonOperator[] = [
  'GreaterThanThreshold',
  'GreaterThanOrEqualToThreshold',
  'LessThanOrEqualToThreshold',
  'LessThanThreshold',
]

function MetricFields({ draft, onChange, problemOf }: StepProps) {
  const periods = alarmPeriods.map((seconds) => ({ value: String(seconds), label: durationPhrase(seconds) }))
  const { Namespace, Dimensions = [] } = draft
  return (
    <ColumnLayout columns={3}>
      <FormField label="Metric" description={Dimensions.length === 0 ? Namespace : `${Namespace}, ${dimensionWords(Dimensions)}`}>
        {draft.MetricName ?? 'None chosen yet'}
      </FormField>
      <FormField
        label="Statistic"
        description="A basic one, a percentile or a trimmed one"
        errorText={problemOf('Statistic', 'ExtendedStatistic')}
      >
        <Autosuggest
          ariaLabel="Statistic"
          enteredTextLabel={(text) => `Use “${text}”`}
          value={statisticOf(draft)}
          options={statisticSuggestions.map(({ name, says }) => ({ value: name, description: says }))}
          onChange={({ detail }) => onChange(statisticChange(draft, detail.value))}
        />
      </FormField>
      <FormField label="Period" description="Seconds, or one of the list" errorText={problemOf('Period')}>
        <Autosuggest
          ariaLabel="Period"
          enteredTextLabel={(text) => `Use ${text} seconds`}
          value={Number.isNaN(periodOf(draft)) ? '' : String(periodOf(draft))}
          options={periods}
          filteringType="manual"
          onChange={({ detail }) => onChange({ Period: detail.value.trim() === '' ? undefined : Number(detail.value) })}
        />
      </FormField>
    </ColumnLayout>
  )
}

const statisticChange = (draft: MetricAlarm, statistic: string) => ({
  Statistic: undefined,
  ExtendedStatistic: undefined,
  EvaluateLowSampleCountPercentile: undefined,
  ...withStatistic(draft, statistic),
})

const treatments = Object.entries(missingDataPhrases).map(([value, label]) => ({ value, label }))
const lowSamples = Object.entries(lowSamplePhrases).map(([value, label]) => ({ value, label }))

function AdditionalConfiguration({ draft, onChange, problemOf }: StepProps) {
  const treatment = missingDataTreatment(draft)
  const few = draft.EvaluateLowSampleCountPercentile ?? 'evaluate'
  return (
    <ExpandableSection headerText="Additional configuration" defaultExpanded>
      <SpaceBetween size="m">
        <ColumnLayout columns={2}>
          <NumberInput
            label="Datapoints to alarm"
            description="How many must be breaching"
            value={datapointsToAlarm(draft)}
            problem={problemOf('DatapointsToAlarm')}
            onChange={(DatapointsToAlarm) => onChange({ DatapointsToAlarm })}
          />
          <NumberInput
            label="out of"
            description="How many periods are looked at"
            value={draft.EvaluationPeriods}
            problem={problemOf('EvaluationPeriods')}
            onChange={(EvaluationPeriods) => onChange({ EvaluationPeriods, DatapointsToAlarm: datapointsToAlarm(draft) })}
          />
        </ColumnLayout>
        <FormField label="Missing data treatment" errorText={problemOf('TreatMissingData')}>
          <Select
            ariaLabel="Missing data treatment"
            options={treatments}
            selectedOption={treatments.find(({ value }) => value === treatment) ?? null}
            onChange={({ detail }) => onChange({ TreatMissingData: detail.selectedOption.value })}
          />
        </FormField>
        {isPercentile(statisticOf(draft)) ? (
          <FormField label="Percentiles with low samples" errorText={problemOf('EvaluateLowSampleCountPercentile')}>
            <Select
              ariaLabel="Percentiles with low samples"
              options={lowSamples}
              selectedOption={lowSamples.find(({ value }) => value === few) ?? null}
              onChange={({ detail }) => onChange({ EvaluateLowSampleCountPercentile: detail.selectedOption.value })}
            />
          </FormField>
        ) : null}
      </SpaceBetween>
    </ExpandableSection>
  )
}
