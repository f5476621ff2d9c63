import type { Diagnostic, Result } from '#lib/text/diagnostic.ts'
import type { Millis } from '#lib/time.ts'
import type { Query, Source } from '#languages/insights/ast.ts'
import { problem } from '#languages/insights/diagnostics.ts'
import { subqueriesOf } from '#languages/insights/check/subqueries.ts'
import { check } from '#languages/insights/index.ts'
import { windowOf } from '#languages/insights/source-window.ts'
import type { LogGroup } from '#stores/log-store.ts'
import { checkClass } from '../check-class.ts'
import { EventSource } from '../event-source.ts'
import { rememberExpressions } from '../expression/expressions.ts'
import { InnerQuery } from './inner-query.ts'
import { DEFAULT_ROWS, MOST_ROWS } from '../limits.ts'
import { earlierRange } from '../patterns/earlier-range.ts'
import { plan } from '../planning/plan.ts'
import type { QueryContext } from '../planning/query-context.ts'
import { SteadyRun, type QueryResults, type QueryStatistics } from './run.ts'

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
  readonly others?: OtherSources | undefined
}

/** What a query may read besides the events of its own groups. */
type OtherSources = {
  /** The groups that a SOURCE in parentheses means. */
  groups(source: Source): readonly LogGroup[]
  readonly tables: QueryContext['tables']
}

/** A query under way: it reads so many rows at each step, and can be asked for what it has so far. */
export type Execution = {
  /** True when it is done, or has failed. */
  step(rows: number): boolean
  results(): QueryResults
  /** Of the query and of those in its parentheses together. */
  statistics(): QueryStatistics
  /** Why it cannot go on. */
  failure(): string | undefined
}

/** A query over the events of some groups and a time, ready to be run step by step; or why it cannot be. */
export function createExecution(input: ExecutionInput): Result<Execution> {
  const window = windowOf(input.query.source, input)
  if ('diagnostics' in window) return window
  const outer = { ...input, ...window.value }
  const made = innerQueries(outer)
  if ('diagnostics' in made) return made
  const failures: string[] = []
  const context = { inner: made.value, fail: (reason: string) => void (failures.length === 0 && failures.push(reason)) }
  const run = beginRun(outer, context, mostRows(input))
  return 'diagnostics' in run ? run : { value: new InnerFirst([...made.value.values()], run.value, failures) }
}

function mostRows({ query, limit = Infinity }: ExecutionInput): number {
  const hasLimit = query.commands.some(({ kind }) => kind === 'limit')
  return Math.min(limit, hasLimit ? MOST_ROWS : DEFAULT_ROWS)
}

/** The queries in parentheses: over the groups and the time that their own SOURCE says, else over those of the query around them. */
function innerQueries(outer: ExecutionInput): Result<ReadonlyMap<Query, InnerQuery>> {
  const inner = new Map<Query, InnerQuery>()
  for (const { query } of subqueriesOf(outer.query.commands)) {
    const window = windowOf(query.source, outer)
    if ('diagnostics' in window) return window
    const groups = query.source === undefined ? outer.groups : (outer.others?.groups(query.source) ?? [])
    const run = beginRun({ ...outer, query, groups, ...window.value }, { inner: new Map(), fail: () => undefined }, Infinity)
    if ('diagnostics' in run) return run
    inner.set(query, new InnerQuery(run.value))
  }
  return { value: inner }
}

type Reach = Pick<QueryContext, 'inner' | 'fail'>

function beginRun(input: ExecutionInput, reach: Reach, most: number): Result<SteadyRun> {
  const { query, groups, start, end, now, others } = input
  const refused = [...check(query), ...checkClass(query, groups), ...notSimulated(query)].filter(({ severity }) => severity === 'error')
  if (refused.length > 0) return { diagnostics: refused }
  return SteadyRun.begin(() => {
    const source = new EventSource(groups, input, start, end, earlierRange(query.commands, start, end))
    const tables = others?.tables ?? noTables
    const made = plan(query, source, { now, start, end, expression: rememberExpressions(), tables, ...reach }, most)
    return 'diagnostics' in made ? made : { value: { plan: made.value, source } }
  })
}

const noTables: QueryContext['tables'] = { all: () => [], find: () => undefined }

/** A query that waits until those in its parentheses are done. */
class InnerFirst implements Execution {
  private readonly inner: readonly InnerQuery[]
  private readonly outer: SteadyRun
  private readonly failures: readonly string[]

  constructor(inner: readonly InnerQuery[], outer: SteadyRun, failures: readonly string[]) {
    this.inner = inner
    this.outer = outer
    this.failures = failures
  }

  step(rows: number): boolean {
    for (const one of this.inner) if (!one.isDone) return one.step(rows) && this.failure() !== undefined
    const isDone = this.outer.step(rows)
    // what fails behind the first stage is found when its rows are led through the others
    if (isDone) this.outer.results()
    return isDone || this.failure() !== undefined
  }

  results(): QueryResults {
    return this.failure() === undefined ? this.outer.results() : { columns: [], rows: [] }
  }

  statistics(): QueryStatistics {
    const parts = [...this.inner, this.outer].map((part) => part.statistics())
    const sum = (count: (part: QueryStatistics) => number): number => parts.reduce((total, part) => total + count(part), 0)
    return {
      recordsMatched: sum(({ recordsMatched }) => recordsMatched),
      recordsScanned: sum(({ recordsScanned }) => recordsScanned),
      bytesScanned: sum(({ bytesScanned }) => bytesScanned),
      recordsTotal: sum(({ recordsTotal }) => recordsTotal),
    }
  }

  failure(): string | undefined {
    return this.failures[0]
  }
}

function notSimulated({ source }: Query): readonly Diagnostic[] {
  const code = 'insights/not-simulated-yet'
  return [
    ...(source?.selectors['datasource'] === undefined ? [] : [problem(code, source, 'a choice by data sources is not simulated yet')]),
    ...(source?.selectors['tags'] === undefined ? [] : [problem(code, source, 'a choice by tags is not simulated yet')]),
  ]
}
