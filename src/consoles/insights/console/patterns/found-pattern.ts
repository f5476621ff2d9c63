import type { Millis } from '#lib/time.ts'
import { cell, type Row } from '#ui/table/columns.ts'

/** The values that one place of a pattern takes, the most frequent first. */
export type TokenValues = { readonly name: string; readonly values: readonly (readonly [string, number])[] }

/** A row of `pattern`, read. */
export type FoundPattern = {
  readonly text: string
  readonly count: number
  /** Of all events, 0 to 1. */
  readonly ratio: number
  readonly severity: string
  readonly tokens: readonly TokenValues[]
  /** Events over time, in order; empty where the row does not say. */
  readonly bins: readonly { readonly start: Millis; readonly count: number }[]
  readonly samples: readonly string[]
}

export const patternOf = (row: Row): FoundPattern => ({
  text: cell(row, '@pattern') ?? '',
  count: Number(cell(row, '@sampleCount') ?? 0),
  ratio: Number(cell(row, '@ratio') ?? 0),
  severity: cell(row, '@severityLabel') ?? '',
  tokens: listIn(cell(row, '@tokens')).flatMap(tokenOf),
  bins: binsOf(jsonOf(cell(row, '@visualization'))),
  samples: listIn(cell(row, '@logSamples')).flatMap(sampleOf),
})

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

const listIn = (text: string | undefined): readonly unknown[] => {
  const value = jsonOf(text)
  return Array.isArray(value) ? value : []
}

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []

/** Counts by name, as the service model's maps hold them. */
const countsOf = (value: unknown): readonly (readonly [string, number])[] =>
  entriesOf(value).flatMap(([name, count]) => (Number.isFinite(Number(count)) ? [[name, Number(count)] as const] : []))

/** A PatternToken of the service model: only those that vary have values. */
function tokenOf(token: unknown): readonly TokenValues[] {
  const { tokenString, enumerations, isDynamic = true } = Object.fromEntries(entriesOf(token))
  if (typeof tokenString !== 'string' || isDynamic === false) return []
  return [{ name: tokenString, values: countsOf(enumerations).toSorted((left, right) => right[1] - left[1]) }]
}

/** A histogram of the service model: counts by epoch milliseconds. */
const binsOf = (value: unknown): FoundPattern['bins'] =>
  countsOf(value)
    .map(([start, count]) => ({ start: Number(start), count }))
    .filter(({ start }) => Number.isFinite(start))
    .toSorted((left, right) => left.start - right.start)

function sampleOf(sample: unknown): readonly string[] {
  if (typeof sample === 'string') return [sample]
  const { message } = Object.fromEntries(entriesOf(sample))
  return typeof message === 'string' ? [message] : []
}

/** A pattern's text in pieces; a token stands for what varies. */
export function piecesOf(pattern: string): readonly { readonly text: string; readonly isToken: boolean }[] {
  return pattern
    .split(/(<[A-Za-z][\w ]*-\d+>|<\*>)/)
    .map((text, at) => ({ text, isToken: at % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

/** A condition that events of a pattern meet: its fixed texts, in their order. */
export const filterFor = (pattern: string): string =>
  `filter @message like /${piecesOf(pattern)
    .map(({ text, isToken }) => (isToken ? '.+' : text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(/\s+/g, '\\s+')))
    .join('')}/`
