import type { Anomaly } from '#languages/insights/ast.ts'
import { textOf } from '#languages/insights/functions/values/coercion.ts'
import { findAnomalies, type PatternEvidence, type TokenEvidence } from '../../patterns/anomalies.ts'
import type { Planner } from '../../planning/planner.ts'
import { missing, type Reader } from '../../reader.ts'
import type { NewRows, Remaking } from '../../planning/retable.ts'

const columns = ['@anomaly', '@anomalyTypes', '@anomalyDescription']

/** `anomaly`: says of each pattern whether it is unusual, and how. */
export function planAnomaly(_: Anomaly, planner: Planner): void {
  const histogram = planner.scope.named('@visualization') ?? missing
  const tokens = planner.scope.named('@tokens') ?? missing
  planner.extend(columns, () => new Anomalies(histogram, tokens))
}

class Anomalies implements Remaking {
  private readonly histogram: Reader
  private readonly tokens: Reader
  private readonly rows: { readonly row: number; readonly evidence: PatternEvidence }[] = []

  constructor(histogram: Reader, tokens: Reader) {
    this.histogram = histogram
    this.tokens = tokens
  }

  add(row: number): void {
    const counts = entriesOf(json(this.histogram.read(row))).map(([, count]) => Number(count))
    this.rows.push({ row, evidence: { counts, tokens: tokensIn(json(this.tokens.read(row))) } })
  }

  end(into: NewRows): void {
    const all: number[] = []
    for (const { evidence } of this.rows) evidence.counts.forEach((count, at) => (all[at] = (all[at] ?? 0) + count))
    for (const { row, evidence } of this.rows) {
      const found = findAnomalies(evidence, all)
      const types = [...new Set(found.map(({ type }) => type))].join(', ')
      const says = found.map(({ says: sentence }) => sentence).join('; ')
      into.push(row, found.length > 0 ? [1, types, says] : [0, null, null])
    }
  }
}

function json(value: ReturnType<Reader['read']>): unknown {
  const text = textOf(value)
  if (text === null) return undefined
  try {
    return JSON.parse(text)
  } catch {
    // a column of that name that somebody else has made
    return undefined
  }
}

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []

function tokensIn(value: unknown): readonly TokenEvidence[] {
  if (!Array.isArray(value)) return []
  return value.map((token: unknown) => {
    const parts = Object.fromEntries(entriesOf(token))
    const values = entriesOf(parts['enumerations']).map(([text, count]) => [text, Number(count)] as const)
    // an object's keys that are numbers come in their own order
    return { name: String(parts['inferredTokenName']), values: values.toSorted((left, right) => right[1] - left[1]) }
  })
}
