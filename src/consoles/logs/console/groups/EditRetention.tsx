import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import type { DescribedLogGroup, LogsClient } from '#clients/cloudwatch-logs.ts'
import { useFlash } from '#ui/cloudscape/flashes.ts'
import { useAction } from '#ui/console/use-action.ts'
import { retentionOptions } from './CreateGroup.tsx'
import { FormModal } from '#ui/cloudscape/dialog/FormModal.tsx'
import { retentionPhrase } from './retention.ts'

type EditRetentionProps = { readonly logs: LogsClient; readonly group: DescribedLogGroup; onCancel(): void; onDone(): void }

/** How long a group keeps its events. */
export function EditRetention({ logs, group, onCancel, onDone }: EditRetentionProps) {
  const { logGroupName } = group
  const [value, setValue] = useState(group.retentionInDays === undefined ? 'never' : String(group.retentionInDays))
  const flash = useFlash()
  const days = value === 'never' ? undefined : Number(value)
  const action = useAction(() => {
    flash({ type: 'success', content: `Retention of ${logGroupName}: ${retentionPhrase(days)}.` })
    onDone()
  })
  const submit = () =>
    action.run(() =>
      days === undefined ? logs.deleteRetentionPolicy({ logGroupName }) : logs.putRetentionPolicy({ logGroupName, retentionInDays: days }),
    )
  return (
    <FormModal
      title="Edit retention setting"
      submitText="Save"
      isBusy={action.isBusy}
      error={action.error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <FormField label="Expire events after" description={`Log group ${logGroupName}`}>
        <Select
          options={retentionOptions}
          selectedOption={retentionOptions.find((option) => option.value === value) ?? null}
          onChange={({ detail }) => setValue(detail.selectedOption.value ?? 'never')}
        />
      </FormField>
    </FormModal>
  )
}
