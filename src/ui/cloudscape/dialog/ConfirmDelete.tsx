import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'

type ConfirmDeleteProps = {
  /** "log group", "alarm". */
  readonly noun: string
  /** Several of them, where an s does not do. */
  readonly nouns?: string
  readonly names: readonly string[]
  /** What goes with it. */
  readonly warning: string
  readonly error?: Error | undefined
  readonly isDeleting: boolean
  onDelete(): void
  onCancel(): void
}

const WORD = 'delete'

/** Asks before something is deleted for good; as in AWS's console the word is typed. */
export function ConfirmDelete({ noun, nouns = `${noun}s`, names, warning, error, isDeleting, onDelete, onCancel }: ConfirmDeleteProps) {
  const [typed, setTyped] = useState('')
  const what = names.length === 1 ? `${noun} ${names[0]}` : `${names.length} ${nouns}`
  const canDelete = typed.trim().toLowerCase() === WORD
  const submit = () => canDelete && !isDeleting && onDelete()
  return (
    <Modal
      visible
      header={`Delete ${names.length === 1 ? noun : nouns}?`}
      closeAriaLabel="Close"
      onDismiss={onCancel}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onCancel}>
              Cancel
            </Button>
            <Button variant="primary" disabled={!canDelete} loading={isDeleting} onClick={submit}>
              Delete
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box variant="span">
          Delete <strong>{what}</strong> for good?
        </Box>
        {names.length > 1 ? (
          <ul>
            {names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        ) : null}
        <Alert type="warning">{warning}</Alert>
        <FormField label={`To confirm, type “${WORD}”`}>
          <Input
            value={typed}
            autoComplete="off"
            placeholder={WORD}
            onChange={({ detail }) => setTyped(detail.value)}
            onKeyDown={({ detail }) => detail.key === 'Enter' && submit()}
          />
        </FormField>
        {error === undefined ? null : <Alert type="error">{error.message}</Alert>}
      </SpaceBetween>
    </Modal>
  )
}
