import { hash } from '#lib/random.ts'
import type { Cluster } from './generalise.ts'
import type { Severity } from './lines/line-words.ts'
import type { Sample } from './tally.ts'
import { tokenType } from './token-type.ts'

/** A dynamic token of a pattern: its place among them from 1 on, and the values found, the most frequent first. */
export type DynamicToken = {
  readonly position: number
  readonly name: string
  readonly values: readonly (readonly [string, number])[]
  /** How many different values there are, about. */
  readonly distinct: number
}

/** A text structure that lines share. */
export type Pattern = {
  readonly id: string
  readonly text: string
  /** Texts and dynamic tokens in turn, as they stand in a line. */
  readonly parts: readonly (string | DynamicToken)[]
  readonly severity: Severity
  readonly count: number
  readonly baseline: number
  readonly buckets: Uint32Array
  readonly samples: readonly Sample[]
}

export function patternOf(cluster: Cluster): Pattern {
  const parts = partsOf(cluster)
  return {
    // the structure alone makes the id: it is the same whatever values a time range happens to have
    id: idOf(cluster),
    text: parts.map((part) => (typeof part === 'string' ? part : `<${part.name}>`)).join(''),
    parts,
    severity: cluster.shape.severity,
    count: cluster.tally.current,
    baseline: cluster.tally.baseline,
    buckets: cluster.tally.buckets,
    samples: cluster.tally.samples,
  }
}

function partsOf({ shape, words, values }: Cluster): readonly (string | DynamicToken)[] {
  const parts: (string | DynamicToken)[] = []
  let text = shape.between[0] ?? ''
  let position = 0
  words.forEach((word, at) => {
    const ranked = values[at]?.ranked() ?? []
    const fixed = word ?? nameThatNeverVaries(ranked)
    const after = shape.between[at + 1] ?? ''
    if (fixed !== undefined) {
      text += fixed + after
      return
    }
    const wordAfter = after + (words[at + 1] ?? '')
    const type = tokenType(
      ranked.map(([value]) => value),
      /\w*(?=\W*$)/.exec(text)?.[0] ?? '',
      wordAfter,
    )
    position++
    if (text !== '') parts.push(text)
    parts.push({ position, name: `${type}-${position}`, values: ranked, distinct: values[at]?.distinct ?? 0 })
    text = after
  })
  if (text !== '') parts.push(text)
  return parts
}

/** `utf-8`, `p95`, `$.v1`: a name that has a digit and no other value in several lines is a word. */
function nameThatNeverVaries(ranked: readonly (readonly [string, number])[]): string | undefined {
  const [only, other] = ranked
  if (only === undefined || other !== undefined || only[1] < 2) return undefined
  return /^[A-Za-z]/.test(only[0]) && tokenType([only[0]], '', '') === 'Token' ? only[0] : undefined
}

function idOf({ shape, words }: Cluster): string {
  const structure = words.map((word, at) => (shape.between[at] ?? '') + (word ?? '\u0001')).join('') + (shape.between[words.length] ?? '')
  return [0, 1, 2, 3].map((part) => hash(part, structure).toString(16).padStart(8, '0')).join('')
}
