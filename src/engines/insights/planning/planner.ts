import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import type { Stats } from '#languages/insights/ast.ts'
import { problem, type InsightsCode } from '#languages/insights/diagnostics.ts'
import type { EventSource } from '../event-source.ts'
import { Output, type Column } from './output.ts'
import type { QueryContext } from './query-context.ts'
import { missing, type Reader } from '../reader.ts'
import { Retabling, NO_ORIGIN, type Remaking } from './retable.ts'
import { Scope } from './scope.ts'

/** What leads from a row to its event. */
export type Pointer = (row: number) => string | undefined

/** A condition every row of a stage must meet. */
export type RowTest = {
  accept(row: number): boolean
  /** Leaves the rows it accepts at the front, in order; how many there are. */
  keep?(rows: Uint32Array, count: number): number
  /** Forgets what it has seen. */
  begin?(): void
}

/** Where the rows of a stage go: what a command makes of all of them together. */
export type Collector = {
  begin(): void
  /** False: it wants no more. */
  add(row: number): boolean
  /** Takes the rows in order; how many it took until it wanted no more, -1 where it still does. */
  addAll?(rows: Uint32Array, count: number): number
  /** What it has, in order; it may be asked while more is to come. */
  rows(): ArrayLike<number>
  /** It never gives more rows than that. */
  readonly most?: number
  /** Told that nobody will look past so many rows. */
  bound?(rows: number): void
}

/** Rows pass the tests, then the collector takes them. */
export type Stage = { readonly tests: readonly RowTest[]; readonly collector: Collector }

/** What the commands of a query build together, one after the other. */
export class Planner {
  readonly context: QueryContext
  readonly source: EventSource
  readonly stages: Stage[] = []
  readonly output: Output
  readonly diagnostics: Diagnostic[] = []
  scope: Scope
  /** Whether rows still are the store's own: what is read of them never changes. */
  areEvents = true
  /** Absent where rows no longer come from events. */
  pointer: Pointer | undefined
  /** Which end of the time range is read first; `isOrdered`: somebody counts on it. */
  direction: 'newest' | 'oldest' = 'newest'
  isOrdered = false
  /** The last `stats`, whose rows these are. */
  grouping: Stats | undefined
  private tests: RowTest[] = []

  constructor(source: EventSource, context: QueryContext) {
    this.source = source
    this.context = context
    this.scope = new Scope(context, { named: (name) => source.reader(name), unmasked: (name) => source.unmasked(name) })
    this.output = new Output(['@timestamp', '@message'].map((title) => ({ title, reader: this.scope.named(title) ?? missing })))
    this.pointer = (row) => source.pointer(row)
  }

  /** Whether rows are still taken straight from the store. */
  get isScanning(): boolean {
    return this.stages.length === 0
  }

  test(test: RowTest): void {
    this.tests.push(test)
  }

  collect(collector: Collector): void {
    this.stages.push({ tests: this.tests, collector })
    this.tests = []
  }

  /** New rows, made of those that come, with new values for some names beside all others; `shown` become columns if they are none yet. */
  extend(names: readonly string[], start: () => Remaking, shown: readonly string[] = names): void {
    const made = this.remade(names, start)
    const { scope, pointer } = this
    const through = (reader: Reader): Reader => made.through(reader)
    this.scope = scope.behind(through)
    this.output.translate(through)
    if (pointer !== undefined)
      this.pointer = (row) => {
        const origin = made.origin(row)
        return origin === NO_ORIGIN ? undefined : pointer(origin)
      }
    this.output.add(this.defined(names, made), shown)
  }

  /** New rows, made of those that come, and nothing but the new columns for what follows. */
  retable(names: readonly string[], start: () => Remaking): void {
    const made = this.remade(names, start)
    this.scope = new Scope(this.context)
    this.output.replace(this.defined(names, made))
    this.pointer = undefined
    this.grouping = undefined
    this.isOrdered = false
  }

  private remade(names: readonly string[], start: () => Remaking): Retabling {
    const made = new Retabling(names, start)
    this.collect(made)
    this.areEvents = false
    return made
  }

  private defined(names: readonly string[], { columns }: Retabling): readonly Column[] {
    return names.map((title, at) => {
      const reader = columns[at] ?? missing
      this.scope.define(title, reader)
      return { title, reader }
    })
  }

  refuse(code: InsightsCode, range: TextRange, message: string, hint?: string): void {
    this.diagnostics.push(problem(code, range, message, hint))
  }
}
