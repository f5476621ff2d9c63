import { substream, type Random } from '#lib/random.ts'
import type { Millis } from '#lib/time.ts'
import { happens, hex, logNormal, weighted } from '../chance/draws.ts'
import { basketGone, templateError } from '../company/errors.ts'
import { menu, missingPages, pages } from '../company/menu.ts'
import { customers, staff, testCards } from '../company/people.ts'
import type { Level } from '../episode/emission.ts'
import { numberParameter } from '../episode/setting.ts'
import type { Stage } from '../episode/stage.ts'
import { seeConversation } from './flows.ts'
import { requestRate, untilNext } from './traffic.ts'

/** www on web-1: every request leaves a line in the access log and at least one in the application's. */
export type WebTask = { readonly part: 'web'; readonly kind: 'arrive'; readonly request: number }

/** www sees a quarter of what the API sees. */
const shareOfOrders = 4
const failingShare = 200
const pageWeights = pages.map(({ weight }) => weight)

/** One request being answered. */
type Visit = { readonly client: string; readonly request: string; readonly at: Millis; readonly ms: number; readonly random: Random }

export function handleWeb(task: WebTask, stage: Stage): void {
  const { setting, now } = stage
  const gap = untilNext(substream(setting.seed, 'visit', task.request), requestRate(setting, now) / shareOfOrders)
  stage.schedule(now + gap, { part: 'web', kind: 'arrive', request: task.request + 1 })
  if (task.request === 0) return
  const random = substream(setting.seed, 'web', task.request)
  const visit: Visit = { client: clientAddress(random.below(600)), request: hex(random, 8), ms: logNormal(random, 18), at: now, random }
  const kinds = [showPage, pay, missPage, logIn]
  kinds[weighted(random, [80, 12, 4, 4])]?.(stage, visit)
}

/** Networks kept for documentation: nobody lives there. */
const clientAddress = (client: number): string => `${['192.0.2', '198.51.100', '203.0.113'][client % 3]}.${1 + Math.floor(client / 3)}`

function showPage(stage: Stage, visit: Visit): void {
  const page = pages[weighted(visit.random, pageWeights)]
  if (page === undefined) return
  if (page.path === '/branches' && happens(visit.random, failingShare * 4)) {
    log(stage, visit, 'ERROR', 'shop.branches', `GET ${page.path} failed`, templateError)
    return answer(stage, visit, { method: 'GET', path: page.path, status: 500, bytes: 291 })
  }
  const isCached = happens(visit.random, 1800)
  const status = isCached ? 304 : 200
  log(stage, visit, page.path === '/health' ? 'DEBUG' : 'INFO', 'shop.app', `GET ${page.path} ${status} in ${visit.ms} ms`)
  answer(stage, visit, { method: 'GET', path: page.path, status, bytes: isCached ? 0 : page.bytes })
}

/** The payment handler logs what it must not, for one payment in six: `leak` says how many in a hundred. */
function pay(stage: Stage, visit: Visit): void {
  const { random } = visit
  const order = `W-${10_000 + random.below(90_000)}`
  const customer = random.pick(customers)
  const card = random.pick(testCards)
  const token = `tok_live_${hex(random, 16)}`
  const pence = random.pick(menu).pence + random.pick(menu).pence
  const isLeaking = happens(random, numberParameter(stage.setting, 'leak') * 100)
  const path = `/checkout/${order}/pay`
  if (isLeaking) log(stage, visit, 'INFO', 'shop.payments', `charging card ${card} of ${customer} with token ${token} for order ${order}`)
  if (happens(random, failingShare)) {
    log(stage, visit, 'ERROR', 'shop.checkout', `order ${order} not paid`, basketGone)
    return answer(stage, visit, { method: 'POST', path, status: 500, bytes: 291 })
  }
  if (happens(random, 300)) {
    log(stage, visit, 'WARNING', 'shop.payments', `order ${order} declined by the card's bank`)
    return answer(stage, visit, { method: 'POST', path, status: 402, bytes: 512 })
  }
  log(stage, visit, 'INFO', 'shop.checkout', `order ${order} paid, ${pounds(pence)} GBP, in ${visit.ms} ms`)
  answer(stage, visit, { method: 'POST', path, status: 201, bytes: 688 })
}

function missPage(stage: Stage, visit: Visit): void {
  const path = visit.random.pick(missingPages)
  log(stage, visit, 'WARNING', 'shop.app', `GET ${path} 404: no such page`)
  answer(stage, visit, { method: 'GET', path, status: 404, bytes: 209 })
}

function logIn(stage: Stage, visit: Visit): void {
  const user = visit.random.pick(staff)
  const isWelcome = !happens(visit.random, 1500)
  log(
    stage,
    visit,
    isWelcome ? 'INFO' : 'WARNING',
    'shop.login',
    isWelcome ? `user ${user} logged in` : `user ${user} gave a wrong password`,
  )
  answer(stage, visit, { method: 'POST', path: '/staff/login', status: isWelcome ? 302 : 401, bytes: 0, user })
}

function log({ emit }: Stage, visit: Visit, level: Level, logger: string, text: string, error?: typeof basketGone): void {
  const base = { kind: 'web.log', level, logger, request: visit.request, text } as const
  emit(visit.at + visit.ms, error === undefined ? base : { ...base, error })
}

type Answer = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly status: number
  readonly bytes: number
  readonly user?: string
}

function answer(stage: Stage, { client, at, ms }: Visit, { user, ...rest }: Answer): void {
  stage.emit(at + ms, { kind: 'web.request', client, user, ...rest })
  seeConversation(stage.state.flows, client, rest.bytes)
  stage.state.host.requests++
}

const pounds = (pence: number): string => `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`
