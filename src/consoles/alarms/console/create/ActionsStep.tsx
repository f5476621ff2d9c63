import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Toggle from '@cloudscape-design/components/toggle'
import { useState } from 'react'
import type { AlarmState, MetricAlarm } from '#lib/alarm/alarm.ts'
import { stateWords } from '../../state-words.ts'
import type { StepProps } from './step-props.ts'

type Action = { readonly state: AlarmState; readonly arn: string }

const members = { ALARM: 'AlarmActions', OK: 'OKActions', INSUFFICIENT_DATA: 'InsufficientDataActions' } as const
const states: readonly AlarmState[] = ['ALARM', 'OK', 'INSUFFICIENT_DATA']
const options = states.map((value) => ({ value, label: stateWords[value] }))

const actionsOf = (draft: MetricAlarm): readonly Action[] =>
  states.flatMap((state) => (draft[members[state]] ?? []).map((arn) => ({ state, arn })))

/** Who is told when the state changes; an alarm without actions is a light that nobody sees. */
export function ActionsStep({ draft, onChange, problemOf }: StepProps) {
  // an empty row is not an action yet: it lives here until something is typed
  const [rows, setRows] = useState(() => actionsOf(draft))
  const change = (next: readonly Action[]) => {
    setRows(next)
    const arns = (state: AlarmState) => next.filter((row) => row.state === state && row.arn.trim() !== '').map(({ arn }) => arn.trim())
    onChange(Object.fromEntries(states.map((state) => [members[state], arns(state).length === 0 ? undefined : arns(state)])))
  }
  const edit = (at: number, part: Partial<Action>) => change(rows.map((row, index) => (index === at ? { ...row, ...part } : row)))
  return (
    <Container header={<Header variant="h2">Notification</Header>}>
      <SpaceBetween size="m">
        <FormField
          stretch
          label="Actions"
          description="An action runs once, when the state changes. SNS topics do not deliver in this world yet: the attempt stands in the alarm’s history."
          errorText={problemOf('AlarmActions', 'OKActions', 'InsufficientDataActions')}
        >
          <AttributeEditor
            items={rows}
            addButtonText="Add action"
            removeButtonText="Remove"
            empty="No actions: nobody is told."
            onAddButtonClick={() => setRows([...rows, { state: 'ALARM', arn: '' }])}
            onRemoveButtonClick={({ detail }) => change(rows.filter((_, at) => at !== detail.itemIndex))}
            definition={[
              {
                label: 'When it changes to',
                control: ({ state }, at) => (
                  <Select
                    ariaLabel="When it changes to"
                    options={options}
                    selectedOption={options.find(({ value }) => value === state) ?? null}
                    onChange={({ detail }) => edit(at, { state: states.find((one) => one === detail.selectedOption.value) ?? 'ALARM' })}
                  />
                ),
              },
              {
                label: 'ARN',
                control: ({ arn }, at) => (
                  <Input
                    ariaLabel="ARN of the action"
                    value={arn}
                    placeholder="arn:aws:sns:eu-west-1:123456789012:on-call"
                    spellcheck={false}
                    onChange={({ detail }) => edit(at, { arn: detail.value })}
                  />
                ),
              },
            ]}
          />
        </FormField>
        <Toggle
          checked={draft.ActionsEnabled !== false}
          onChange={({ detail }) => onChange({ ActionsEnabled: detail.checked ? undefined : false })}
        >
          Actions enabled
        </Toggle>
      </SpaceBetween>
    </Container>
  )
}
