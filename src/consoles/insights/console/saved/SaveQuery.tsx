import Alert from '@cloudscape-design/components/alert'
import Autosuggest from '@cloudscape-design/components/autosuggest'
import Box from '@cloudscape-design/components/box'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import type { LogsClient, QueryDefinition } from '#clients/cloudwatch-logs.ts'
import { FormModal } from '#ui/cloudscape/dialog/FormModal.tsx'
import { useFlash } from '#ui/cloudscape/flashes.ts'
import { useAction } from '#ui/console/use-action.ts'
import { useLoaded } from '#ui/console/use-loaded.ts'
import { foldersOf, nameIn, placeOf, readSaved } from './saved-queries.ts'

type SaveQueryProps = {
  readonly logs: LogsClient
  readonly isKept: boolean
  /** The saved query that is open. */
  readonly savedId: string | null
  readonly text: string
  readonly groups: readonly string[]
  onCancel(): void
  onDone(id: string): void
}

/** Keeps a query under a name, or puts it in the place of the one it came from. */
export function SaveQuery(props: SaveQueryProps) {
  const { logs, savedId } = props
  const saved = useLoaded(logs.account, (signal) => readSaved(logs, signal))
  if (saved.isLoading) return null
  const before = saved.value?.find(({ queryDefinitionId }) => queryDefinitionId === savedId)
  return <SaveForm {...props} before={before} folders={foldersOf(saved.value ?? [])} />
}

function SaveForm({
  logs,
  isKept,
  text,
  groups,
  before,
  folders,
  onCancel,
  onDone,
}: SaveQueryProps & { readonly before: QueryDefinition | undefined; readonly folders: readonly string[] }) {
  const [name, setName] = useState(placeOf(before?.name ?? '').name)
  const [folder, setFolder] = useState(placeOf(before?.name ?? '').folder)
  const [replaces, setReplaces] = useState(before !== undefined)
  const [isTried, setTried] = useState(false)
  const [id, setId] = useState('')
  const flash = useFlash()
  const action = useAction(() => {
    flash({ type: 'success', content: `Query ${nameIn(folder, name)} has been saved.` })
    onDone(id)
  })
  const wrong = placeOf(name).name === '' ? 'a saved query needs a name' : undefined
  const submit = () => {
    setTried(true)
    if (wrong !== undefined) return
    action.run(async () => {
      const { queryDefinitionId } = await logs.putQueryDefinition({
        name: nameIn(folder, name),
        queryString: text,
        ...(groups.length === 0 ? {} : { logGroupNames: groups }),
        ...(replaces && before ? { queryDefinitionId: before.queryDefinitionId } : {}),
      })
      setId(queryDefinitionId)
    })
  }
  return (
    <FormModal title="Save query" submitText="Save" isBusy={action.isBusy} error={action.error} onSubmit={submit} onCancel={onCancel}>
      <FormField label="Query name" errorText={isTried ? wrong : undefined}>
        <Input
          value={name}
          autoComplete="off"
          onChange={({ detail }) => setName(detail.value)}
          onKeyDown={({ detail }) => detail.key === 'Enter' && submit()}
        />
      </FormField>
      <FormField label="Folder - optional" description="One that is there, or the name of a new one.">
        <Autosuggest
          value={folder}
          options={folders.map((value) => ({ value }))}
          enteredTextLabel={(value) => `New folder “${value}”`}
          empty="No folders yet"
          onChange={({ detail }) => setFolder(detail.value)}
        />
      </FormField>
      {before === undefined ? null : (
        <Checkbox checked={replaces} onChange={({ detail }) => setReplaces(detail.checked)}>
          In the place of “{before.name}”
        </Checkbox>
      )}
      <Box variant="p">{groups.length === 0 ? 'No log groups are saved with it.' : `Saved with it: ${groups.join(', ')}`}</Box>
      {isKept ? null : <Alert type="info">This world is for trying: the query is gone after a reload.</Alert>}
    </FormModal>
  )
}
