import type { MetricTransformation } from '#stores/resource-store.ts'
import { invalidParameter } from '../api-error.ts'
import { isSelection } from '../field-selection.ts'

const SYSTEM_FIELDS = ['@aws.region', '@aws.account', '@source.log']
const MOST_DIMENSIONS = 3

type Definition = {
  readonly filterPattern: string
  readonly transformation: MetricTransformation
  readonly systemFields: readonly string[]
  readonly criteria: string | undefined
}

/** What a metric filter may publish, refused in the service's recorded words. */
export function checkTransformation({ filterPattern, transformation, systemFields, criteria }: Definition): void {
  const { metricValue, dimensions, defaultValue } = transformation
  const selects = selectorTest(filterPattern)
  if (!isNumber(metricValue) && !selects(metricValue)) throw refused(`metric value ${metricValue} must be a valid number`)
  if (dimensions && !Object.values(dimensions).every(selects)) throw refused('dimension value must be valid selector')
  const count = Object.keys(dimensions ?? {}).length + new Set(systemFields).size
  if (count > 0 && defaultValue !== undefined) throw refused('dimensions and default value are mutually exclusive properties')
  if (systemFields.some((field) => !SYSTEM_FIELDS.includes(field)))
    throw invalidParameter(`The provided system fields are invalid. The supported system fields are - [${SYSTEM_FIELDS.join(', ')}]`)
  if (count > MOST_DIMENSIONS)
    throw invalidParameter('Number of dimensions exceeds the maximum number of dimensions supported per metric filter')
  if (criteria !== undefined && !isSelection(criteria)) throw invalidParameter('The provided field selection criteria is invalid')
}

const refused = (why: string) => invalidParameter(`Invalid metric transformation: ${why}`)

const isNumber = (text: string): boolean => /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text.trim())

/** `$.path` without wild card under a JSON pattern, `$name` or `$n` under a delimited one; other patterns select nothing. */
function selectorTest(filterPattern: string): (text: string) => boolean {
  switch (filterPattern.trimStart()[0]) {
    case '{':
      return (text) => /^\$(?:\.?\['[^']+'\]|\.[\p{L}\p{N}_-]+|\[\d+\])+$/u.test(text)
    case '[':
      return (text) => /^\$[\p{L}\p{N}_-]+$/u.test(text)
    default:
      return () => false
  }
}
