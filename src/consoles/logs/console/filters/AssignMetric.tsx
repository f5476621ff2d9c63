import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { DraftProblems, FilterDraft } from './filter-draft.ts'

type AssignMetricProps = {
  readonly draft: FilterDraft
  readonly problems: DraftProblems
  /** The name of one that stands is not changed: that would be another filter. */
  readonly isNew: boolean
  onDraft(draft: FilterDraft): void
}

const MOST_DIMENSIONS = 3
const NO_UNIT = { value: '', label: 'No unit' }
const sizes = ['Bytes', 'Kilobytes', 'Megabytes', 'Gigabytes', 'Terabytes', 'Bits', 'Kilobits', 'Megabits', 'Gigabits', 'Terabits']
const units = [
  NO_UNIT,
  ...[
    'Count',
    'Seconds',
    'Milliseconds',
    'Microseconds',
    'Percent',
    ...sizes,
    'Count/Second',
    ...sizes.map((size) => `${size}/Second`),
    'None',
  ].map((unit) => ({ value: unit, label: unit })),
]

/** Step 2: name, namespace, metric, value. */
export function AssignMetric({ draft, problems, isNew, onDraft }: AssignMetricProps) {
  const field = (
    key: 'name' | 'namespace' | 'metric' | 'value' | 'defaultValue',
    label: string,
    more: { readonly description?: string; readonly placeholder?: string; readonly disabled?: boolean } = {},
  ) => (
    <FormField label={label} errorText={problems[key]} {...(more.description ? { description: more.description } : {})}>
      <Input
        value={draft[key]}
        spellcheck={false}
        autoComplete="off"
        disabled={more.disabled ?? false}
        placeholder={more.placeholder ?? ''}
        onChange={({ detail }) => onDraft({ ...draft, [key]: detail.value })}
      />
    </FormField>
  )
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Filter name</Header>}>
        {field('name', 'Filter name', {
          disabled: !isNew,
          description: isNew ? 'It names the filter in this log group.' : 'The name stands: another name would be another filter.',
        })}
      </Container>
      <Container header={<Header variant="h2">Metric details</Header>}>
        <SpaceBetween size="m">
          {field('namespace', 'Metric namespace', { placeholder: 'Brightside/Orders' })}
          {field('metric', 'Metric name', { placeholder: 'FailedOrders' })}
          {field('value', 'Metric value', {
            description: 'What each event that fits adds: a number, or a value of the event such as $.durationMs or $bytes.',
          })}
          {field('defaultValue', 'Default value - optional', {
            description: 'What is published for a minute with events of which none fits. Without it such a minute has no datapoint.',
          })}
          <FormField label="Unit - optional">
            <Select
              options={units}
              selectedOption={units.find(({ value }) => value === draft.unit) ?? NO_UNIT}
              onChange={({ detail }) => onDraft({ ...draft, unit: detail.selectedOption.value ?? '' })}
            />
          </FormField>
          <FormField
            label="Dimensions - optional"
            description="A metric for each value of a field, at most three fields. Beware of fields with many values: each is a metric of its own."
            errorText={problems.dimensions}
            stretch
          >
            <AttributeEditor
              items={draft.dimensions}
              addButtonText="Add dimension"
              removeButtonText="Remove"
              disableAddButton={draft.dimensions.length >= MOST_DIMENSIONS}
              empty="No dimensions"
              onAddButtonClick={() => onDraft({ ...draft, dimensions: [...draft.dimensions, { name: '', value: '' }] })}
              onRemoveButtonClick={({ detail }) =>
                onDraft({ ...draft, dimensions: draft.dimensions.filter((_, at) => at !== detail.itemIndex) })
              }
              definition={(['name', 'value'] as const).map((key) => ({
                label: key === 'name' ? 'Dimension name' : 'Dimension value',
                control: (item: FilterDraft['dimensions'][number], at: number) => (
                  <Input
                    value={item[key]}
                    ariaLabel={`${key === 'name' ? 'Name' : 'Value'} of dimension ${at + 1}`}
                    placeholder={key === 'name' ? 'Branch' : '$.branch'}
                    onChange={({ detail }) =>
                      onDraft({
                        ...draft,
                        dimensions: draft.dimensions.map((one, index) => (index === at ? { ...one, [key]: detail.value } : one)),
                      })
                    }
                  />
                ),
              }))}
            />
          </FormField>
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  )
}
