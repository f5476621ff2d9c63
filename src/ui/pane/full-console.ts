import type { Millis, TimeRange } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'

/** Whose world a pane shows, as a link to the full console says it. */
export type PaneOrigin = {
  readonly account: string
  /** What the account's world is made of, where it must be made again after a reload. */
  readonly world?: WorldSpec
  /** Where that world's clock stands when it is made; at its end when left out. */
  readonly at?: Millis
  /** Whose world it is, in words: `Which branch is slow`. */
  readonly of?: string
  /** The page to go back to, as a path of the hash: `/exercises/insights/slowest-branch`. */
  readonly from?: string
}

export type FullConsole =
  | 'cloudwatch/logs'
  | 'cloudwatch/insights'
  | 'cloudwatch/metrics'
  | 'cloudwatch/alarms'
  | 'cloudwatch/alarms/create'
  | 'grafana'

/** The state a console is to open in; what is undefined is left out. */
export type ConsoleParameters = Readonly<Record<string, string | Millis | undefined>>

/** The link to a full console in a pane's state. */
export function fullConsoleHref(console: FullConsole, origin: PaneOrigin, parameters: ConsoleParameters = {}): string {
  const { account, world, at, of, from } = origin
  const all = { account, world: world && JSON.stringify(world), at, of, from, ...parameters }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(all)) if (value !== undefined) query.set(name, String(value))
  return `#/consoles/${console}?${query.toString()}`
}

/** A time range as links carry it, in whole milliseconds. */
export const rangeParameters = ({ start, end }: TimeRange) => ({ start: Math.floor(start), end: Math.ceil(end) })
