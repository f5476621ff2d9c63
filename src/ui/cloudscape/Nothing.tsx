import Box from '@cloudscape-design/components/box'
import type { ReactNode } from 'react'

type NothingProps = {
  readonly title: string
  readonly children?: ReactNode
  /** The one thing to do about it. */
  readonly action?: ReactNode
}

/** What an empty table or an empty box says. */
export function Nothing({ title, children, action }: NothingProps) {
  return (
    <Box textAlign="center" color="inherit" padding={{ vertical: 'm' }}>
      <Box variant="strong" color="inherit">
        {title}
      </Box>
      {children === undefined ? null : (
        <Box variant="p" color="inherit" padding={{ top: 'xxs' }}>
          {children}
        </Box>
      )}
      {action === undefined ? null : <Box padding={{ top: 's' }}>{action}</Box>}
    </Box>
  )
}
