import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Button } from './Button.tsx'

type CopyButtonProps = { readonly label: string; text(): string; readonly isIconOnly?: boolean; readonly className?: string }

/** Copies a text and says so, in sight and to a screen reader. */
export function CopyButton({ label, text, isIconOnly = false, className }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | undefined>()
  useEffect(() => {
    if (outcome === undefined) return undefined
    const timer = setTimeout(setOutcome, 2000, undefined)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = () => {
    if (navigator.clipboard === undefined) return setOutcome('refused')
    navigator.clipboard.writeText(text()).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    )
  }
  const said = outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'The browser refused' : label
  const Icon = outcome === 'copied' ? IconCheck : IconCopy
  return (
    <Button
      look="quiet"
      size="small"
      className={className}
      icon={<Icon size={16} stroke={1.8} aria-hidden="true" />}
      onClick={copy}
      aria-label={said}
      title={said}
    >
      {isIconOnly ? null : <span aria-live="polite">{said}</span>}
    </Button>
  )
}
