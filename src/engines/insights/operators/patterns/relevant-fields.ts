import type { Expression, RelevantFields } from '#languages/insights/ast.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import { isTrue } from '#languages/insights/functions/values/coercion.ts'
import { childrenOf } from '#languages/insights/walk.ts'
import type { EventSource } from '../../event-source.ts'
import { compile } from '../../expression/compile.ts'
import { relevance } from '../../patterns/relevance.ts'
import { RowSample } from '../../patterns/row-sample.ts'
import type { Planner } from '../../planning/planner.ts'
import { missing, type Reader } from '../../reader.ts'
import { NO_ORIGIN, type NewRows, type Remaking } from '../../planning/retable.ts'

const columns = ['@fieldName', '@relevanceScore', '@topRelevanceContributors', '@conditionalMedian', '@baselineMedian']
/** What differs from event to event by its nature. */
const never: ReadonlySet<string> = new Set(['@message', '@timestamp', '@ingestionTime', '@ptr'])
const ofEveryEvent = ['@log', '@logStream']

/** `relevantfields`: a row for each field, the one that tells most about the condition first. */
export function planRelevantFields(command: RelevantFields, planner: Planner): void {
  const { scope, source, areEvents } = planner
  const met = compile(command.condition, scope)
  const condition = (row: number): boolean => isTrue(met.read(row))
  if (command.fields.length > 0) {
    const listed = new Map(command.fields.map((path) => [path.name, scope.field(path)]))
    planner.retable(columns, () => new Ranking(condition, () => listed, true))
    return
  }
  const asked = new Set(fieldsOf(command.condition))
  const shown = planner.output.columns().map(({ title, reader }) => [title, reader] as const)
  const common = areEvents ? ofEveryEvent.map((name) => [name, scope.named(name) ?? missing] as const) : []
  const known = new Map([...common, ...shown].filter(([name]) => !never.has(name) && !asked.has(name)))
  const discovered = (rows: readonly number[]): ReadonlyMap<string, Reader> =>
    areEvents ? withDiscovered(known, source, rows, asked) : known
  planner.retable(columns, () => new Ranking(condition, discovered, false))
}

const fieldsOf = (expression: Expression): readonly string[] =>
  expression.kind === 'field' ? [expression.name] : childrenOf(expression).flatMap(fieldsOf)

/** And every field that some of the events have, but for those the condition asks about. */
function withDiscovered(
  known: ReadonlyMap<string, Reader>,
  source: EventSource,
  rows: readonly number[],
  asked: ReadonlySet<string>,
): ReadonlyMap<string, Reader> {
  const fields = new Map(known)
  for (const row of rows)
    for (const name of source.fieldsOf(row).keys()) if (!fields.has(name) && !asked.has(name)) fields.set(name, source.reader(name))
  return fields
}

class Ranking implements Remaking {
  private readonly isMet: (row: number) => boolean
  private readonly fields: (rows: readonly number[]) => ReadonlyMap<string, Reader>
  private readonly keepsAll: boolean
  private readonly met = new RowSample()
  private readonly others = new RowSample()

  constructor(isMet: (row: number) => boolean, fields: (rows: readonly number[]) => ReadonlyMap<string, Reader>, keepsAll: boolean) {
    this.isMet = isMet
    this.fields = fields
    this.keepsAll = keepsAll
  }

  add(row: number): void {
    const sample = this.isMet(row) ? this.met : this.others
    sample.add(row)
  }

  end(into: NewRows): void {
    const met = this.met.all()
    const others = this.others.all()
    const ranked = [...this.fields([...met, ...others])].map(([name, reader]) => {
      const valuesOf = (rows: readonly number[]): readonly Value[] => rows.map((row) => reader.read(row))
      const found = relevance(valuesOf(met), valuesOf(others))
      return { ...found, name, score: Math.round(found.score * 1000) / 1000 }
    })
    ranked.sort((left, right) => right.score - left.score || (left.name < right.name ? -1 : 1))
    for (const { name, score, contributors, conditionalMedian, baselineMedian } of ranked) {
      if (score === 0 && !this.keepsAll) continue
      const named = contributors.length > 0 ? JSON.stringify(contributors) : null
      into.push(NO_ORIGIN, [name, score, named, conditionalMedian, baselineMedian])
    }
  }
}
