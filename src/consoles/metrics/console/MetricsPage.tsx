import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useMemo, useState } from 'react'
import type { CloudWatchClient } from '#clients/cloudwatch.ts'
import { TimeRangeControl } from '#ui/cloudscape/TimeRangeControl.tsx'
import type { ConsoleProps } from '#ui/console/console-props.ts'
import { useConsoleRange } from '#ui/console/use-console-range.ts'
import { useMetrics } from '#ui/metric-query/use-metrics.ts'
import { useSeries } from '#ui/metric-query/use-series.ts'
import { Browse } from './browse/Browse.tsx'
import { GraphedMetrics } from './graphed/GraphedMetrics.tsx'
import { GraphView } from './GraphView.tsx'
import { SourceTab } from './SourceTab.tsx'
import { useGraph } from './use-graph.ts'

export type MetricsPageProps = { readonly console: ConsoleProps; readonly cloudwatch: CloudWatchClient }

/** Graph on top, tabs below: what there is, what is graphed, the graph as text. */
export function MetricsPage({ console, cloudwatch }: MetricsPageProps) {
  const graph = useGraph(console)
  const { chosen, range, choose, refresh } = useConsoleRange(console)
  const metrics = useMetrics(cloudwatch)
  const [count, setCount] = useState(0)
  const shown = useMemo(() => graph.rows.filter(({ isVisible }) => isVisible), [graph.rows])
  const series = useSeries(cloudwatch, shown, range, count)
  const [landing] = useState(graph.rows.length === 0 || console.query.has('namespace') ? 'browse' : 'graphed')
  const tab = console.query.get('tab') ?? (graph.rows.length === 0 ? 'browse' : landing)
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        actions={
          <Button
            iconName="refresh"
            ariaLabel="Read the metrics again"
            onClick={() => {
              refresh()
              setCount(count + 1)
              metrics.reload()
            }}
          />
        }
      >
        Metrics
      </Header>
      <Container
        header={
          <Header
            variant="h2"
            actions={
              <SegmentedControl
                label="Shown as"
                selectedId={graph.view}
                options={[
                  { id: 'timeSeries', text: 'Line' },
                  { id: 'singleValue', text: 'Number' },
                ]}
                onChange={({ detail }) => graph.change({ view: detail.selectedId === 'singleValue' ? 'singleValue' : 'timeSeries' })}
              />
            }
          >
            <Input
              ariaLabel="Title of the graph"
              value={graph.title}
              placeholder="Untitled graph"
              onChange={({ detail }) => graph.change({ title: detail.value })}
            />
          </Header>
        }
      >
        <SpaceBetween size="s">
          <TimeRangeControl chosen={chosen} whole={console.range} now={console.now} onChoose={choose} />
          {graph.unread === 0 ? null : (
            <Alert type="warning">
              {graph.unread === 1 ? 'One row' : `${graph.unread} rows`} of the link could not be read and{' '}
              {graph.unread === 1 ? 'is' : 'are'} left out.
            </Alert>
          )}
          {series.status === 'failed' ? <Alert type="error">{series.error?.message}</Alert> : null}
          <GraphView view={graph.view} title={graph.title} rows={shown} read={series.value} range={range} />
        </SpaceBetween>
      </Container>
      <Tabs
        activeTabId={tab}
        onChange={({ detail }) => console.onQueryChange({ tab: detail.activeTabId })}
        tabs={[
          { id: 'browse', label: 'Browse', content: <Browse console={console} metrics={metrics} graph={graph} /> },
          {
            id: 'graphed',
            label: `Graphed metrics (${graph.rows.length})`,
            content: (
              <GraphedMetrics
                console={console}
                graph={graph}
                read={series.value}
                onBrowse={() => console.onQueryChange({ tab: 'browse' })}
              />
            ),
          },
          { id: 'source', label: 'Source', content: <SourceTab key={graph.rows.length} graph={graph} /> },
        ]}
      />
    </SpaceBetween>
  )
}
