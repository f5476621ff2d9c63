import type { LogsClient } from '#clients/cloudwatch-logs.ts'
import { ConfirmDelete } from '#ui/cloudscape/dialog/ConfirmDelete.tsx'
import { useFlash } from '#ui/cloudscape/flashes.ts'
import { useAction } from '#ui/console/use-action.ts'

type DeleteGroupsProps = { readonly logs: LogsClient; readonly names: readonly string[]; onCancel(): void; onDone(): void }

export function DeleteGroups({ logs, names, onCancel, onDone }: DeleteGroupsProps) {
  const flash = useFlash()
  const action = useAction(() => {
    flash({
      type: 'success',
      content: names.length === 1 ? `Log group ${names[0]} has been deleted.` : `${names.length} log groups have been deleted.`,
    })
    onDone()
  })
  return (
    <ConfirmDelete
      noun="log group"
      names={names}
      warning="Every event in it and its metric filters go with it. That cannot be undone; a world opened anew has its own groups again."
      error={action.error}
      isDeleting={action.isBusy}
      onCancel={onCancel}
      onDelete={() =>
        action.run(async () => {
          for (const logGroupName of names) await logs.deleteLogGroup({ logGroupName })
        })
      }
    />
  )
}
