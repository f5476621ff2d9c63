import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group'
import Cards from '@cloudscape-design/components/cards'
import Input from '@cloudscape-design/components/input'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import type { MetricIdentity } from '#lib/metric/metric.ts'
import { Failure } from '#ui/cloudscape/Failure.tsx'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import type { ConsoleProps } from '#ui/console/console-props.ts'
import { countOf } from '#ui/kit/counts.ts'
import type { useMetrics } from '#ui/metric-query/use-metrics.ts'
import type { GraphInHand } from '../use-graph.ts'
import { dimensionSets, namespaces, searched, setName, type Counted } from './catalogue.ts'
import { MetricTable } from './MetricTable.tsx'

type BrowseProps = { readonly console: ConsoleProps; readonly metrics: ReturnType<typeof useMetrics>; readonly graph: GraphInHand }

/** From a namespace to a set of dimensions to the metrics; a search goes over all of them. */
export function Browse({ console, metrics, graph }: BrowseProps) {
  const { task, reload } = metrics
  const { query, onQueryChange } = console
  const text = query.get('search') ?? ''
  if (task.status === 'failed') return <Failure title="The metrics could not be listed" error={task.error} onRetry={reload} />
  if (task.value === undefined) return <Spinner size="large" />
  return (
    <SpaceBetween size="s">
      <Input
        type="search"
        ariaLabel="Search for metrics, dimensions and values"
        placeholder="Search for any metric, dimension or value"
        value={text}
        onChange={({ detail }) => onQueryChange({ search: detail.value || undefined })}
      />
      <Level console={console} graph={graph} metrics={searched(task.value, text)} isSearched={text !== ''} />
    </SpaceBetween>
  )
}

type LevelProps = {
  readonly console: ConsoleProps
  readonly graph: GraphInHand
  readonly metrics: readonly MetricIdentity[]
  readonly isSearched: boolean
}

function Level({ console, graph, metrics, isSearched }: LevelProps) {
  const { query, onQueryChange } = console
  const namespace = query.get('namespace') ?? undefined
  const dimensions = query.get('dimensions') ?? undefined
  const inNamespace = metrics.filter((metric) => namespace === undefined || metric.namespace === namespace)
  const trail = [
    { text: 'All', go: { namespace: undefined, dimensions: undefined } },
    ...(namespace === undefined ? [] : [{ text: namespace, go: { namespace, dimensions: undefined } }]),
    ...(namespace === undefined || dimensions === undefined ? [] : [{ text: dimensions, go: { namespace, dimensions } }]),
  ]
  return (
    <SpaceBetween size="s">
      <BreadcrumbGroup
        ariaLabel="Where the metrics are"
        items={trail.map(({ text, go }) => ({ text, href: console.href('cloudwatch/metrics', { ...rest(query), ...go }) }))}
      />
      {namespace === undefined ? (
        <Choices
          items={namespaces(metrics)}
          noun="namespace"
          isSearched={isSearched}
          onChoose={(name) => onQueryChange({ namespace: name, dimensions: undefined })}
        />
      ) : dimensions === undefined ? (
        <Choices
          items={dimensionSets(inNamespace)}
          noun="set of dimensions"
          isSearched={isSearched}
          onChoose={(name) => onQueryChange({ dimensions: name })}
        />
      ) : (
        <MetricTable
          key={`${namespace} ${dimensions}`}
          title={dimensions}
          metrics={inNamespace.filter((metric) => setName(metric) === dimensions)}
          graph={graph}
        />
      )}
    </SpaceBetween>
  )
}

const rest = (query: URLSearchParams) => Object.fromEntries(query)

type ChoicesProps = {
  readonly items: readonly Counted[]
  readonly noun: string
  readonly isSearched: boolean
  onChoose(name: string): void
}

/** Cards with the number of metrics behind each. */
const Choices = ({ items, noun, isSearched, onChoose }: ChoicesProps) => (
  <Cards<Counted>
    items={items}
    trackBy="name"
    ariaLabels={{ itemSelectionLabel: (_, { name }) => name, selectionGroupLabel: noun }}
    cardsPerRow={[{ cards: 1 }, { minWidth: 500, cards: 3 }]}
    cardDefinition={{
      header: ({ name }) => (
        <Link
          href="#"
          fontSize="heading-s"
          onFollow={(event) => {
            event.preventDefault()
            onChoose(name)
          }}
        >
          {name}
        </Link>
      ),
      sections: [{ id: 'count', content: ({ count }) => countOf(count, 'metric') }],
    }}
    empty={
      isSearched ? (
        <Nothing title="No matches">No metric has this text in its name, its namespace or its dimensions.</Nothing>
      ) : (
        <Nothing title="No metrics">Nothing has been measured in this account yet.</Nothing>
      )
    }
  />
)
