import { Button } from '#ui/kit/Button.tsx'
import { Kbd } from '#ui/kit/Kbd.tsx'
import type { Checking } from '../desk/use-checking.ts'

/** The one primary button of an exercise. */
export function CheckButton({ checking, className }: { readonly checking: Checking; readonly className?: string | undefined }) {
  return (
    <Button
      look="primary"
      className={className}
      onClick={checking.check}
      aria-keyshortcuts="Control+Shift+Enter Meta+Shift+Enter"
      aria-disabled={checking.isChecking}
    >
      {checking.isChecking ? 'Checking' : 'Check answer'} <Kbd keys="mod+Shift+Enter" />
    </Button>
  )
}
