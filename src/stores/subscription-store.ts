import type { Millis } from '#lib/time.ts'

export type SubscriptionFilter = {
  readonly filterName: string
  readonly logGroupName: string
  readonly filterPattern: string
  readonly destinationArn: string
  readonly roleArn?: string
  readonly distribution: 'ByLogStream' | 'Random'
  readonly applyOnTransformedLogs: boolean
  readonly creationTime: Millis
  readonly fieldSelectionCriteria?: string
  readonly emitSystemFields?: readonly string[]
}

type SubscribedEvent = {
  readonly id: string
  readonly timestamp: Millis
  readonly message: string
  readonly extractedFields?: Readonly<Record<string, string>>
}

/** What a destination is sent, before it is packed. */
export type Envelope = {
  readonly messageType: 'DATA_MESSAGE'
  readonly owner: string
  readonly logGroup: string
  readonly logStream: string
  readonly subscriptionFilters: readonly string[]
  readonly logEvents: readonly SubscribedEvent[]
}

export type Delivery = { readonly at: Millis; readonly destinationArn: string; readonly envelope: Envelope }
export type Deliveries = { readonly total: number; readonly latest: readonly Delivery[] }

const MOST_KEPT = 20

type Subscribed = { filter: SubscriptionFilter; total: number; latest: Delivery[] }

/** The subscription filters of one account, and what each of them sent last: nobody receives it here. */
export class SubscriptionStore {
  private readonly groups = new Map<string, Map<string, Subscribed>>()

  /** A group's filters by name. */
  filters(group: string): readonly SubscriptionFilter[] {
    const subscribed = this.groups.get(group)
    if (subscribed === undefined) return []
    return [...subscribed.values()].map(({ filter }) => filter).sort((left, right) => (left.filterName < right.filterName ? -1 : 1))
  }

  filter(group: string, name: string): SubscriptionFilter | undefined {
    return this.groups.get(group)?.get(name)?.filter
  }

  put(filter: SubscriptionFilter): void {
    const ofGroup = this.groups.get(filter.logGroupName) ?? new Map<string, Subscribed>()
    const { total = 0, latest = [] } = ofGroup.get(filter.filterName) ?? {}
    ofGroup.set(filter.filterName, { filter, total, latest })
    this.groups.set(filter.logGroupName, ofGroup)
  }

  delete(group: string, name: string): boolean {
    return this.groups.get(group)?.delete(name) ?? false
  }

  forgetGroup(group: string): void {
    this.groups.delete(group)
  }

  deliver({ logGroupName, filterName, destinationArn }: SubscriptionFilter, envelope: Envelope, at: Millis): void {
    const subscribed = this.groups.get(logGroupName)?.get(filterName)
    if (subscribed === undefined) return
    subscribed.total++
    subscribed.latest = [...subscribed.latest, { at, destinationArn, envelope }].slice(-MOST_KEPT)
  }

  /** The latest last. */
  deliveries(group: string, name: string): Deliveries | undefined {
    return this.groups.get(group)?.get(name)
  }
}
