import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import { problem, type InsightsCode } from '#languages/insights/diagnostics.ts'
import type { EvaluationContext } from '#languages/insights/function-entry.ts'
import type { EventSource } from './event-source.ts'
import { Output } from './output.ts'
import { Scope } from './scope.ts'

/** A condition every row of a stage must meet. */
export type RowTest = {
  accept(row: number): boolean
  /** Forgets what it has seen. */
  begin?(): void
}

/** Where the rows of a stage go: what a command makes of all of them together. */
export type Collector = {
  begin(): void
  /** False: it wants no more. */
  add(row: number): boolean
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
  readonly context: EvaluationContext
  readonly source: EventSource
  readonly stages: Stage[] = []
  readonly output = new Output()
  readonly diagnostics: Diagnostic[] = []
  scope: Scope
  /** Whether rows still are events: they then have a pointer. */
  areEvents = true
  /** Which end of the time range is read first; `isOrdered`: somebody counts on it. */
  direction: 'newest' | 'oldest' = 'newest'
  isOrdered = false
  private tests: RowTest[] = []

  constructor(source: EventSource, context: EvaluationContext) {
    this.source = source
    this.context = context
    this.scope = new Scope(context, (name) => source.reader(name))
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

  refuse(code: InsightsCode, range: TextRange, message: string): void {
    this.diagnostics.push(problem(code, range, message))
  }
}
