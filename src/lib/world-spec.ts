/** What makes a world: the same spec gives the same bytes. Written in exercises and slides as `world:`; product.md's tables name scenarios and faults. */
export type WorldSpec = {
  readonly scenario: string
  readonly seed: number
  /** How much time, in milliseconds; the scenario has its own when left out. */
  readonly window?: number
  /** A ceiling on the number of events, shortening the window around the first fault's onset; exact in `practice`. */
  readonly size?: number
  readonly faults?: Readonly<Record<string, FaultOptions>>
  /** Groups to render; all of the scenario's when left out. None (`[]`) makes a world of metrics alone, fast: no log text at all. */
  readonly groups?: readonly string[]
  /** The scenario's documented parameters, `failure: 503`. */
  readonly with?: Readonly<Record<string, string | number | boolean>>
  /** Where the episode begins, epoch milliseconds; the scenario's own fixed date when left out. */
  readonly start?: number
  /** Mutators applied to the finished log, in order (`{name: 'look-alike', argument: '500'}`). */
  readonly mutators?: readonly { readonly name: string; readonly argument?: string }[]
  /** Lines an author adds. */
  readonly lines?: readonly AddedLine[]
}

export type AddedLine = {
  readonly group: string
  readonly stream?: number
  /** Milliseconds after the window's start; spread evenly when left out. */
  readonly at?: number
  readonly message: string
}

/** Onset as a clock time of the window's day ("21:40") or an offset ("+15m"), duration ("41m"), several of both with commas ("21:40, 05:15"); strength as the fault documents it; further keys are the fault's own (`branch`). */
export type FaultOptions = {
  readonly at?: string
  readonly for?: string
  readonly strength?: number
  readonly [key: string]: string | number | undefined
}
