import type { GrafanaContext } from '#apis/grafana/context.ts'
import type { WatchkeeperContext } from '#apis/watchkeeper/context.ts'
import { fetchWatchkeeper } from '#apis/watchkeeper/fetch.ts'
import { createImports } from '#apis/watchkeeper/own-log/import-sessions.ts'
import { invariant } from '#lib/invariant.ts'
import type { Made, MadeOutcome, MadeThing } from '#lib/made.ts'
import { ApiError } from '#lib/operation/api-error.ts'
import { hash } from '#lib/random.ts'
import { loadRe2For } from '#lib/regex/index.ts'
import type { Clock, Millis } from '#lib/time.ts'
import { checkSpec } from '#world/index.ts'
import { accountNumber, createAccount, DEFAULT_ACCOUNT, isEmpty, type Account } from './accounts.ts'
import type { Kept } from './kept/kept.ts'
import { MadeThings } from './kept/made-things.ts'
import { endlessGroups, endlessHappenings, type EndlessWorld, type OpenWorld } from './worlds/home-world.ts'
import { createIds } from './wire/ids.ts'
import { answerCall, refuseCall } from './wire/answer-call.ts'
import type { CallContext } from './wire/call-context.ts'
import { readBody, type UnreadBody } from './wire/request-body.ts'
import { awsCallOf, scopeOf, type AwsCall, type Scope } from './wire/router.ts'
import { Passage } from './tick.ts'
import { yieldTurn as nextTurn } from './turn.ts'
import { OpenWorlds, type TimedAccount } from './worlds/worlds.ts'

/** The whole cloud as one function. */
export type Backend = { fetch(request: Request): Promise<Response> }

export type BackendOptions = {
  /** The time of every account that has no world of its own. */
  readonly clock: Clock
  /** The machine's time, for `Date` and for clocks that run; the same as `clock` when left out. */
  readonly real?: Clock
  /** Where the page lives, a path that ends in a slash; AWS answers at it and at `aws/` below it. */
  readonly base?: string
  /** Names the request ids. */
  readonly seed?: number
  /** What the default account holds, going on without an end; nothing when left out. */
  readonly home?: EndlessWorld
  /** In its place, a world of one episode that is made when somebody asks for it. */
  readonly openWorld?: OpenWorld
  readonly homeAccount?: string
  /** Where what is made in the default account outlives the cloud; nowhere when left out. */
  readonly kept?: Kept
  readonly yieldTurn?: () => Promise<void>
  /** Waits by the machine's clock, for answers that go on; a turn at a time when left out. */
  readonly pause?: (duration: Millis, stop: AbortSignal) => Promise<void>
  /** What failed with nobody left to answer to. */
  readonly onBug?: (failure: unknown) => void
}

/** Whoever asks under ever new numbers leaves no more accounts behind than this, beside those that hold something. */
const MOST_EMPTY_ACCOUNTS = 100

/** Makes a cloud of its own: two of them share nothing. */
export function createBackend(options: BackendOptions): Backend {
  const cloud = new Cloud(options)
  return { fetch: (request) => cloud.fetch(request) }
}

class Cloud {
  private readonly clock: Clock
  private readonly real: Clock
  private readonly base: string
  private readonly newId: () => string
  private readonly yieldTurn: () => Promise<void>
  private readonly pause: (duration: Millis, stop: AbortSignal) => Promise<void>
  private readonly onBug: (failure: unknown) => void
  private readonly home: EndlessWorld | undefined
  private readonly homeAccount: string
  private readonly kept: Kept | undefined
  private made: MadeThings | undefined
  /** Those without a world of their own. */
  private readonly accounts = new Map<string, TimedAccount>()
  private readonly worlds: OpenWorlds

  constructor(options: BackendOptions) {
    this.clock = options.clock
    this.real = options.real ?? options.clock
    this.base = options.base ?? '/'
    this.newId = createIds(options.seed ?? hash('watchkeeper'))
    this.yieldTurn = options.yieldTurn ?? nextTurn
    this.pause = options.pause ?? (() => this.yieldTurn())
    this.onBug = options.onBug ?? (() => undefined)
    this.home = options.home
    this.homeAccount = options.homeAccount ?? DEFAULT_ACCOUNT
    this.kept = options.kept
    this.worlds = new OpenWorlds({
      real: this.real,
      yieldTurn: this.yieldTurn,
      onBug: this.onBug,
      home: options.openWorld && { account: this.homeAccount, world: options.openWorld, furnish: (account) => this.furnish(account) },
    })
  }

  async fetch(request: Request): Promise<Response> {
    const requestId = this.newId()
    const response = await this.answer(request, requestId)
    response.headers.set('x-amzn-RequestId', requestId)
    response.headers.set('date', new Date(this.real.now()).toUTCString())
    return response
  }

  private async answer(request: Request, requestId: string): Promise<Response> {
    const url = new URL(request.url)
    const path = url.pathname.startsWith(this.base) ? url.pathname.slice(this.base.length) : url.pathname
    if (path.startsWith('_watchkeeper/')) return fetchWatchkeeper(request, path.slice('_watchkeeper/'.length), this.ownContext)
    if (path.startsWith('grafana/')) return this.answerGrafana(request, path.slice('grafana/'.length))
    return this.answerAws(request, url, requestId)
  }

  private async answerAws(request: Request, url: URL, requestId: string): Promise<Response> {
    const scope = scopeOf(request, url)
    const read = await readBody(request)
    const body = 'bytes' in read ? read.bytes : new Uint8Array()
    const call = awsCallOf(request, url, body, scope)
    if (call === undefined) return new Response('there is nothing here; AWS clients post to / or /aws/', { status: 404 })
    const received = { body, contentType: request.headers.get('content-type'), url }
    const problem = 'bytes' in read ? targetProblem(call, request) : unreadBody(read)
    if (problem !== undefined) return refuseCall(call, received, requestId, problem)
    return this.inAccount(scope, (context) => answerCall(call, received, requestId, context))
  }

  private async answerGrafana(request: Request, path: string): Promise<Response> {
    const { fetchGrafana } = await import('#apis/grafana/fetch.ts')
    return fetchGrafana(request, path, { account: (id) => this.grafana(id) })
  }

  private async grafana(id: string | undefined): Promise<GrafanaContext> {
    const { companyDashboards } = await import('#apis/grafana/provisioned.ts')
    const accountId = id ?? this.homeAccount
    const { account } = await this.account(accountId)
    const provisioned = accountId === this.homeAccount ? companyDashboards : []
    return { dashboards: account.dashboards, clock: account.clock, newId: this.newId, provisioned }
  }

  /** What the call changed in an account whose clock stands takes effect at once. */
  private async inAccount(scope: Scope, call: (context: () => Promise<CallContext>) => Promise<Response>): Promise<Response> {
    let timed: TimedAccount | undefined
    const response = await call(async () => {
      const accountId = scope.account ?? this.homeAccount
      const opened = await this.account(accountId)
      timed = opened
      return {
        ...opened.account,
        accountId,
        region: scope.region,
        newId: this.newId,
        yieldTurn: this.yieldTurn,
        pause: this.pause,
        passTime: async () => (await this.account(accountId)).account === opened.account,
        onBug: this.onBug,
      }
    })
    await timed?.passage.settle()
    return response
  }

  /** With all that happened in it until now. */
  private async account(id: string): Promise<TimedAccount> {
    const ofWorld = await this.worlds.account(id)
    if (ofWorld !== undefined) return ofWorld
    const timed = this.accounts.get(id) ?? this.createAccount(id)
    this.accounts.delete(id)
    this.accounts.set(id, timed)
    await timed.passage.advance(this.clock.now())
    return timed
  }

  /** Puts what was kept into the account it belongs to. */
  private async furnish(account: Account): Promise<void> {
    this.made?.end()
    this.made = new MadeThings(account, this.kept)
    await this.made.begin()
    await loadForFilters(account)
  }

  private async homeMade(): Promise<MadeThings> {
    const { account } = await this.account(this.homeAccount)
    if (this.made === undefined) await this.furnish(account)
    invariant(this.made, 'cannot list what was made: its account is not furnished')
    return this.made
  }

  /** The world need not be made for it. */
  private async listMade(): Promise<Made> {
    if (this.made !== undefined || this.kept === undefined) return (await this.homeMade()).list()
    return new MadeThings(createAccount(this.homeAccount, this.clock), this.kept).listKept()
  }

  private async putMade(things: readonly MadeThing[]): Promise<MadeOutcome> {
    const outcome = (await this.homeMade()).put(things)
    const { account, passage } = await this.account(this.homeAccount)
    await loadForFilters(account)
    await passage.settle()
    return outcome
  }

  private createAccount(id: string): TimedAccount {
    const account = createAccount(id, this.clock)
    const home = id === this.homeAccount ? this.home : undefined
    for (const name of home ? endlessGroups(home) : []) account.logs.createGroup(name, home?.start ?? 0)
    const passage = home
      ? new Passage(account, endlessHappenings(home), home.start, this.yieldTurn)
      : new Passage(account, [], this.clock.now(), this.yieldTurn)
    const timed = { account, passage }
    if (this.accounts.size >= MOST_EMPTY_ACCOUNTS) this.forgetEmpty()
    this.accounts.set(id, timed)
    return timed
  }

  /** An account in which there is nothing is made again as it was; those used last may be in use. */
  private forgetEmpty(): void {
    const old = [...this.accounts].slice(0, -MOST_EMPTY_ACCOUNTS / 2)
    for (const [id, { account }] of old) if (id !== this.homeAccount && isEmpty(account)) this.accounts.delete(id)
  }

  private reset(): void {
    this.worlds.reset()
    this.imports.reset()
    for (const { passage } of this.accounts.values()) passage.cancel()
    this.accounts.clear()
    this.made?.end()
    this.made = undefined
  }

  private get ownContext(): WatchkeeperContext {
    return {
      worlds: {
        problems: checkSpec,
        open: (spec, options) => this.worlds.open(spec, options),
        state: (account) => this.worlds.state(account),
        cancel: (account) => this.worlds.cancel(account),
        changeClock: (account, change) => this.worlds.changeClock(account, change),
      },
      imports: this.imports,
      account: async (id) => (await this.account(id)).account,
      accountOfImport: (name, size) => accountNumber('import', { name, size }),
      yieldTurn: this.yieldTurn,
      made: { list: () => this.listMade(), put: (things) => this.putMade(things) },
      reset: () => this.reset(),
    }
  }

  private readonly imports = createImports({ newId: () => this.newId(), account: async (id) => (await this.account(id)).account })
}

/** Filters that came from elsewhere than a call may hold regular expressions, and meet events before the next call. */
async function loadForFilters({ resources }: Account): Promise<void> {
  for (const { filterPattern } of resources.metricFilters()) await loadRe2For(filterPattern)
}

function unreadBody({ status, problem }: UnreadBody): ApiError {
  return new ApiError(status === 413 ? 'RequestEntityTooLargeException' : 'SerializationException', problem, status)
}

/** Two protocols in one request are none. */
const targetProblem = ({ protocol }: AwsCall, request: Request): ApiError | undefined =>
  protocol === 'cbor' && request.headers.has('x-amz-target') ? new ApiError('SerializationException', '') : undefined
