import type { Millis } from '#lib/time.ts'
import type { LogEvent, LogGroup, LogStore } from '#stores/log-store.ts'
import type { MetricStore } from '#stores/metric-store.ts'
import type { ResourceStore } from '#stores/resource-store.ts'
import type { SubscriptionStore } from '#stores/subscription-store.ts'
import { publishSamples } from './metric-filter/samples.ts'
import { groupArn } from './resource-name.ts'
import { deliver } from './subscription/deliver.ts'

type Account = {
  readonly logs: LogStore
  readonly resources: ResourceStore
  readonly metrics: MetricStore
  readonly subscriptions: SubscriptionStore
}

type Place = { readonly accountId: string; readonly region: string }

/** Some events of one stream that arrive together. */
export type Batch = { readonly group: LogGroup; readonly stream: string; readonly events: readonly LogEvent[]; readonly at: Millis }

/** Stores what arrives, and hands it on to whatever hangs on the group: as it is shown, where a policy hides something. */
export function ingest(account: Account, batch: Batch, place: Place): void {
  const { group, stream, events, at } = batch
  const firstArrival = group.nextArrival
  group.append(stream, events, at)
  const metricFilters = account.resources.metricFilters(group.name)
  const subscriptions = account.subscriptions.filters(group.name)
  const { policy } = group.masking
  if (policy?.findingsGroup !== undefined) reportFindings(account, batch, place)
  if (metricFilters.length === 0 && subscriptions.length === 0) return
  const shown = policy === undefined ? events : events.map((event) => ({ ...event, message: policy.mask(event.message) }))
  if (metricFilters.length > 0) publishSamples(metricFilters, shown, account.metrics, { ...place, group: group.name })
  if (subscriptions.length > 0) deliver(account.subscriptions, subscriptions, { ...batch, events: shown, firstArrival }, place)
}

const FINDINGS_STREAM = 'data-protection-audit'

/** AWS: cloudwatch-logs-data-protection-policies: an audit report, one for each event in which something was found. */
function reportFindings({ logs }: Account, { group, events, at }: Batch, place: Place): void {
  const { policy } = group.masking
  const destination = policy?.findingsGroup === undefined ? undefined : logs.group(policy.findingsGroup)
  if (policy === undefined || destination === undefined) return
  const reports = events.flatMap(({ message }) => {
    const findings = policy.find(message)
    if (findings.length === 0) return []
    const dataIdentifiers = [...new Set(findings.map(({ name }) => name))].map((name) => {
      const detections = findings.filter((finding) => finding.name === name).map(({ range: { from, to } }) => ({ start: from, end: to }))
      return { name, count: detections.length, detections }
    })
    const auditTimestamp = new Date(at).toISOString().replace(/\.\d+/, '')
    const report = { auditTimestamp, resourceArn: `${groupArn(place, group.name)}:*`, dataIdentifiers }
    return [{ timestamp: at, message: JSON.stringify(report) }]
  })
  if (reports.length > 0) destination.append(FINDINGS_STREAM, reports, at)
}
