import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { LogsClient } from '#clients/cloudwatch-logs.ts'
import { DataTable } from '#ui/cloudscape/DataTable.tsx'
import { useFlash } from '#ui/cloudscape/flashes.ts'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import { useLoaded } from '#ui/console/use-loaded.ts'
import { useAction } from '#ui/console/use-action.ts'
import { FormModal } from '#ui/cloudscape/dialog/FormModal.tsx'

type Tag = { readonly key: string; readonly value: string }

/** A group's tags. */
export function TagsTab({ logs, arn }: { readonly logs: LogsClient; readonly arn: string }) {
  const { value, error, reload } = useLoaded(`${logs.account} ${arn}`, (signal) => logs.listTagsForResource({ resourceArn: arn }, signal))
  const [isAdding, setAdding] = useState(false)
  const flash = useFlash()
  const items = value && Object.entries(value.tags).map(([key, text]): Tag => ({ key, value: text }))
  const remove = (key: string) =>
    logs
      .untagResource({ resourceArn: arn, tagKeys: [key] })
      .then(reload, (failure: Error) => flash({ type: 'error', content: failure.message }))
  return (
    <>
      <DataTable
        title="Tags"
        noun="tag"
        items={items}
        error={error}
        onRetry={reload}
        keyOf={({ key }) => key}
        columns={[
          { id: 'key', header: 'Key', sortingField: 'key', isRowHeader: true, cell: ({ key }) => key },
          { id: 'value', header: 'Value', cell: ({ value: text }) => text || '-' },
          {
            id: 'remove',
            header: 'Remove',
            cell: ({ key }) => (
              <Button variant="inline-icon" iconName="remove" ariaLabel={`Remove tag ${key}`} onClick={() => void remove(key)} />
            ),
          },
        ]}
        empty={<Nothing title="No tags">Tags say whose a log group is, and what it costs whom.</Nothing>}
        actions={<Button onClick={() => setAdding(true)}>Add tag</Button>}
      />
      {isAdding ? (
        <AddTag
          logs={logs}
          arn={arn}
          onCancel={() => setAdding(false)}
          onDone={() => {
            setAdding(false)
            reload()
          }}
        />
      ) : null}
    </>
  )
}

type AddTagProps = { readonly logs: LogsClient; readonly arn: string; onCancel(): void; onDone(): void }

function AddTag({ logs, arn, onCancel, onDone }: AddTagProps) {
  const [key, setKey] = useState('')
  const [value, setValue] = useState('')
  const [isTried, setTried] = useState(false)
  const action = useAction(onDone)
  const submit = () => {
    setTried(true)
    if (key.trim() !== '') action.run(() => logs.tagResource({ resourceArn: arn, tags: { [key.trim()]: value } }))
  }
  return (
    <FormModal title="Add tag" submitText="Add" isBusy={action.isBusy} error={action.error} onSubmit={submit} onCancel={onCancel}>
      <SpaceBetween size="m">
        <FormField label="Key" errorText={isTried && key.trim() === '' ? 'a tag needs a key' : undefined}>
          <Input value={key} autoComplete="off" onChange={({ detail }) => setKey(detail.value)} />
        </FormField>
        <FormField label="Value - optional">
          <Input value={value} autoComplete="off" onChange={({ detail }) => setValue(detail.value)} />
        </FormField>
      </SpaceBetween>
    </FormModal>
  )
}
