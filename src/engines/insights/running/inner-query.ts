import type { Value } from '#languages/insights/function-entry.ts'
import type { Plan } from '../planning/plan.ts'
import { missing, valueReader, type Reader } from '../reader.ts'
import type { QueryStatistics, SteadyRun } from './run.ts'

type Pick = (plan: Plan) => Reader
type Asked = { readonly pick: Pick; readonly values: Value[]; readonly reader: Reader }

/** A query in another one's parentheses. It runs first; what was asked of its rows is kept, whatever becomes of its events. */
export class InnerQuery {
  /** How many rows it has given. */
  size = 0
  isDone = false
  private readonly run: SteadyRun
  private readonly asked = new Map<string, Asked>()
  private readonly waiting: (() => void)[] = []

  constructor(run: SteadyRun) {
    this.run = run
  }

  get titles(): readonly string[] {
    return this.run.plan.columns.map(({ title }) => title)
  }

  /** True when it is done. */
  step(rows: number): boolean {
    if (!this.isDone && this.run.step(rows)) this.finish()
    return this.isDone
  }

  /** One column of its rows, by their places: to be read when it is done. Who asks again by that name gets the same. */
  column(name: string, pick: Pick): Reader {
    const known = this.asked.get(name)
    if (known !== undefined) return known.reader
    if (this.isDone) throw new Error(`cannot ask for the column ${name} of a query that is done: its events may be gone`)
    const values: Value[] = []
    const isRaw = pick(this.run.plan).isRaw === true
    const reader = { ...valueReader((place) => values[place] ?? null), ...(isRaw ? { isRaw } : {}) }
    this.asked.set(name, { pick, values, reader })
    return reader
  }

  /** The column it shows under that title, or would. */
  shown(title: string): Reader {
    const pick: Pick = ({ columns, scope }) => columns.find((column) => column.title === title)?.reader ?? scope.named(title) ?? missing
    return this.column(`column ${title}`, pick)
  }

  /** Does something with its rows as soon as they are there. */
  whenDone(act: () => void): void {
    if (this.isDone) act()
    else this.waiting.push(act)
  }

  statistics(): QueryStatistics {
    return this.run.statistics()
  }

  private finish(): void {
    const rows = this.run.found()
    this.size = rows.length
    for (const { pick, values } of this.asked.values()) {
      const reader = pick(this.run.plan)
      for (let place = 0; place < rows.length; place++) values.push(reader.read(rows[place] ?? 0))
    }
    this.isDone = true
    for (const act of this.waiting.splice(0)) act()
  }
}
