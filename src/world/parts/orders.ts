import { substream, type Random } from '#lib/random.ts'
import { happens, hex, logNormalFactor, uuid, weighted } from '../chance/draws.ts'
import { branches } from '../company/branches.ts'
import { priceTotalError } from '../company/errors.ts'
import { discountCodes, menu } from '../company/menu.ts'
import { functions } from '../company/services.ts'
import type { Order } from '../episode/emission.ts'
import { faultAt, isSilent } from '../episode/setting.ts'
import type { Stage } from '../episode/stage.ts'
import { beginCall, endCall, type Call } from './lambda.ts'
import { requestRate, untilNext } from './traffic.ts'

/** orders-api: a customer orders, the payments provider is asked, the order goes to the queue. */
export type OrdersTask = { readonly part: 'orders'; readonly kind: 'arrive'; readonly request: number }

const ownMs = 35
const paymentMs = 120
/** The code complains when the provider has not answered by then. */
const patienceMs = 3000
const declinedShare = 150
const discountShare = 1800
const customs = branches.map(({ custom }) => custom)
/** One item, two, three, four. */
const itemShares = [55, 28, 12, 5]

export function handleOrders(task: OrdersTask, stage: Stage): void {
  const { setting, now } = stage
  const gap = untilNext(substream(setting.seed, 'arrive', task.request), requestRate(setting, now))
  stage.schedule(now + gap, { part: 'orders', kind: 'arrive', request: task.request + 1 })
  if (task.request > 0 && !isSilent('orders-api', setting, now)) takeOrder(stage, substream(setting.seed, 'request', task.request))
}

function takeOrder(stage: Stage, random: Random): void {
  const { setting, now } = stage
  const deploy = faultAt(setting, 'bad-deploy', now)
  const order = drawOrder(random, deploy?.strength ?? discountShare / 100)
  const load = logNormalFactor(random)
  const isDeclined = happens(random, declinedShare)
  const call = beginCall(stage, 'orders-api', random, {
    version: deploy === undefined ? functions['orders-api'].version : '42',
    concurrency: concurrencyAt(stage),
  })
  if (call === undefined) return
  const own = Math.max(1, Math.round((ownMs * load) / 1000))
  if (deploy !== undefined && order.discount !== undefined) fail(stage, call, order, Math.max(1, own >> 1))
  else pay(stage, call, order, { own, load, isDeclined })
}

const concurrencyAt = ({ setting, now }: Stage): number => {
  const throttling = faultAt(setting, 'throttling', now)
  return throttling === undefined ? functions['orders-api'].concurrency : Number(throttling.options['concurrency'] ?? 6)
}

function drawOrder(random: Random, discounted: number): Order {
  const branch = branches[weighted(random, customs)]
  const items = 1 + weighted(random, itemShares)
  let pence = 0
  for (let item = 0; item < items; item++) pence += random.pick(menu).pence
  const code = random.pick(discountCodes)
  const isDiscounted = happens(random, Math.round(discounted * 100))
  return { id: `o-${hex(random, 8)}`, branch: branch?.name ?? 'leeds', items, pence, discount: isDiscounted ? code : undefined }
}

/** The bug of v42: it never gets as far as the payment, which is why the median duration falls. */
function fail(stage: Stage, call: Call, order: Order, ms: number): void {
  const at = call.startedAt + ms
  stage.emit(at, { kind: 'lambda.log', invocation: call.invocation, level: 'ERROR', entry: { what: 'order failed', order } })
  stage.emit(at, { kind: 'lambda.raise', invocation: call.invocation, error: priceTotalError })
  endCall(stage, call, ms, { status: 'error', errorType: priceTotalError.type, httpStatus: 502 })
}

function pay(
  stage: Stage,
  call: Call,
  order: Order,
  draw: { readonly own: number; readonly load: number; readonly isDeclined: boolean },
): void {
  const { invocation, startedAt, random } = call
  const median = faultAt(stage.setting, 'slow-dependency', startedAt)?.strength ?? paymentMs
  const payment = Math.max(1, Math.round((median * draw.load) / 1000))
  const total = draw.own + payment
  const messageId = uuid(random)
  const { timeoutMs } = functions['orders-api']
  if (payment > patienceMs) {
    const entry = { what: 'payment slow', order, waitedMs: patienceMs } as const
    stage.emit(startedAt + draw.own + patienceMs, { kind: 'lambda.log', invocation, level: 'WARNING', entry })
  }
  if (total >= timeoutMs) {
    stage.emit(startedAt + timeoutMs, { kind: 'lambda.kill', invocation, cause: 'timeout', afterMs: timeoutMs })
    return endCall(stage, call, timeoutMs, { status: 'timeout', httpStatus: 504 })
  }
  const at = startedAt + total
  if (draw.isDeclined) {
    const entry = { what: 'payment declined', order, paymentMs: payment } as const
    stage.emit(at, { kind: 'lambda.log', invocation, level: 'WARNING', entry })
  } else {
    const entry = { what: 'order accepted', order, messageId, paymentMs: payment } as const
    stage.emit(at, { kind: 'lambda.log', invocation, level: 'INFO', entry })
    stage.schedule(at, {
      part: 'queue',
      kind: 'send',
      message: { id: messageId, order: order.id, branch: order.branch, items: order.items },
    })
  }
  endCall(stage, call, total, { status: 'success', httpStatus: draw.isDeclined ? 402 : 201 })
}
