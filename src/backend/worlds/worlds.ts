import type { OpenOptions } from '#apis/watchkeeper/context.ts'
import type { ClockChange, WorldState } from '#lib/opened-world.ts'
import type { Clock, Millis } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { createWorld, LARGEST_SIZE, type World } from '#world/index.ts'
import { accountOfSpec, createAccount, type Account } from '../accounts.ts'
import { Passage } from '../tick.ts'
import type { OpenWorld } from './home-world.ts'
import { WorldClock } from './world-clock.ts'

/** Worlds held at once; the one unused for longest goes, and is made again when somebody asks for it. */
const MOST_WORLDS = 40

type Recipe = { readonly spec: WorldSpec; readonly options: OpenOptions & { readonly after?: Millis } }

/** An account and its time. */
export type TimedAccount = { readonly account: Account; readonly passage: Passage }

type Entry = TimedAccount & {
  readonly world: World
  readonly clock: WorldClock
  status: WorldState['status']
  whole?: Promise<void>
}

/** The world that belongs to an account of its own, made by the first who asks; `furnish` puts in what was kept. */
type Home = { readonly account: string; readonly world: OpenWorld; furnish(account: Account): Promise<void> }

type Options = {
  readonly real: Clock
  readonly yieldTurn: () => Promise<void>
  readonly onBug: (failure: unknown) => void
  readonly home?: Home
}

/** A world is an account: the same spec is the same account, made once. */
export class OpenWorlds {
  /** In order of use. */
  private readonly entries = new Map<string, Entry>()
  private readonly specs = new Map<string, Recipe>()
  private readonly options: Options

  constructor(options: Options) {
    this.options = options
    this.reset()
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
  async account(id: string): Promise<TimedAccount | undefined> {
    const entry = this.use(id) ?? (await this.createAgain(id))
    if (entry !== undefined && this.isHome(id)) await this.whole(entry)
    if (entry?.status === 'ready') await entry.passage.advance(entry.clock.now())
    return entry
  }

  /** A little later while it is being made, so that whoever asks again and again lets it go on. */
  async state(id: string): Promise<WorldState | undefined> {
    const entry = this.use(id) ?? this.begin(id)
    if (entry === undefined) return undefined
    await this.nextPart(entry)
    if (entry.status === 'ready') await entry.passage.advance(entry.clock.now())
    return stateOf(entry)
  }

  /** The home is everybody's: nobody stops its making. */
  cancel(id: string): boolean {
    const entry = this.entries.get(id)
    if (entry?.status !== 'loading' || this.isHome(id)) return false
    entry.status = 'cancelled'
    entry.passage.cancel()
    return true
  }

  async changeClock(id: string, change: ClockChange): Promise<WorldState | undefined> {
    const entry = this.use(id) ?? (await this.createAgain(id))
    if (entry === undefined) return undefined
    if (this.isHome(id)) await this.whole(entry)
    if (change.action === 'jump') entry.clock.jump(change.to)
    else if (change.action === 'play') entry.clock.play()
    else entry.clock.pause()
    await entry.passage.advance(entry.clock.now())
    return stateOf(entry)
  }

  reset(): void {
    for (const entry of this.entries.values()) entry.passage.cancel()
    this.entries.clear()
    this.specs.clear()
    const { home } = this.options
    if (home !== undefined) this.specs.set(home.account, { spec: home.world.spec, options: { after: home.world.after } })
  }

  private isHome(id: string): boolean {
    return this.options.home?.account === id
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
    const after = options.after === undefined ? world.range.end : world.range.start + options.after
    const clock = new WorldClock(world.range, options.at ?? after, this.options.real)
    const account = createAccount(id, clock)
    for (const name of world.groups) account.logs.createGroup(name, world.range.start)
    const passage = new Passage(account, world.happenings(), world.range.start, this.options.yieldTurn, LARGEST_SIZE)
    const entry: Entry = { account, world, clock, passage, status: 'loading' }
    this.specs.set(id, recipe)
    this.entries.set(id, entry)
    this.forgetUnused()
    return entry
  }

  private begin(id: string): Entry | undefined {
    const recipe = this.specs.get(id)
    return recipe && this.create(id, recipe)
  }

  private async createAgain(id: string): Promise<Entry | undefined> {
    const entry = this.begin(id)
    if (entry !== undefined) await this.whole(entry)
    return entry
  }

  private forgetUnused(): void {
    if (this.entries.size <= MOST_WORLDS) return
    const unused = [...this.entries.keys()].find((id) => !this.isHome(id))
    if (unused !== undefined) this.entries.delete(unused)
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
      entry.whole.catch(this.options.onBug)
    }
    return entry.whole
  }

  private async record(entry: Entry): Promise<void> {
    await entry.passage.advance(entry.clock.now())
    if (this.isHome(entry.account.id)) await this.options.home?.furnish(entry.account)
    entry.passage.settle()
    if (entry.passage.isTooLarge) entry.status = 'cancelled'
    if (entry.status === 'loading') entry.status = 'ready'
  }

  private async turns(count: number): Promise<void> {
    for (let turn = 0; turn < count; turn++) await this.options.yieldTurn()
  }
}

function stateOf({ account, world, clock, passage, status }: Entry): WorldState {
  const total: Millis = clock.now() - world.range.start
  return {
    account: account.id,
    groups: world.groups,
    range: world.range,
    now: clock.now(),
    events: passage.events,
    done: status === 'ready' ? total : Math.min(passage.reached - world.range.start, total),
    total,
    status,
    isRunning: clock.isRunning,
    ...(passage.isTooLarge && { problem: `a world holds at most ${LARGEST_SIZE} events: a shorter window or a lower rate has fewer` }),
  }
}
