import { rememberExpressions } from './expression/expressions.ts'
import type { Diagnostic, Result } from '#lib/text/diagnostic.ts'
import type { Millis } from '#lib/time.ts'
import type { Query } from '#languages/insights/ast.ts'
import { problem } from '#languages/insights/diagnostics.ts'
import { subqueriesOf } from '#languages/insights/check/subqueries.ts'
import { check } from '#languages/insights/index.ts'
import type { LogGroup } from '#stores/log-store.ts'
import { checkClass } from './check-class.ts'
import { EventSource } from './event-source.ts'
import { cellText } from './output.ts'
import { plan, type Plan } from './plan.ts'
import type { Collector, RowTest, Stage } from './planner.ts'

type ExecutionInput = {
  readonly query: Query
  readonly groups: readonly LogGroup[]
  readonly accountId: string
  readonly region?: string | undefined
  readonly start: Millis
  /** Inclusive. */
  readonly end: Millis
  readonly now: Millis
  readonly limit?: number | undefined
}

type Cell = { readonly field: string; readonly value: string }
/** Cells in the order of the columns; a cell without a value is left out. */
export type QueryResults = { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
type QueryStatistics = {
  readonly recordsMatched: number
  readonly recordsScanned: number
  readonly bytesScanned: number
  readonly recordsTotal: number
}

/** A query under way: it reads so many rows at each step, and can be asked for what it has so far. */
export type Execution = {
  /** True when it is done. */
  step(rows: number): boolean
  results(): QueryResults
  statistics(): QueryStatistics
}

/** When enough rows are found, so many more are read for the count of matches alone. */
const COUNTING_ALLOWANCE = 100_000

/** The newest rows answer many a query: the first batch is small. */
const FIRST_BATCH = 512
const MOST_A_BATCH = 8192

/** A query over the events of some groups and a time, ready to be run step by step; or why it cannot be. */
export function createExecution(input: ExecutionInput): Result<Execution> {
  const { query, groups, start, end, now, limit } = input
  const refused = [...check(query), ...checkClass(query, groups), ...notSimulated(query)].filter(({ severity }) => severity === 'error')
  if (refused.length > 0) return { diagnostics: refused }
  const make = (): Result<Run> => {
    const source = new EventSource(groups, input, start, end)
    const made = plan(query, source, { now, start, end, expression: rememberExpressions() }, limit)
    return 'diagnostics' in made ? made : { value: new Run(made.value, source) }
  }
  const first = make()
  if ('diagnostics' in first) return first
  let run = first.value
  const step = (rows: number): boolean => {
    if (run.isStale) {
      // rows were renumbered under the query: what it has read no longer stands
      const again = make()
      if ('value' in again) run = again.value
    }
    return run.step(rows)
  }
  return { value: { step, results: () => run.results(), statistics: () => run.statistics() } }
}

function notSimulated({ source, commands }: Query): readonly Diagnostic[] {
  const code = 'insights/not-simulated-yet'
  return [
    ...(source?.selectors['datasource'] === undefined ? [] : [problem(code, source, 'a choice by data sources is not simulated yet')]),
    ...(source?.selectors['tags'] === undefined ? [] : [problem(code, source, 'a choice by tags is not simulated yet')]),
    ...subqueriesOf(commands)
      .filter(({ givesValues }) => givesValues)
      .map(({ query }) => problem(code, query, 'subqueries are not simulated yet')),
  ]
}

/** One pass over the events of a source. */
class Run {
  private readonly plan: Plan
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
    const rows = laterStages(this.plan)
    const columns = this.plan.columns.map(({ title }) => title)
    const results = { columns, rows: Array.from(rows, (row) => this.cells(row)) }
    if (this.isDone) this.finished = results
    return results
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
