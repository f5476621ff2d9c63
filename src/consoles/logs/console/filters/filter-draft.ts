import type { DescribedMetricFilter } from '#clients/cloudwatch-logs.ts'

/** A metric filter as it is written in the form: texts, right or wrong. */
export type FilterDraft = {
  readonly pattern: string
  readonly name: string
  readonly namespace: string
  readonly metric: string
  readonly value: string
  readonly defaultValue: string
  readonly unit: string
  readonly dimensions: readonly { readonly name: string; readonly value: string }[]
}

export const emptyDraft = (pattern: string): FilterDraft => ({
  pattern,
  name: '',
  namespace: '',
  metric: '',
  value: '1',
  defaultValue: '',
  unit: '',
  dimensions: [],
})

export function draftOf({ filterName, filterPattern, metricTransformations: [first] }: DescribedMetricFilter): FilterDraft {
  return {
    pattern: filterPattern,
    name: filterName,
    namespace: first?.metricNamespace ?? '',
    metric: first?.metricName ?? '',
    value: first?.metricValue ?? '1',
    defaultValue: first?.defaultValue === undefined ? '' : String(first.defaultValue),
    unit: first?.unit ?? '',
    dimensions: Object.entries(first?.dimensions ?? {}).map(([name, value]) => ({ name, value })),
  }
}

export type DraftProblems = Partial<Record<'name' | 'namespace' | 'metric' | 'value' | 'defaultValue' | 'dimensions', string>>

/** What is missing or wrong in the form, a sentence for each field; the rest is for the cloud to refuse. */
export function problemsOf(draft: FilterDraft): DraftProblems {
  const { name, namespace, metric, value, defaultValue, dimensions } = draft
  const problems: Record<string, string | undefined> = {
    name: name.trim() === '' ? 'a metric filter needs a name' : /[:*]/.test(name) ? 'a name cannot hold ":" or "*"' : undefined,
    namespace: namespace.trim() === '' ? 'a metric lives in a namespace, such as Brightside/Orders' : undefined,
    metric: metric.trim() === '' ? 'the metric needs a name' : /[:*$]/.test(metric) ? 'a name cannot hold ":", "*" or "$"' : undefined,
    value: value.trim() === '' ? 'expected a number, or a value of the event such as $.durationMs' : undefined,
    defaultValue: wrongDefault(defaultValue, dimensions.length),
    dimensions: dimensions.some((one) => one.name.trim() === '' || one.value.trim() === '')
      ? 'a dimension needs a name and a value'
      : undefined,
  }
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined))
}

function wrongDefault(text: string, dimensions: number): string | undefined {
  if (text.trim() === '') return undefined
  if (!Number.isFinite(Number(text))) return `expected a number, found "${text}"`
  return dimensions > 0 ? 'a metric filter with dimensions has no default value' : undefined
}

/** What PutMetricFilter is asked for. */
export function inputOf(logGroupName: string, draft: FilterDraft) {
  const { name, pattern, namespace, metric, value, defaultValue, unit, dimensions } = draft
  return {
    logGroupName,
    filterName: name.trim(),
    filterPattern: pattern,
    metricTransformations: [
      {
        metricNamespace: namespace.trim(),
        metricName: metric.trim(),
        metricValue: value.trim(),
        ...(defaultValue.trim() === '' ? {} : { defaultValue: Number(defaultValue) }),
        ...(unit === '' ? {} : { unit }),
        ...(dimensions.length === 0
          ? {}
          : { dimensions: Object.fromEntries(dimensions.map((one) => [one.name.trim(), one.value.trim()])) }),
      },
    ],
  }
}
