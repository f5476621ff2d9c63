import type { ClockChange, OpenOptions } from '#apis/watchkeeper/context.ts'
import type { WorldState } from '#lib/opened-world.ts'
import type { Clock, Millis } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { createWorld, type World } from '#world/index.ts'
import { accountOfSpec, createAccount, type Account } from '../accounts.ts'
import { WorldFeed } from '../tick.ts'
import { WorldClock } from './world-clock.ts'

/** Worlds held at once; the one unused for longest goes, and is made again when somebody asks for it. */
const MOST_WORLDS = 24

type Recipe = { readonly spec: WorldSpec; readonly options: OpenOptions }

type Entry = {
  readonly account: Account
  readonly world: World
  readonly clock: WorldClock
  readonly feed: WorldFeed
  status: WorldState['status']
  whole?: Promise<void>
}

/** A world is an account: the same spec is the same account, made once. */
export class OpenWorlds {
  /** In order of use. */
  private readonly entries = new Map<string, Entry>()
  private readonly specs = new Map<string, Recipe>()
  private readonly real: Clock
  private readonly yieldTurn: () => Promise<void>
  private readonly onBug: (failure: unknown) => void

  constructor(real: Clock, yieldTurn: () => Promise<void>, onBug: (failure: unknown) => void) {
    this.real = real
    this.yieldTurn = yieldTurn
    this.onBug = onBug
  }

  /** Answers when the first part is recorded; the rest goes on by itself, `state` tells how far it is. */
  async open(spec: WorldSpec, options: OpenOptions): Promise<WorldState> {
    const id = accountOfSpec(spec)
    const known = this.use(id)
    const entry = known && known.status !== 'cancelled' ? known : this.create(id, { spec, options })
    if (options.isRunning) entry.clock.play()
    await this.nextPart(entry)
    return stateOf(entry)
  }

  /** The account with all that its world did until now. */
  async account(id: string): Promise<Account | undefined> {
    const entry = this.use(id) ?? (await this.createAgain(id))
    if (entry?.status === 'ready') await entry.feed.advance(entry.clock.now())
    return entry?.account
  }

  find(id: string): Account | undefined {
    return this.entries.get(id)?.account
  }

  /** A little later while it is being made, so that whoever asks again and again lets it go on. */
  async state(id: string): Promise<WorldState | undefined> {
    const entry = this.entries.get(id)
    if (entry === undefined) return undefined
    await this.nextPart(entry)
    return stateOf(entry)
  }

  cancel(id: string): boolean {
    const entry = this.entries.get(id)
    if (entry?.status !== 'loading') return false
    entry.status = 'cancelled'
    entry.feed.cancel()
    return true
  }

  async changeClock(id: string, change: ClockChange): Promise<WorldState | undefined> {
    const entry = this.entries.get(id)
    if (entry === undefined) return undefined
    if (change.action === 'jump') entry.clock.jump(change.to)
    else if (change.action === 'play') entry.clock.play()
    else entry.clock.pause()
    await entry.feed.advance(entry.clock.now())
    return stateOf(entry)
  }

  reset(): void {
    for (const entry of this.entries.values()) entry.feed.cancel()
    this.entries.clear()
    this.specs.clear()
  }

  private use(id: string): Entry | undefined {
    const entry = this.entries.get(id)
    if (entry === undefined) return undefined
    this.entries.delete(id)
    this.entries.set(id, entry)
    return entry
  }

  private create(id: string, recipe: Recipe): Entry {
    const { spec, options } = recipe
    const world = createWorld(spec)
    const clock = new WorldClock(world.range, options.at ?? world.range.end, this.real)
    const account = createAccount(id, clock)
    for (const name of world.groups) account.logs.createGroup(name, world.range.start)
    const feed = new WorldFeed(world.records(), world.range.start, account.logs, this.yieldTurn)
    const entry: Entry = { account, world, clock, feed, status: 'loading' }
    this.specs.set(id, recipe)
    this.entries.set(id, entry)
    this.forgetUnused()
    return entry
  }

  private async createAgain(id: string): Promise<Entry | undefined> {
    const recipe = this.specs.get(id)
    if (recipe === undefined) return undefined
    const entry = this.create(id, recipe)
    await this.whole(entry)
    return entry
  }

  private forgetUnused(): void {
    const unused = this.entries.keys().next().value
    if (this.entries.size > MOST_WORLDS && unused !== undefined) this.entries.delete(unused)
  }

  /** A small world is whole at once; a large one answers after a few turns. */
  private async nextPart(entry: Entry): Promise<void> {
    if (entry.status !== 'loading') return
    await Promise.race([this.whole(entry), this.turns(5)])
  }

  /** The making of it, begun once. */
  private whole(entry: Entry): Promise<void> {
    if (entry.whole === undefined) {
      entry.whole = this.record(entry)
      entry.whole.catch(this.onBug)
    }
    return entry.whole
  }

  private async record(entry: Entry): Promise<void> {
    await entry.feed.advance(entry.clock.now())
    if (entry.status === 'loading') entry.status = 'ready'
  }

  private async turns(count: number): Promise<void> {
    for (let turn = 0; turn < count; turn++) await this.yieldTurn()
  }
}

function stateOf({ account, world, clock, feed, status }: Entry): WorldState {
  const total: Millis = clock.now() - world.range.start
  return {
    account: account.id,
    groups: world.groups,
    range: world.range,
    now: clock.now(),
    events: feed.events,
    done: status === 'ready' ? total : Math.min(feed.reached - world.range.start, total),
    total,
    status,
    isRunning: clock.isRunning,
  }
}
