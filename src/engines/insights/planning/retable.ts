import type { Value } from '#languages/insights/function-entry.ts'
import type { Collector } from './planner.ts'
import { valueReader, type Reader } from '../reader.ts'

/** The origin of a row that comes from no other. */
export const NO_ORIGIN = -1

/** Rows under a numbering of their own: each has the row it came from, or none, and a value for each new name. */
export class NewRows {
  readonly origins: number[] = []
  readonly values: readonly Value[][]

  constructor(names: readonly string[]) {
    this.values = names.map(() => [])
  }

  get size(): number {
    return this.origins.length
  }

  push(origin: number, values: readonly Value[]): void {
    this.origins.push(origin)
    for (let at = 0; at < this.values.length; at++) this.values[at]?.push(values[at] ?? null)
  }

  cut(size: number): void {
    this.origins.length = size
    for (const values of this.values) values.length = size
  }
}

/** How rows become other rows. */
export type Remaking = {
  /** One that came, in order. */
  add(row: number, into: NewRows): void
  /** All have come, so far: what only then can be made. It is taken back when one more comes. */
  end?(into: NewRows): void
}

/** Collects new rows; the readers of their values read what is there at the time. */
export class Retabling implements Collector {
  readonly columns: readonly Reader[]
  private readonly names: readonly string[]
  private readonly start: () => Remaking
  private made: NewRows
  private remaking: Remaking
  /** How many rows there were before `end` added some. */
  private size = 0
  private wanted = Infinity

  constructor(names: readonly string[], start: () => Remaking) {
    this.names = names
    this.start = start
    this.made = new NewRows(names)
    this.remaking = start()
    this.columns = names.map((_, at) => valueReader((row) => this.made.values[at]?.[row] ?? null))
  }

  bound(rows: number): void {
    this.wanted = rows
  }

  begin(): void {
    this.made = new NewRows(this.names)
    this.remaking = this.start()
    this.size = 0
  }

  add(row: number): boolean {
    if (this.made.size > this.size) this.made.cut(this.size)
    this.remaking.add(row, this.made)
    this.size = this.made.size
    return this.remaking.end !== undefined || this.size < this.wanted
  }

  rows(): ArrayLike<number> {
    this.made.cut(this.size)
    this.remaking.end?.(this.made)
    return Uint32Array.from({ length: this.made.size }, (_, row) => row)
  }

  origin(row: number): number {
    return this.made.origins[row] ?? NO_ORIGIN
  }

  /** What read the rows that came reads the new ones. */
  through(reader: Reader): Reader {
    return {
      read: (row) => {
        const origin = this.origin(row)
        return origin === NO_ORIGIN ? null : reader.read(origin)
      },
      number: (row) => {
        const origin = this.origin(row)
        return origin === NO_ORIGIN ? Number.NaN : reader.number(origin)
      },
      ...(reader.isTime === undefined ? {} : { isTime: reader.isTime }),
      ...(reader.isRaw === undefined ? {} : { isRaw: reader.isRaw }),
    }
  }
}
