import { toPlaces } from './decimals.ts'

export type Figure = { readonly text: string; readonly suffix: string }

/** A unit as Grafana spells and writes it. */
export type Unit = {
  readonly id: string
  readonly name: string
  readonly category: string
  write(value: number, decimals: number | undefined): Figure
}

type Write = Unit['write']

/** The figure as it is, and something behind it. */
export const plain =
  (suffix = '', times = 1): Write =>
  (value, decimals) => ({ text: toPlaces(value * times, decimals), suffix })

/** The largest of several steps that the value fills; `first` is where the unit itself stands. */
const stepped =
  (factor: number, suffixes: readonly string[], first: number): Write =>
  (value, decimals) => {
    let at = first
    let size = value
    for (; Math.abs(size) >= factor && at < suffixes.length - 1; at++) size /= factor
    for (; size !== 0 && Math.abs(size) < 1 && at > 0; at--) size *= factor
    return { text: toPlaces(size, decimals), suffix: suffixes[at] ?? '' }
  }

const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'Zi', 'Yi']
const DECIMAL = ['f', 'p', 'n', 'µ', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y']
const BARE = DECIMAL.indexOf('')

export const binary = (symbol: string, first = 0): Write =>
  stepped(
    1024,
    BINARY.map((prefix) => ` ${prefix}${symbol}`),
    first,
  )

export const decimal = (symbol: string, first = 0): Write =>
  stepped(
    1000,
    DECIMAL.map((prefix) => ` ${prefix}${symbol}`),
    BARE + first,
  )

export const short: Write = stepped(1000, ['', ' K', ' Mil', ' Bil', ' Tri', ' Quadr', ' Quint', ' Sext', ' Sept'], 0)

/** `1.2K req/s`, with or without a blank as Grafana has it. */
export const counted = (symbol: string): Write =>
  stepped(
    1000,
    ['', 'K', 'M', 'B', 'T'].map((step) => `${step} ${symbol}`),
    0,
  )

type Rung = { readonly below: number; readonly size: number; readonly name: string; readonly hasPlural?: boolean }

/** A length of time on a ladder of names; the last rung has no end. */
export const timed =
  (rungs: readonly Rung[]): Write =>
  (value, decimals) => {
    const rung = rungs.find(({ below }) => Math.abs(value) < below) ?? rungs.at(-1)
    const size = value / (rung?.size ?? 1)
    const plural = rung?.hasPlural === true && Math.abs(size) > 1 ? 's' : ''
    return { text: toPlaces(size, decimals), suffix: ` ${rung?.name ?? ''}${plural}` }
  }
