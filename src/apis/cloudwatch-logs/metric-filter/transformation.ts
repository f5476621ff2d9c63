import type { MetricTransformation } from '#stores/resource-store.ts'
import { invalidParameter } from '../api-error.ts'

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

/** `@aws.region = "x" AND (@aws.account IN ("1", "2"))`; an empty text selects everything. */
export function isSelection(text: string): boolean {
  const tokens = text.match(/\s+|"[^"]*"|'[^']*'|!=|[=(),]|@[\w.]+|\w+|./gsu)?.filter((token) => token.trim() !== '') ?? []
  if (tokens.length === 0) return true
  const end = selectionAt(tokens, 0)
  return end === tokens.length
}

const isWord = (token: string | undefined, word: string): boolean => token?.toLowerCase() === word

/** or = unit { ("AND" | "OR") unit }; gives where it ends, or -1. */
function selectionAt(tokens: readonly string[], from: number): number {
  let at = unitAt(tokens, from)
  while (at >= 0 && (isWord(tokens[at], 'and') || isWord(tokens[at], 'or'))) at = unitAt(tokens, at + 1)
  return at
}

/** unit = "(" or ")" | field ("=" | "!=") text | field ["NOT"] "IN" "(" text { "," text } ")" */
function unitAt(tokens: readonly string[], from: number): number {
  if (tokens[from] === '(') {
    const end = selectionAt(tokens, from + 1)
    return end >= 0 && tokens[end] === ')' ? end + 1 : -1
  }
  if (tokens[from] !== '@aws.account' && tokens[from] !== '@aws.region') return -1
  const operator = tokens[from + 1]
  if (operator === '=' || operator === '!=') return isText(tokens[from + 2]) ? from + 3 : -1
  const list = isWord(operator, 'not') ? from + 2 : from + 1
  return isWord(tokens[list], 'in') ? listAt(tokens, list + 1) : -1
}

const isText = (token: string | undefined): boolean => token !== undefined && /^(?:"[^"]*"|'[^']*')$/.test(token)

function listAt(tokens: readonly string[], from: number): number {
  if (tokens[from] !== '(' || !isText(tokens[from + 1])) return -1
  let at = from + 2
  while (tokens[at] === ',' && isText(tokens[at + 1])) at += 2
  return tokens[at] === ')' ? at + 1 : -1
}
