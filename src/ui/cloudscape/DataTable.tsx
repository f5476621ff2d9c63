import { useCollection } from '@cloudscape-design/collection-hooks'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Pagination from '@cloudscape-design/components/pagination'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import TextFilter from '@cloudscape-design/components/text-filter'
import type { ReactNode } from 'react'
import { holdsWords } from '#lib/text/holds-words.ts'
import { formatCount } from '../kit/counts.ts'
import { Failure } from './Failure.tsx'
import { Nothing } from './Nothing.tsx'

type DataTableProps<Item> = {
  /** Names the table: "Log groups". */
  readonly title: string
  /** One of them, for counts: "log group". */
  readonly noun: string
  /** Several of them, where an s does not do. */
  readonly nouns?: string
  /** Undefined while they are on their way. */
  readonly items: readonly Item[] | undefined
  readonly error?: Error | undefined
  onRetry?(): void
  /** The first column that sorts is sorted from the greatest down at first. */
  readonly isGreatestFirst?: boolean
  /** Comparators are the same functions from draw to draw: the table knows a sorted column by its comparator. */
  readonly columns: readonly TableProps.ColumnDefinition<Item>[]
  keyOf(item: Item): string
  /** What a screen reader calls one of them, where the key is no name. */
  nameOf?(item: Item): string
  /** What the filter looks in; no filter without it. */
  textOf?(item: Item): string
  readonly filterPlaceholder?: string
  readonly filterText?: string
  onFilter?(text: string): void
  /** More filters, beside the text's. */
  readonly filters?: ReactNode
  /** Buttons of the header. */
  readonly actions?: ReactNode
  readonly description?: ReactNode
  /** What an empty table says. */
  readonly empty: ReactNode
  readonly selected?: readonly Item[]
  onSelect?(items: readonly Item[]): void
  readonly selection?: 'single' | 'multi'
  readonly pageSize?: number
  readonly headingLevel?: 'h1' | 'h2' | 'h3'
  readonly variant?: TableProps.Variant
}

/** A table of AWS's console: header with its count, filter, pages, sorting; loading, empty, no match and failed are seen to. */
export function DataTable<Item>(props: DataTableProps<Item>) {
  const { title, noun, items, columns, keyOf, nameOf = keyOf, textOf, empty, pageSize = 50 } = props
  const nouns = props.nouns ?? `${noun}s`
  const sorting = columns.find(({ sortingField, sortingComparator }) => sortingField !== undefined || sortingComparator !== undefined)
  const collection = useCollection(items ?? [], {
    filtering: {
      ...(textOf === undefined ? {} : { filteringFunction: (item: Item, text: string) => holdsWords(textOf(item), text) }),
      defaultFilteringText: props.filterText ?? '',
    },
    pagination: { pageSize },
    sorting: sorting === undefined ? {} : { defaultState: { sortingColumn: sorting, isDescending: props.isGreatestFirst ?? false } },
  })
  const filter = (text: string) => {
    collection.actions.setFiltering(text)
    props.onFilter?.(text)
  }
  if (props.error !== undefined)
    return <Failure title={`The ${nouns} could not be read`} error={props.error} {...(props.onRetry ? { onRetry: props.onRetry } : {})} />
  const pages = collection.paginationProps.pagesCount
  return (
    <Table<Item>
      {...collection.collectionProps}
      empty={items?.length ? <NoMatch noun={noun} onClear={() => filter('')} /> : empty}
      variant={props.variant ?? 'container'}
      items={collection.items}
      columnDefinitions={columns}
      trackBy={keyOf}
      loading={items === undefined}
      loadingText={`Loading ${nouns}`}
      enableKeyboardNavigation
      contentDensity="compact"
      ariaLabels={{
        tableLabel: title,
        selectionGroupLabel: `Chosen ${nouns}`,
        itemSelectionLabel: (_, item) => nameOf(item),
        allItemsSelectionLabel: () => 'all',
      }}
      {...(props.selection === undefined
        ? {}
        : {
            selectionType: props.selection,
            selectedItems: props.selected ?? [],
            onSelectionChange: ({ detail }) => props.onSelect?.(detail.selectedItems),
          })}
      header={
        <Header
          variant={props.headingLevel ?? 'h2'}
          actions={props.actions}
          description={props.description}
          {...(items === undefined ? {} : { counter: `(${items.length})` })}
        >
          {title}
        </Header>
      }
      {...(textOf === undefined
        ? {}
        : {
            filter: (
              <SpaceBetween direction="horizontal" size="xs">
                <TextFilter
                  {...collection.filterProps}
                  filteringAriaLabel={props.filterPlaceholder ?? `Find ${nouns}`}
                  filteringPlaceholder={props.filterPlaceholder ?? `Find ${nouns}`}
                  countText={matches(collection.filteredItemsCount ?? 0)}
                  onChange={({ detail }) => filter(detail.filteringText)}
                />
                {props.filters}
              </SpaceBetween>
            ),
          })}
      {...(pages > 1 ? { pagination: <Pagination {...collection.paginationProps} /> } : {})}
    />
  )
}

const matches = (count: number): string => `${formatCount(count)} ${count === 1 ? 'match' : 'matches'}`

const NoMatch = ({ noun, onClear }: { readonly noun: string; onClear(): void }) => (
  <Nothing title="No matches" action={<Button onClick={onClear}>Clear the filter</Button>}>
    No {noun} holds all of these words.
  </Nothing>
)
