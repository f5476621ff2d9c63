import type { Result } from '#lib/text/diagnostic.ts'
import { never } from '#lib/invariant.ts'
import type { Command, Query } from '#languages/insights/ast.ts'
import type { EventSource } from '../event-source.ts'
import { planDedup } from '../operators/dedup.ts'
import { planDisplay, planFields } from '../operators/fields.ts'
import { planFilter } from '../operators/filter.ts'
import { firstRows, planLimit } from '../operators/limit.ts'
import { planParseGlob, planParseRegex } from '../operators/parse.ts'
import { planPatterns } from '../operators/patterns/index.ts'
import { planCountFrequent } from '../operators/rows/count-frequent.ts'
import { planExpand, planUnnest } from '../operators/rows/elements.ts'
import { planFillMissing } from '../operators/rows/fill-missing.ts'
import { planFilterIndex } from '../operators/rows/filter-index.ts'
import { planOutlier } from '../operators/rows/outlier.ts'
import { planAccum, planAutoregress, planFillDown } from '../operators/rows/running.ts'
import { planSessionize } from '../operators/rows/sessionize.ts'
import { planAddTotals } from '../operators/rows/totals.ts'
import { planSort } from '../operators/sort.ts'
import { planStats } from '../operators/stats.ts'
import { planTables } from '../operators/tables/index.ts'
import type { Column } from './output.ts'
import type { QueryContext } from './query-context.ts'
import type { Scope } from './scope.ts'
import { Planner, type Pointer, type Stage } from './planner.ts'

/** A query bound to its events. */
export type Plan = {
  readonly stages: readonly [Stage, ...Stage[]]
  readonly columns: readonly Column[]
  readonly direction: 'newest' | 'oldest'
  readonly pointer: Pointer | undefined
  /** What the last rows have names for. */
  readonly scope: Scope
}

export function plan(query: Query, source: EventSource, context: QueryContext, most: number): Result<Plan> {
  const planner = new Planner(source, context)
  for (const command of query.commands) planCommand(command, planner)
  planner.collect(firstRows(most))
  if (planner.diagnostics.length > 0) return { diagnostics: planner.diagnostics }
  const { stages, direction, pointer, scope } = planner
  const [first, ...rest] = stages
  if (first === undefined) throw new Error('cannot run a query: it has no stage')
  boundEarlier(stages)
  return { value: { stages: [first, ...rest], columns: planner.output.columns(), direction, pointer, scope } }
}

/** The rules of every command; a new command is one more line and one more file. */
function planCommand(command: Command, planner: Planner): void {
  switch (command.kind) {
    case 'fields':
      return planFields(command, planner)
    case 'display':
      return planDisplay(command, planner)
    case 'filter':
      return planFilter(command, planner)
    case 'stats':
      return planStats(command, planner)
    case 'sort':
      return planSort(command, planner)
    case 'limit':
      return planLimit(command, planner)
    case 'parse-glob':
      return planParseGlob(command, planner)
    case 'parse-regex':
      return planParseRegex(command, planner)
    case 'dedup':
      return planDedup(command, planner)
    case 'filterIndex':
      return planFilterIndex(command, planner)
    case 'unnest':
      return planUnnest(command, planner)
    case 'expand':
      return planExpand(command, planner)
    case 'addtotals':
      return planAddTotals(command, planner)
    case 'accum':
      return planAccum(command, planner)
    case 'autoregress':
      return planAutoregress(command, planner)
    case 'filldown':
      return planFillDown(command, planner)
    case 'fillmissing':
      return planFillMissing(command, planner)
    case 'outlier':
      return planOutlier(command, planner)
    case 'sessionize':
      return planSessionize(command, planner)
    case 'countFrequent':
      return planCountFrequent(command, planner)
    case 'pattern':
    case 'anomaly':
    case 'diff':
    case 'logcompare':
    case 'relevantfields':
      return planPatterns(command, planner)
    case 'join':
    case 'appendcols':
    case 'lookup':
    case 'cidrlookup':
      return planTables(command, planner)
    case 'broken':
      return planner.refuse('insights/unexpected', command, 'a command that could not be read cannot run')
    default:
      return never(command)
  }
}

/** A sort need not keep more rows than the limit right behind it lets through. */
function boundEarlier(stages: readonly Stage[]): void {
  for (let at = 1; at < stages.length; at++) {
    const stage = stages[at]
    const most = stage?.collector.most
    if (stage?.tests.length === 0 && most !== undefined) stages[at - 1]?.collector.bound?.(most)
  }
}
