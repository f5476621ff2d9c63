import type { WatchkeeperContext } from '#apis/watchkeeper/context.ts'
import { fetchWatchkeeper } from '#apis/watchkeeper/fetch.ts'
import { createImports } from '#apis/watchkeeper/import-sessions.ts'
import { ApiError } from '#lib/operation/api-error.ts'
import { hash } from '#lib/random.ts'
import type { Clock } from '#lib/time.ts'
import { checkSpec } from '#world/index.ts'
import { accountNumber, createAccount, DEFAULT_ACCOUNT, type Account } from './accounts.ts'
import { homeGroups, homeRecords, type HomeWorld } from './worlds/home-world.ts'
import { createIds } from './wire/ids.ts'
import { answerCall, refuseCall } from './wire/answer-call.ts'
import type { CallContext } from './wire/call-context.ts'
import { readBody, type UnreadBody } from './wire/request-body.ts'
import { awsCallOf, scopeOf, type AwsCall, type Scope } from './wire/router.ts'
import { WorldFeed } from './tick.ts'
import { yieldTurn as nextTurn } from './turn.ts'
import { OpenWorlds } from './worlds/worlds.ts'

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
  /** What the default account holds; nothing when left out. */
  readonly home?: HomeWorld
  readonly homeAccount?: string
  readonly yieldTurn?: () => Promise<void>
  /** What failed with nobody left to answer to. */
  readonly onBug?: (failure: unknown) => void
}

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
  private readonly onBug: (failure: unknown) => void
  private readonly home: HomeWorld | undefined
  private readonly homeAccount: string
  private readonly accounts = new Map<string, Account>()
  private readonly worlds: OpenWorlds
  private homeFeed: WorldFeed | undefined

  constructor(options: BackendOptions) {
    this.clock = options.clock
    this.real = options.real ?? options.clock
    this.base = options.base ?? '/'
    this.newId = createIds(options.seed ?? hash('watchkeeper'))
    this.yieldTurn = options.yieldTurn ?? nextTurn
    this.onBug = options.onBug ?? (() => undefined)
    this.home = options.home
    this.homeAccount = options.homeAccount ?? DEFAULT_ACCOUNT
    this.worlds = new OpenWorlds(this.real, this.yieldTurn, this.onBug)
    this.reset()
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
    return answerCall(call, received, requestId, () => this.callContext(scope))
  }

  private async callContext(scope: Scope): Promise<CallContext> {
    const accountId = scope.account ?? this.homeAccount
    const account = await this.account(accountId)
    return { ...account, accountId, region: scope.region, newId: this.newId, yieldTurn: this.yieldTurn, onBug: this.onBug }
  }

  private async account(id: string): Promise<Account> {
    if (id === this.homeAccount) await this.homeFeed?.advance(this.clock.now())
    return (await this.worlds.account(id)) ?? this.plainAccount(id)
  }

  private plainAccount(id: string): Account {
    const account = this.worlds.find(id) ?? this.accounts.get(id) ?? createAccount(id, this.clock)
    if (!this.worlds.find(id)) this.accounts.set(id, account)
    return account
  }

  private reset(): void {
    this.worlds.reset()
    this.accounts.clear()
    this.homeFeed?.cancel()
    this.homeFeed = undefined
    if (this.home === undefined) return
    const { logs } = this.plainAccount(this.homeAccount)
    for (const name of homeGroups(this.home)) logs.createGroup(name, this.home.start)
    this.homeFeed = new WorldFeed(homeRecords(this.home), this.home.start, logs, this.yieldTurn)
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
      account: (id) => this.plainAccount(id),
      accountOfImport: (name, size) => accountNumber('import', { name, size }),
      reset: () => this.reset(),
    }
  }

  private readonly imports = createImports({ newId: () => this.newId(), account: (id) => this.plainAccount(id) })
}

function unreadBody({ status, problem }: UnreadBody): ApiError {
  return new ApiError(status === 413 ? 'RequestEntityTooLargeException' : 'SerializationException', problem, status)
}

/** Two protocols in one request are none. */
const targetProblem = ({ protocol }: AwsCall, request: Request): ApiError | undefined =>
  protocol === 'cbor' && request.headers.has('x-amz-target') ? new ApiError('SerializationException', '') : undefined
