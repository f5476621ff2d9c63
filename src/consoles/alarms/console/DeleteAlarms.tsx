import type { CloudWatchClient } from '#clients/cloudwatch.ts'
import { ConfirmDelete } from '#ui/cloudscape/dialog/ConfirmDelete.tsx'
import { useFlash } from '#ui/cloudscape/flashes.ts'
import { useAction } from '#ui/console/use-action.ts'
import { changeAlarms } from './alarm-changes.ts'

type DeleteAlarmsProps = {
  readonly cloudwatch: CloudWatchClient
  readonly names: readonly string[]
  onDone(): void
  onCancel(): void
}

export function DeleteAlarms({ cloudwatch, names, onDone, onCancel }: DeleteAlarmsProps) {
  const flash = useFlash()
  const { isBusy, error, run } = useAction(() => {
    flash({ type: 'success', content: names.length === 1 ? `The alarm ${names[0]} was deleted.` : `${names.length} alarms were deleted.` })
    onDone()
  })
  return (
    <ConfirmDelete
      noun="alarm"
      names={names}
      warning="Nobody is told any more when its metric breaches the threshold. Its history stays."
      error={error}
      isDeleting={isBusy}
      onDelete={() => run(() => changeAlarms(cloudwatch, 'delete', names))}
      onCancel={onCancel}
    />
  )
}
