/** What somebody can make in an open console that is kept. */
export const madeKinds = ['alarm', 'dashboard', 'saved-query', 'metric-filter', 'lookup-table'] as const
export type MadeKind = (typeof madeKinds)[number]

/** One thing that was made, as it is kept and exported: `value` is plain JSON that only its store can read. */
export type MadeThing = { readonly kind: MadeKind; readonly id: string; readonly value: unknown }

export type Made = {
  readonly things: readonly MadeThing[]
  /** Moves with every change of what was made. */
  readonly revision: number
}

/** What became of things that were brought along: one that is broken keeps them all out. */
export type MadeOutcome = { readonly taken: number } | { readonly broken: MadeThing }

/** The database of made things, and the channel where tabs tell each other of them; `basePath` is where the page lives. */
export const madeKey = (basePath: string): string => `watchkeeper:${basePath}:made`

/** `written`: by a worker, into the database, for the other workers. `shown`: every worker that wrote or took it over, for the pages. */
export type MadeMessage =
  | { readonly what: 'written'; readonly kind: MadeKind; readonly id: string }
  | { readonly what: 'shown'; readonly kind: MadeKind; readonly id: string }
