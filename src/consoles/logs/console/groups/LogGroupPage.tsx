import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Container from '@cloudscape-design/components/container'
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useState } from 'react'
import type { DescribedLogGroup, LogsClient } from '#clients/cloudwatch-logs.ts'
import { Failure } from '#ui/cloudscape/Failure.tsx'
import { useTimes } from '#ui/cloudscape/use-times.ts'
import { useLoaded } from '#ui/console/use-loaded.ts'
import { formatBytes } from '#ui/kit/counts.ts'
import { MetricFiltersTab } from '../filters/MetricFiltersTab.tsx'
import type { LogsPageProps } from '../logs-page-props.ts'
import { DeleteGroups } from './DeleteGroups.tsx'
import { EditRetention } from './EditRetention.tsx'
import { retentionPhrase } from './retention.ts'
import { StreamsTab } from './StreamsTab.tsx'
import { TagsTab } from './TagsTab.tsx'

/** One log group: what it is, its streams, its metric filters, its tags. */
export function LogGroupPage(props: LogsPageProps) {
  const { console, logs, group } = props
  const { value, error, reload } = useLoaded(`${console.account} ${group}`, (signal) => findGroup(logs, group, signal))
  const [open, setOpen] = useState<'delete' | 'retention'>()
  const close = () => setOpen(undefined)
  if (error !== undefined) return <Failure title="The log group could not be read" error={error} onRetry={reload} />
  if (value === null) return <NoSuchGroup {...props} />
  return (
    <>
      <Header
        variant="h1"
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <ButtonDropdown
              items={[
                { id: 'retention', text: 'Edit retention setting' },
                { id: 'filter', text: 'Create metric filter' },
                { id: 'delete', text: 'Delete log group' },
              ]}
              onItemClick={({ detail }) => {
                if (detail.id === 'filter') console.go('cloudwatch/logs/metric-filter', { group })
                else setOpen(detail.id === 'delete' ? 'delete' : 'retention')
              }}
            >
              Actions
            </ButtonDropdown>
            <Button onClick={() => console.go('cloudwatch/logs/live-tail', { group })}>Start tailing</Button>
            <Button onClick={() => console.go('cloudwatch/insights', { group })}>View in Logs Insights</Button>
            <Button variant="primary" onClick={() => console.go('cloudwatch/logs/events', { group })}>
              Search log group
            </Button>
          </SpaceBetween>
        }
      >
        {group}
      </Header>
      <Details group={value} />
      <Tabs
        ariaLabel="What the log group holds"
        activeTabId={console.query.get('tab') ?? 'streams'}
        onChange={({ detail }) => console.onQueryChange({ tab: detail.activeTabId === 'streams' ? undefined : detail.activeTabId })}
        tabs={[
          { id: 'streams', label: 'Log streams', content: <StreamsTab {...props} /> },
          { id: 'filters', label: 'Metric filters', content: <MetricFiltersTab {...props} onChange={reload} /> },
          { id: 'tags', label: 'Tags', content: value && <TagsTab logs={logs} arn={arnOf(value)} /> },
        ]}
      />
      {open === 'retention' && value ? (
        <EditRetention
          logs={logs}
          group={value}
          onCancel={close}
          onDone={() => {
            close()
            reload()
          }}
        />
      ) : null}
      {open === 'delete' ? (
        <DeleteGroups logs={logs} names={[group]} onCancel={close} onDone={() => console.go('cloudwatch/logs')} />
      ) : null}
    </>
  )
}

/** Null where the account has none of this name. */
async function findGroup(logs: LogsClient, name: string, signal: AbortSignal): Promise<DescribedLogGroup | null> {
  for (let nextToken: string | undefined; ;) {
    const page = await logs.describeLogGroups({ logGroupNamePrefix: name, nextToken }, signal)
    const found = page.logGroups.find(({ logGroupName }) => logGroupName === name)
    if (found !== undefined) return found
    if (page.nextToken === undefined) return null
    nextToken = page.nextToken
  }
}

/** Tags go by the ARN without its last `:*`. */
const arnOf = ({ arn }: DescribedLogGroup): string => arn.replace(/:\*$/, '')

function Details({ group }: { readonly group: DescribedLogGroup | undefined }) {
  const { moment } = useTimes()
  const of = (text: (group: DescribedLogGroup) => string): string => (group === undefined ? '…' : text(group))
  return (
    <Container header={<Header variant="h2">Log group details</Header>}>
      <KeyValuePairs
        columns={4}
        items={[
          { label: 'Retention', value: of(({ retentionInDays }) => retentionPhrase(retentionInDays)) },
          { label: 'Stored bytes', value: of(({ storedBytes }) => formatBytes(storedBytes)) },
          { label: 'Metric filters', value: of(({ metricFilterCount }) => String(metricFilterCount)) },
          { label: 'Creation time', value: of(({ creationTime }) => moment(creationTime)) },
        ]}
      />
      <Box padding={{ top: 'm' }}>
        <KeyValuePairs
          items={[
            {
              label: 'ARN',
              value: group ? (
                <CopyToClipboard
                  variant="inline"
                  textToCopy={group.arn}
                  copyButtonAriaLabel="Copy the ARN"
                  copySuccessText="Copied"
                  copyErrorText="It could not be copied"
                />
              ) : (
                '…'
              ),
            },
          ]}
        />
      </Box>
    </Container>
  )
}

const NoSuchGroup = ({ console, group }: LogsPageProps) => (
  <>
    <Header variant="h1">{group}</Header>
    <Failure title="The specified log group does not exist." onRetry={() => console.go('cloudwatch/logs')}>
      This account has no log group of that name. Where it was made of a log file of your own, a reload has ended it.
    </Failure>
  </>
)
