import type { Result } from '#lib/text/diagnostic.ts'
import type { EventSource } from '../event-source.ts'
import { cellText } from '../planning/output.ts'
import type { Plan } from '../planning/plan.ts'
import type { Collector, RowTest, Stage } from '../planning/planner.ts'

type Cell = { readonly field: string; readonly value: string }
/** Cells in the order of the columns; a cell without a value is left out. */
export type QueryResults = { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
export type QueryStatistics = {
  readonly recordsMatched: number
  readonly recordsScanned: number
  readonly bytesScanned: number
  readonly recordsTotal: number
}

/** When enough rows are found, so many more are read for the count of matches alone. */
const COUNTING_ALLOWANCE = 100_000

/** The newest rows answer many a query: the first batch is small. */
const FIRST_BATCH = 512
const MOST_A_BATCH = 8192

/** One pass over the events of a source. */
class Run {
  readonly plan: Plan
  private readonly source: EventSource
  private scanned = 0
  private matched = 0
  private isFull = false
  private allowance = COUNTING_ALLOWANCE
  private isDone = false
  private finished: QueryResults | undefined
  private readonly rows = new Uint32Array(MOST_A_BATCH)
  private batch = FIRST_BATCH

  constructor(made: Plan, source: EventSource) {
    this.plan = made
    this.source = source
    begin(made.stages[0])
  }

  get isStale(): boolean {
    return !this.isDone && this.source.isStale
  }

  step(rows: number): boolean {
    const { size } = this.source
    const until = Math.min(size, this.scanned + rows)
    while (this.scanned < until && !this.isDone) {
      const most = this.isFull ? this.allowance : Infinity
      this.scan(Math.min(until - this.scanned, this.batch, most))
      this.batch = Math.min(MOST_A_BATCH, this.batch * 2)
    }
    if (this.scanned === size) this.isDone = true
    return this.isDone
  }

  /** So many rows through the tests, all of them through each in turn. */
  private scan(count: number): void {
    const [{ tests, collector }] = this.plan.stages
    const { rows } = this
    const first = this.scanned
    this.placeRows(count)
    this.scanned += count
    let kept = count
    for (const test of tests) kept = keepRows(test, rows, kept)
    this.matched += kept
    if (this.isFull) {
      this.allowance -= count
      if (this.allowance <= 0) this.isDone = true
      return
    }
    const taken = addRows(collector, rows, kept)
    if (taken < 0) return
    // without a test nothing is left to count
    if (tests.length === 0) this.scanned = first + taken
    else this.allowance -= this.scanned - 1 - this.placeOf(rows[taken - 1] ?? 0, first)
    this.fill(tests.length === 0)
  }

  /** The rows of the next places, in the order in which they are read. */
  private placeRows(count: number): void {
    const { source, rows, scanned } = this
    const isNewestFirst = this.plan.direction === 'newest'
    const from = isNewestFirst ? source.size - 1 - scanned : scanned
    const step = isNewestFirst ? -1 : 1
    const base = source.firstRow
    if (base === undefined) for (let at = 0; at < count; at++) rows[at] = source.rowAt(from + at * step)
    else for (let at = 0; at < count; at++) rows[at] = base + from + at * step
  }

  private placeOf(row: number, from: number): number {
    const isNewestFirst = this.plan.direction === 'newest'
    let place = from
    while (this.source.rowAt(isNewestFirst ? this.source.size - 1 - place : place) !== row) place++
    return place
  }

  results(): QueryResults {
    if (this.finished !== undefined) return this.finished
    const rows = this.found()
    const columns = this.plan.columns.map(({ title }) => title)
    const results = { columns, rows: Array.from(rows, (row) => this.cells(row)) }
    if (this.isDone) this.finished = results
    return results
  }

  /** The rows so far, in order. */
  found(): ArrayLike<number> {
    return laterStages(this.plan)
  }

  statistics(): QueryStatistics {
    return {
      recordsMatched: this.matched,
      recordsScanned: this.scanned,
      bytesScanned: Math.round(this.source.bytesPerRow * this.scanned),
      recordsTotal: this.source.size,
    }
  }

  /** Enough rows: without a test every row of the range would match. */
  private fill(everyRowMatches: boolean): void {
    this.isFull = true
    if (!everyRowMatches) return
    this.matched = this.source.size
    this.isDone = true
  }

  private cells(row: number): readonly Cell[] {
    const cells: Cell[] = []
    for (const { title, reader } of this.plan.columns) {
      const value = cellText(reader.read(row), reader)
      if (value !== undefined) cells.push({ field: title, value })
    }
    const pointer = this.plan.pointer?.(row)
    if (pointer !== undefined) cells.push({ field: '@ptr', value: pointer })
    return cells
  }
}

function begin({ tests, collector }: Stage): void {
  for (const test of tests) test.begin?.()
  collector.begin()
}

/** The rows the test accepts, at the front. */
function keepRows(test: RowTest, rows: Uint32Array, count: number): number {
  if (test.keep !== undefined) return test.keep(rows, count)
  let kept = 0
  for (let at = 0; at < count; at++) {
    const row = rows[at] ?? 0
    if (test.accept(row)) rows[kept++] = row
  }
  return kept
}

function addRows(collector: Collector, rows: Uint32Array, count: number): number {
  if (collector.addAll !== undefined) return collector.addAll(rows, count)
  for (let at = 0; at < count; at++) if (!collector.add(rows[at] ?? 0)) return at + 1
  return -1
}

/** What the first stage has collected, led through the others. */
function laterStages({ stages: [first, ...rest] }: Plan): ArrayLike<number> {
  let rows = first.collector.rows()
  for (const stage of rest) {
    begin(stage)
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0
      if (stage.tests.every((test) => test.accept(row)) && !stage.collector.add(row)) break
    }
    rows = stage.collector.rows()
  }
  return rows
}

/** A plan and the events it is bound to. */
type Bound = { readonly plan: Plan; readonly source: EventSource }

/** A run that begins again where rows were renumbered under it: what it has read no longer stands. */
export class SteadyRun {
  private run: Run
  private readonly bind: () => Result<Bound>

  private constructor(run: Run, bind: () => Result<Bound>) {
    this.run = run
    this.bind = bind
  }

  static begin(bind: () => Result<Bound>): Result<SteadyRun> {
    const bound = bind()
    return 'diagnostics' in bound ? bound : { value: new SteadyRun(new Run(bound.value.plan, bound.value.source), bind) }
  }

  get plan(): Plan {
    return this.run.plan
  }

  /** True when it is done. */
  step(rows: number): boolean {
    if (this.run.isStale) {
      const again = this.bind()
      if ('value' in again) this.run = new Run(again.value.plan, again.value.source)
    }
    return this.run.step(rows)
  }

  found(): ArrayLike<number> {
    return this.run.found()
  }

  results(): QueryResults {
    return this.run.results()
  }

  statistics(): QueryStatistics {
    return this.run.statistics()
  }
}
