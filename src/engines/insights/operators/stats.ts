import type { Call, Expression, FieldPath, Item, Stats } from '#languages/insights/ast.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import { binOf } from '#languages/insights/bin.ts'
import { findFunction } from '#languages/insights/functions/index.ts'
import { timestamp } from '#languages/insights/functions/time/timestamp.ts'
import { periodLength } from '#languages/insights/parse/period.ts'
import { GroupIndex } from '../aggregates/group-index.ts'
import { kernel, type Kernel } from '../aggregates/kernels.ts'
import { compile } from '../expression/compile.ts'
import type { Column } from '../planning/output.ts'
import type { Collector, Planner } from '../planning/planner.ts'
import { missing, valueReader, type Reader } from '../reader.ts'
import { Scope, type Names } from '../planning/scope.ts'

/** `stats`: one row for each group, and nothing but its columns for what follows. */
export function planStats(command: Stats, planner: Planner): void {
  if (planner.pointer !== undefined && !planner.isOrdered) planner.direction = 'oldest'
  const collector = new Grouping(command, planner)
  planner.collect(collector)
  planner.scope = collector.scope
  planner.output.replace(collector.columns)
  planner.grouping = command
  planner.areEvents = false
  planner.pointer = undefined
  planner.isOrdered = false
}

type StatsItem = { readonly values: Value[]; readonly reader: Reader }

/** The rows of each group, aggregated as they come. */
class Grouping implements Collector {
  readonly scope: Scope
  readonly columns: readonly Column[]
  private readonly input: Names
  private readonly time: Reader
  private readonly by: readonly Item[]
  private readonly keyReaders: readonly Reader[]
  private readonly keyValues: readonly Value[][]
  private readonly items: readonly StatsItem[]
  private readonly calls: { readonly make: () => Kernel; kernel: Kernel }[] = []
  /** Of the aggregates and the keys. */
  private readonly inputs: Reader[] = []
  private groups: GroupIndex
  private places = new Uint32Array(0)

  constructor(command: Stats, planner: Planner) {
    const offset = periodLength(command.offset?.amount ?? 0, command.offset?.unit ?? 'ms') ?? 0
    this.scope = new Scope(planner.context)
    this.input = planner.scope
    this.time = planner.scope.named('@timestamp') ?? missing
    this.by = command.by
    this.keyReaders = command.by.map((item) => this.key(item.expression, offset))
    this.groups = new GroupIndex(this.keyReaders)
    this.keyValues = command.by.map(() => [])
    const keys = command.by.map((item, at) => this.column(item, columnOf(this.keyValues[at] ?? [])))
    this.items = command.items.map((item) => this.item(item))
    this.columns = [...keys, ...command.items.map((item, at) => ({ title: item.title, reader: columnOf(this.items[at]?.values ?? []) }))]
  }

  /** An offset calls the bins by a later time, so that what was lies beside what is. */
  private key(expression: Expression, offset: number): Reader {
    const reader = compile(expression, this.input)
    if (offset === 0 || binOf(expression) === undefined) return reader
    const moved = (row: number): number => reader.number(row) + offset
    return { number: moved, read: (row) => (Number.isNaN(moved(row)) ? null : timestamp(moved(row))), isTime: true }
  }

  begin(): void {
    this.groups = new GroupIndex(this.keyReaders)
    for (const call of this.calls) call.kernel = call.make()
  }

  add(row: number): boolean {
    const group = this.groups.group(row)
    for (const call of this.calls) call.kernel.add(group, row)
    return true
  }

  addAll(rows: Uint32Array, count: number): number {
    if (this.places.length < count) this.places = new Uint32Array(count)
    const { places, groups } = this
    for (const input of this.inputs) input.prepare?.(rows, count)
    groups.groups(rows, count, places)
    for (const { kernel } of this.calls) {
      if (kernel.addAll !== undefined) kernel.addAll(places, groups.size, rows, count)
      else for (let at = 0; at < count; at++) kernel.add(places[at] ?? 0, rows[at] ?? 0)
    }
    return -1
  }

  rows(): ArrayLike<number> {
    const { size } = this.groups
    for (let group = 0; group < size; group++) {
      for (let key = 0; key < this.keyValues.length; key++) {
        const values = this.keyValues[key]
        if (values !== undefined) values[group] = this.groups.key(group, key)
      }
      for (const { values, reader } of this.items) values[group] = reader.read(group)
    }
    return Uint32Array.from({ length: size }, (_, group) => group)
  }

  private item(item: Item): StatsItem {
    const values: Value[] = []
    const reader = compile(item.expression, this.inside())
    this.column(item, columnOf(values))
    return { values, reader }
  }

  /** The column and its names: the alias, the title, the expression as written. */
  private column(item: Item, reader: Reader): Column {
    this.scope.define(item.alias ?? item.title, reader)
    if (item.expression.kind === 'field' && item.alias === undefined) this.scope.define(item.expression.name, reader)
    this.scope.defineExpression(item.expression, item.title, reader)
    return { title: item.title, reader }
  }

  /** Between aggregates: calls of aggregates, keys, and the columns named before. */
  private inside(): Names {
    return {
      context: this.scope.context,
      expression: (expression) => this.scope.expression(expression) ?? (isAggregate(expression) ? this.aggregate(expression) : undefined),
      field: (path) => (this.scope.knows(path) ? this.scope.field(path) : this.keyOf(path)),
    }
  }

  /** A key that was given another name is known by its own inside the list. */
  private keyOf({ name }: FieldPath): Reader {
    const at = this.by.findIndex(({ expression }) => expression.kind === 'field' && expression.name === name)
    return columnOf(this.keyValues[at] ?? [])
  }

  private aggregate(call: Call): Reader {
    const entry = findFunction(call.name)
    if (entry?.kind !== 'aggregate') return missing
    const args = call.args.filter(({ kind }) => kind !== 'star').map((argument) => compile(argument, this.input))
    const make = (): Kernel => kernel(entry, args, this.time)
    const state = { make, kernel: make() }
    this.calls.push(state)
    this.inputs.push(...args)
    return valueReader((group) => state.kernel.end(group))
  }
}

const columnOf = (values: readonly Value[]): Reader => valueReader((group) => values[group] ?? null)

const isAggregate = (expression: Expression): expression is Call =>
  expression.kind === 'call' && findFunction(expression.name)?.kind === 'aggregate'
