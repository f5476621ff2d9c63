import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useAlarms } from '../use-alarms.ts'
import type { StepProps } from './step-props.ts'

/** What the alarm is called, and what whoever is woken by it should do. */
export function NameStep(props: StepProps & { readonly edited: string | undefined }) {
  const { draft, onChange, problemOf, edited } = props
  const { value: alarms } = useAlarms(props)
  const name = draft.AlarmName ?? ''
  const isTaken = edited !== name && alarms?.some(({ AlarmName }) => AlarmName === name) === true
  return (
    <Container header={<Header variant="h2">Name and description</Header>}>
      <SpaceBetween size="m">
        <FormField
          label="Alarm name"
          description={edited === undefined ? undefined : 'An alarm keeps its name; another name makes a second alarm.'}
          errorText={problemOf('AlarmName')}
        >
          <Input value={name} autoComplete="off" spellcheck={false} onChange={({ detail }) => onChange({ AlarmName: detail.value })} />
        </FormField>
        {isTaken ? <Alert type="warning">There is an alarm of this name: its settings would be replaced by these.</Alert> : null}
        <FormField label="Alarm description" description="What to look at first, in a sentence" errorText={problemOf('AlarmDescription')}>
          <Textarea
            value={draft.AlarmDescription ?? ''}
            rows={4}
            onChange={({ detail }) => onChange({ AlarmDescription: detail.value === '' ? undefined : detail.value })}
          />
        </FormField>
      </SpaceBetween>
    </Container>
  )
}
