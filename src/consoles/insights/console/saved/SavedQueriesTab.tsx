import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Link from '@cloudscape-design/components/link'
import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import type { LogsClient, QueryDefinition } from '#clients/cloudwatch-logs.ts'
import { DataTable } from '#ui/cloudscape/DataTable.tsx'
import { ConfirmDelete } from '#ui/cloudscape/dialog/ConfirmDelete.tsx'
import { useFlash } from '#ui/cloudscape/flashes.ts'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import { useTimes } from '#ui/cloudscape/use-times.ts'
import { useAction } from '#ui/console/use-action.ts'
import { useLoaded } from '#ui/console/use-loaded.ts'
import { foldersOf, placeOf, readSaved } from './saved-queries.ts'

/** Every folder. */
const ANY = { value: '', label: 'All folders' }

type SavedQueriesTabProps = { readonly logs: LogsClient; readonly isKept: boolean; onOpen(query: QueryDefinition): void }

/** The account's saved queries: a press opens one in the editor. */
export function SavedQueriesTab({ logs, isKept, onOpen }: SavedQueriesTabProps) {
  const { value, error, reload } = useLoaded(logs.account, (signal) => readSaved(logs, signal))
  const [chosen, setChosen] = useState<readonly QueryDefinition[]>([])
  const [isDeleting, setDeleting] = useState(false)
  const [folder, setFolder] = useState(ANY.value)
  const folders = [ANY, ...foldersOf(value ?? []).map((name) => ({ value: `in ${name}`, label: name }))]
  const shown = folder === ANY.value ? value : value?.filter(({ name }) => `in ${placeOf(name).folder}` === folder)
  const { moment } = useTimes()
  const flash = useFlash()
  const names = chosen.map(({ name }) => name)
  const action = useAction(() => {
    flash({
      type: 'success',
      content: names.length === 1 ? `Query ${names[0]} has been deleted.` : `${names.length} queries have been deleted.`,
    })
    setDeleting(false)
    setChosen([])
    reload()
  })
  return (
    <>
      <DataTable
        title="Saved queries"
        noun="saved query"
        nouns="saved queries"
        variant="embedded"
        items={shown}
        error={error}
        onRetry={reload}
        keyOf={({ queryDefinitionId }) => queryDefinitionId}
        nameOf={({ name }) => name}
        textOf={({ name, queryString }) => `${name} ${queryString}`}
        filters={
          folders.length === 1 ? undefined : (
            <Select
              ariaLabel="Folder"
              options={folders}
              selectedOption={folders.find((one) => one.value === folder) ?? ANY}
              onChange={({ detail }) => setFolder(detail.selectedOption.value ?? ANY.value)}
            />
          )
        }
        selection="multi"
        selected={chosen}
        onSelect={setChosen}
        columns={[
          {
            id: 'name',
            header: 'Name',
            sortingField: 'name',
            isRowHeader: true,
            cell: (query) => (
              <Link variant="primary" onFollow={() => onOpen(query)}>
                {placeOf(query.name).name}
              </Link>
            ),
          },
          { id: 'folder', header: 'Folder', sortingComparator: byFolder, cell: ({ name }) => placeOf(name).folder || '-' },
          { id: 'query', header: 'Query', cell: ({ queryString }) => <Box variant="code">{queryString}</Box> },
          { id: 'groups', header: 'Log groups', cell: ({ logGroupNames }) => logGroupNames?.join(', ') || '-' },
          { id: 'saved', header: 'Last modified', sortingField: 'lastModified', cell: ({ lastModified }) => moment(lastModified) },
        ]}
        empty={<Nothing title="No saved queries">Save a query under a name, and it stands here.</Nothing>}
        actions={
          <Button disabled={chosen.length === 0} onClick={() => setDeleting(true)}>
            Delete
          </Button>
        }
        description={isKept ? 'Kept in this browser.' : 'Gone after a reload, with this world.'}
      />
      {isDeleting ? (
        <ConfirmDelete
          noun="saved query"
          nouns="saved queries"
          names={names}
          warning="What the query found stays where it is; only the query goes."
          error={action.error}
          isDeleting={action.isBusy}
          onCancel={() => setDeleting(false)}
          onDelete={() =>
            action.run(async () => {
              for (const { queryDefinitionId } of chosen) await logs.deleteQueryDefinition({ queryDefinitionId })
            })
          }
        />
      ) : null}
    </>
  )
}

const byFolder = (left: QueryDefinition, right: QueryDefinition): number =>
  placeOf(left.name).folder.localeCompare(placeOf(right.name).folder, 'en')
