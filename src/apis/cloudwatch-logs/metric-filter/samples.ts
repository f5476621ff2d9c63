import { compilePattern, type Pattern } from '#engines/filter-pattern/index.ts'
import type { Dimensions } from '#lib/metric/metric.ts'
import type { Millis } from '#lib/time.ts'
import type { MetricStore } from '#stores/metric-store.ts'
import type { MetricFilter, MetricTransformation } from '#stores/resource-store.ts'
import { selects } from '../field-selection.ts'

/** What one event adds to a filter's metric; `isDefault` where it did not match. */
export type FilterSample = { readonly value: number; readonly dimensions: Dimensions; readonly isDefault: boolean }

/** Whose events they are: the dimensions that a filter may take from their place. */
type Place = { readonly accountId: string; readonly region: string; readonly group: string }

type Reading = (message: string) => FilterSample | undefined

/** What a filter makes of each message of a group. */
export function readingOf(filter: MetricFilter, place: Place): Reading {
  const compiled = compilePattern(filter.filterPattern)
  const [transformation] = filter.metricTransformations
  if ('diagnostics' in compiled || transformation === undefined) return () => undefined
  const pattern = compiled.value
  const known = systemFields(place)
  if (!selects(filter.fieldSelectionCriteria ?? '', known)) return () => undefined
  const system = Object.fromEntries((filter.emitSystemFieldDimensions ?? []).map((field) => [field, known[field] ?? '']))
  const { defaultValue } = transformation
  const otherwise = defaultValue === undefined ? undefined : { value: defaultValue, dimensions: {}, isDefault: true }
  return (message) => (pattern.test(message) ? matched(message, pattern, transformation, system) : otherwise)
}

/** An event without a number where the value should be, or without one of the dimensions, publishes nothing. */
function matched(message: string, pattern: Pattern, transformation: MetricTransformation, system: Dimensions): FilterSample | undefined {
  const fields = fieldsOf(message, pattern)
  const value = numberOf(isSelector(transformation.metricValue) ? fields(transformation.metricValue) : transformation.metricValue)
  if (value === undefined) return undefined
  const dimensions: Record<string, string> = { ...system }
  for (const [name, selector] of Object.entries(transformation.dimensions ?? {})) {
    const found = fields(selector)
    if (found === undefined || found === '') return undefined
    dimensions[name] = found
  }
  return { value, dimensions, isDefault: false }
}

const isSelector = (text: string): boolean => text.startsWith('$')

/** `$.path` looks into JSON, `$name` among the fields of a delimited pattern. */
function fieldsOf(message: string, pattern: Pattern): (selector: string) => string | undefined {
  let delimited: Readonly<Record<string, string>> | undefined
  return (selector) => {
    if (/^\$[.[]/.test(selector)) return textAt(message, selector)
    delimited ??= pattern.extract(message)
    return Object.hasOwn(delimited, selector) ? delimited[selector] : undefined
  }
}

const STEP = /\['([^']+)'\]|\[(\d+)\]|\.([\p{L}\p{N}_-]+)/gu

function textAt(message: string, selector: string): string | undefined {
  let at: unknown = parsed(message)
  for (const [, quoted, index, name] of selector.matchAll(STEP)) {
    const key = quoted ?? index ?? name ?? ''
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = Reflect.get(at, key)
  }
  return typeof at === 'string' || typeof at === 'number' || typeof at === 'boolean' ? String(at) : undefined
}

function parsed(message: string): unknown {
  try {
    return JSON.parse(message)
  } catch {
    return undefined
  }
}

function numberOf(text: string | undefined): number | undefined {
  const value = text === undefined || !/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(text) ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : undefined
}

const systemFields = ({ accountId, region, group }: Place): Dimensions => ({
  '@aws.account': accountId,
  '@aws.region': region,
  '@source.log': group,
})

/** A filter's reading is made once. */
const readings = new WeakMap<MetricFilter, Reading>()

/** Events that just arrived in a group, as samples of the metrics that its filters feed. */
export function publishSamples(
  filters: readonly MetricFilter[],
  events: readonly { readonly timestamp: Millis; readonly message: string }[],
  metrics: MetricStore,
  place: Place,
): void {
  for (const filter of filters) {
    const reading = readings.get(filter) ?? readingOf(filter, place)
    readings.set(filter, reading)
    const [transformation] = filter.metricTransformations
    for (const { timestamp, message } of transformation === undefined ? [] : events) {
      const sample = reading(message)
      if (sample === undefined || transformation === undefined) continue
      const { metricNamespace: namespace, metricName, unit = 'None' } = transformation
      metrics.put({ namespace, metricName, dimensions: sample.dimensions }, { timestamp, unit, values: [sample.value] })
    }
  }
}
