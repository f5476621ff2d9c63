import type { Made, MadeKind, MadeOutcome, MadeThing } from '#lib/made.ts'
import type { Account } from '../accounts.ts'
import { alarmShelf } from './alarm-shelf.ts'
import { dashboardShelf } from './dashboard-shelf.ts'
import { filterShelf } from './filter-shelf.ts'
import type { Kept } from './kept.ts'
import { queryShelf } from './query-shelf.ts'
import type { Shelf } from './shelf.ts'
import { tableShelf } from './table-shelf.ts'

/** What somebody made in one account: listed, taken in, and written down whenever it changes. */
export class MadeThings {
  private readonly shelves: readonly Shelf[]
  private readonly kept: Kept | undefined
  private readonly stops: (() => void)[] = []
  /** What is being taken over stands in the database already. */
  private isTakingOver = false
  private revision = 0

  constructor({ id, alarms, clock, dashboards, logs, resources }: Account, kept: Kept | undefined) {
    this.kept = kept
    this.shelves = [
      alarmShelf(id, alarms, clock),
      dashboardShelf(dashboards),
      queryShelf(resources),
      filterShelf(resources, logs),
      tableShelf(resources),
    ]
  }

  /** Puts in what was kept, and from then on keeps what changes here and hears what changes elsewhere. */
  async begin(): Promise<void> {
    const things = (await this.kept?.load()) ?? []
    for (const { kind, id, value } of things) this.takeOver(kind, id, value)
    for (const shelf of this.shelves) for (const changes of shelf.changes) this.stops.push(changes.listen((id) => this.changed(shelf, id)))
    if (this.kept !== undefined) this.stops.push(this.kept.listen((kind, id, value) => this.takeOver(kind, id, value)))
  }

  end(): void {
    for (const stop of this.stops.splice(0)) stop()
  }

  /** What was kept, where nobody has opened the account yet. */
  async listKept(): Promise<Made> {
    const things = (await this.kept?.load()) ?? []
    return { things: things.filter(({ kind, id, value }) => this.shelf(kind)?.isReadable(id, value) === true), revision: 0 }
  }

  list(): Made {
    const things = this.shelves.flatMap((shelf) => shelf.ids().map((id) => ({ kind: shelf.kind, id, value: shelf.write(id) })))
    return { things, revision: this.revision }
  }

  /** Takes things in, those that have a place here; nothing at all where one of them is broken. */
  put(things: readonly MadeThing[]): MadeOutcome {
    const broken = things.find(({ kind, id, value }) => this.shelf(kind)?.isReadable(id, value) !== true)
    if (broken !== undefined) return { broken }
    return { taken: things.filter(({ kind, id, value }) => this.shelf(kind)?.take(id, value) === true).length }
  }

  private shelf(kind: MadeKind): Shelf | undefined {
    return this.shelves.find((shelf) => shelf.kind === kind)
  }

  /** A record that is broken, or of another time, is passed over. */
  private takeOver(kind: MadeKind, id: string, value: unknown): void {
    const shelf = this.shelf(kind)
    this.isTakingOver = true
    try {
      if (value === undefined) shelf?.remove(id)
      else shelf?.take(id, value)
    } finally {
      this.isTakingOver = false
    }
    this.revision++
    this.kept?.show(kind, id)
  }

  private changed({ kind, write }: Shelf, id: string): void {
    if (this.isTakingOver) return
    this.revision++
    this.kept?.write(kind, id, write(id))
  }
}
