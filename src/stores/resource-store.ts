import type { Millis } from '#lib/time.ts'
import { Changes } from './changes.ts'
import { LookupTableStore } from './lookup-table-store.ts'

export type MetricTransformation = {
  readonly metricName: string
  readonly metricNamespace: string
  readonly metricValue: string
  readonly defaultValue?: number
  readonly dimensions?: Readonly<Record<string, string>>
  readonly unit?: string
}

export type MetricFilter = {
  readonly filterName: string
  readonly filterPattern: string
  readonly logGroupName: string
  readonly creationTime: Millis
  readonly metricTransformations: readonly MetricTransformation[]
  readonly applyOnTransformedLogs: boolean
  readonly emitSystemFieldDimensions?: readonly string[]
  readonly fieldSelectionCriteria?: string
}

/** `{{name}}` in a saved query. */
export type QueryParameter = { readonly name: string; readonly defaultValue?: string; readonly description?: string }

export type QueryDefinition = {
  readonly queryLanguage: string
  readonly queryDefinitionId: string
  readonly name: string
  readonly queryString: string
  readonly lastModified: Millis
  readonly logGroupNames?: readonly string[]
  readonly parameters?: readonly QueryParameter[]
}

/** What a group was made with besides its events. */
export type GroupSettings = { readonly kmsKeyId?: string; readonly deletionProtectionEnabled: boolean }

export type Tags = Readonly<Record<string, string>>

/** What was made in one account besides its events: the part that a learner would want kept. */
export class ResourceStore {
  private readonly filters = new Map<string, Map<string, MetricFilter>>()
  private readonly definitions = new Map<string, QueryDefinition>()
  private readonly tagsByResource = new Map<string, Tags>()
  private readonly settingsByGroup = new Map<string, GroupSettings>()
  readonly lookupTables = new LookupTableStore()
  /** Tells the `filterId` of a metric filter that changed, came or went. */
  readonly filterChanges = new Changes()
  /** Tells the id of a query definition that changed, came or went. */
  readonly definitionChanges = new Changes()

  /** A group's filters by name; of all groups without one, those of the same name by group. */
  metricFilters(group?: string): readonly MetricFilter[] {
    const groups = group === undefined ? [...this.filters.keys()].sort() : [group]
    const filters = groups.flatMap((name) => [...(this.filters.get(name)?.values() ?? [])])
    return sorted(filters, (filter) => filter.filterName)
  }

  metricFilter(group: string, name: string): MetricFilter | undefined {
    return this.filters.get(group)?.get(name)
  }

  putMetricFilter(filter: MetricFilter): void {
    const ofGroup = this.filters.get(filter.logGroupName) ?? new Map<string, MetricFilter>()
    ofGroup.set(filter.filterName, filter)
    this.filters.set(filter.logGroupName, ofGroup)
    this.filterChanges.tell(filterId(filter))
  }

  deleteMetricFilter(group: string, name: string): boolean {
    const isGone = this.filters.get(group)?.delete(name) ?? false
    if (isGone) this.filterChanges.tell(filterId({ logGroupName: group, filterName: name }))
    return isGone
  }

  /** What hangs on a group goes with it. */
  forgetGroup(group: string): void {
    for (const { filterName } of this.metricFilters(group)) this.deleteMetricFilter(group, filterName)
    this.forgetTags(group)
    this.settingsByGroup.delete(group)
  }

  groupSettings(group: string): GroupSettings {
    return this.settingsByGroup.get(group) ?? { deletionProtectionEnabled: false }
  }

  changeGroupSettings(group: string, change: Partial<GroupSettings>): void {
    this.settingsByGroup.set(group, { ...this.groupSettings(group), ...change })
  }

  queryDefinitions(): readonly QueryDefinition[] {
    return sorted([...this.definitions.values()], (definition) => definition.name)
  }

  queryDefinition(id: string): QueryDefinition | undefined {
    return this.definitions.get(id)
  }

  putQueryDefinition(definition: QueryDefinition): void {
    this.definitions.set(definition.queryDefinitionId, definition)
    this.definitionChanges.tell(definition.queryDefinitionId)
  }

  deleteQueryDefinition(id: string): boolean {
    const isGone = this.definitions.delete(id)
    if (isGone) this.definitionChanges.tell(id)
    return isGone
  }

  tags(resource: string): Tags {
    return this.tagsByResource.get(resource) ?? {}
  }

  tag(resource: string, tags: Tags): void {
    this.tagsByResource.set(resource, { ...this.tags(resource), ...tags })
  }

  forgetTags(resource: string): void {
    this.tagsByResource.delete(resource)
  }

  untag(resource: string, keys: readonly string[]): void {
    const kept = Object.entries(this.tags(resource)).filter(([key]) => !keys.includes(key))
    this.tagsByResource.set(resource, Object.fromEntries(kept))
  }
}

/** One text for one filter: neither name holds a colon. */
export const filterId = ({ logGroupName, filterName }: Pick<MetricFilter, 'logGroupName' | 'filterName'>): string =>
  `${logGroupName}:${filterName}`

/** In code unit order of a key. */
const sorted = <T>(items: readonly T[], key: (item: T) => string): readonly T[] =>
  [...items].sort((left, right) => (key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0))
