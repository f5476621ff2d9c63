import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import type { LogsClient } from '#clients/cloudwatch-logs.ts'
import { useFlash } from '#ui/cloudscape/flashes.ts'
import { useAction } from '#ui/console/use-action.ts'
import { FormModal } from '#ui/cloudscape/dialog/FormModal.tsx'
import { retentionPhrase, retentions } from './retention.ts'

type CreateGroupProps = { readonly logs: LogsClient; onCancel(): void; onDone(): void }

const NEVER = { value: 'never', label: retentionPhrase(undefined) }
export const retentionOptions = [NEVER, ...retentions.map((days) => ({ value: String(days), label: retentionPhrase(days) }))]

/** A new log group, with how long it keeps its events. */
export function CreateGroup({ logs, onCancel, onDone }: CreateGroupProps) {
  const [name, setName] = useState('')
  const [retention, setRetention] = useState(NEVER.value)
  const [isTried, setTried] = useState(false)
  const flash = useFlash()
  const logGroupName = name.trim()
  const action = useAction(() => {
    flash({ type: 'success', content: `Log group ${logGroupName} has been created.` })
    onDone()
  })
  const wrong = wrongName(logGroupName)
  const submit = () => {
    setTried(true)
    if (wrong !== undefined) return
    action.run(async () => {
      await logs.createLogGroup({ logGroupName })
      if (retention !== NEVER.value) await logs.putRetentionPolicy({ logGroupName, retentionInDays: Number(retention) })
    })
  }
  return (
    <FormModal
      title="Create log group"
      submitText="Create"
      isBusy={action.isBusy}
      error={action.error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <FormField
        label="Log group name"
        description="A log group made by hand lasts until the page is reloaded."
        constraintText="1 to 512 letters, digits and any of _ - / . #"
        errorText={isTried ? wrong : undefined}
      >
        <Input
          value={name}
          spellcheck={false}
          autoComplete="off"
          onChange={({ detail }) => setName(detail.value)}
          onKeyDown={({ detail }) => detail.key === 'Enter' && submit()}
        />
      </FormField>
      <FormField label="Retention setting">
        <Select
          options={retentionOptions}
          selectedOption={retentionOptions.find(({ value }) => value === retention) ?? NEVER}
          onChange={({ detail }) => setRetention(detail.selectedOption.value ?? NEVER.value)}
        />
      </FormField>
    </FormModal>
  )
}

function wrongName(name: string): string | undefined {
  if (name === '') return 'a log group needs a name'
  if (name.length > 512) return `expected at most 512 characters, found ${name.length}`
  const [odd] = /[^.\-_/#A-Za-z0-9]/.exec(name) ?? []
  if (odd !== undefined) return `a name cannot hold "${odd}": letters, digits and _ - / . # only`
  return name.startsWith('aws/') ? 'names that begin with "aws/" are AWS’s own' : undefined
}
