import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'

type FormModalProps = {
  readonly title: string
  readonly submitText: string
  readonly isBusy: boolean
  readonly error: Error | undefined
  onSubmit(): void
  onCancel(): void
  readonly children: ReactNode
}

/** A dialog with a few fields: what the cloud refuses is said in it, and nothing typed is lost. */
export function FormModal({ title, submitText, isBusy, error, onSubmit, onCancel, children }: FormModalProps) {
  return (
    <Modal
      visible
      header={title}
      closeAriaLabel="Close"
      onDismiss={onCancel}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onCancel}>
              Cancel
            </Button>
            <Button variant="primary" loading={isBusy} onClick={onSubmit}>
              {submitText}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {children}
        {error === undefined ? null : <Alert type="error">{error.message}</Alert>}
      </SpaceBetween>
    </Modal>
  )
}
