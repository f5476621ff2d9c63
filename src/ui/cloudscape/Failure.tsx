import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import type { ReactNode } from 'react'

type FailureProps = {
  /** What did not happen. */
  readonly title: string
  readonly error?: Error | undefined
  onRetry?(): void
  readonly children?: ReactNode
}

/** What stands in the place of something that could not be had. */
export function Failure({ title, error, onRetry, children }: FailureProps) {
  return (
    <Alert type="error" header={title} action={onRetry && <Button onClick={onRetry}>Try again</Button>}>
      {children ?? error?.message}
    </Alert>
  )
}
