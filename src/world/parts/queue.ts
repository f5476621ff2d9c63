import { substream } from '#lib/random.ts'
import { MINUTE, SECOND, type Millis } from '#lib/time.ts'
import { happens } from '../chance/draws.ts'
import { unreadableMessage } from '../company/errors.ts'
import { faultAt } from '../episode/setting.ts'
import type { Stage } from '../episode/stage.ts'
import { beginCall, endCall, type Call } from './lambda.ts'

/** The orders queue and fulfil, which works it off in batches; a batch fails as a whole. */
export type QueueTask =
  | {
      readonly part: 'queue'
      readonly kind: 'send'
      readonly message: { readonly id: string; readonly order: string; readonly branch: string; readonly items: number }
    }
  | { readonly part: 'queue'; readonly kind: 'poll' | 'begin' | 'measure' }
  | { readonly part: 'queue'; readonly kind: 'return' | 'delete'; readonly messages: readonly Message[] }

type Message = {
  readonly id: string
  readonly order: string
  readonly branch: string
  readonly receives: number
  readonly isPoison: boolean
}

/** `sent` = `deleted` + the visible + the in flight + `buried`. */
export type QueueState = {
  visible: Message[]
  inFlight: number
  sent: number
  deleted: number
  buried: number
  /** When each message that may still be received was sent, in that order; one in its last receive is out. */
  readonly ages: Map<string, Millis>
  /** When the first message was buried: the DLQ is active from then on. */
  buriedSince: Millis | undefined
}

export const emptyQueue = (): QueueState => ({
  visible: [],
  inFlight: 0,
  sent: 0,
  deleted: 0,
  buried: 0,
  ages: new Map(),
  buriedSince: undefined,
})

const batchSize = 10
const batchesAPoll = 5
const maxReceives = 5
const visibilityMs = MINUTE
const batchMs = 150
const messageMs = 40

export function handleQueue(task: QueueTask, stage: Stage): void {
  const { state, now, setting } = stage
  switch (task.kind) {
    case 'send': {
      const { id, order, branch } = task.message
      const share = faultAt(setting, 'poison-message', now)?.strength ?? 0
      const isPoison = share > 0 && happens(substream(setting.seed, 'poison', id), Math.round(share * 100))
      state.queue.visible.push({ id, order, branch, receives: 0, isPoison })
      state.queue.sent++
      state.queue.ages.set(id, now)
      return stage.emit(now, { kind: 'queue.send', queue: 'orders', messageId: id, bytes: headBytes + task.message.items * itemBytes })
    }
    case 'poll':
      if (state.queue.visible.length === 0) stage.emit(now, { kind: 'queue.receive', queue: 'orders', messages: 0, emptyReceives: 1 })
      for (let batch = 0; batch < batchesAPoll && state.queue.visible.length > 0; batch++) receive(stage)
      return stage.schedule(now + SECOND, task)
    case 'begin':
      return stage.schedule(endOfMinute(now), { part: 'queue', kind: 'measure' })
    case 'measure':
      measure(stage)
      return stage.schedule(endOfMinute(now + 1), task)
    case 'return':
      return task.messages.forEach((message) => putBack(stage, message))
    case 'delete':
      state.queue.inFlight -= task.messages.length
      state.queue.deleted += task.messages.length
      for (const { id } of task.messages) state.queue.ages.delete(id)
      return stage.emit(now, { kind: 'queue.delete', queue: 'orders', messageIds: task.messages.map(({ id }) => id) })
  }
}

/** The last millisecond of the minute: a level is of the minute that it closes. */
export const endOfMinute = (at: Millis): Millis => at - (at % MINUTE) + MINUTE - 1

/** An order as JSON: its head, and each of its items. */
const headBytes = 212
const itemBytes = 58

function measure({ state, now, emit }: Stage): void {
  const { visible, inFlight, ages, buried, buriedSince } = state.queue
  emit(now, { kind: 'queue.level', queue: 'orders', visible: visible.length, inFlight, oldest: ageOf(ages.values().next().value, now) })
  if (buriedSince === undefined) return
  emit(now, { kind: 'queue.level', queue: 'orders-dlq', visible: buried, inFlight: 0, oldest: ageOf(buriedSince, now) })
}

export const ageOf = (sentAt: Millis | undefined, now: Millis): number | undefined =>
  sentAt === undefined ? undefined : Math.round((now - sentAt) / SECOND)

function putBack({ state, now, emit }: Stage, message: Message): void {
  state.queue.inFlight--
  if (message.receives < maxReceives) {
    state.queue.visible.push(message)
  } else {
    state.queue.buried++
    state.queue.buriedSince ??= now
    emit(now, { kind: 'queue.bury', messageId: message.id })
  }
}

/** Member by member: spreading an object costs ten times as much, and this is done for every order. */
const receiveOnce = ({ id, order, branch, receives, isPoison }: Message): Message => ({
  id,
  order,
  branch,
  receives: receives + 1,
  isPoison,
})

/** One batch into one call of fulfil: what stands before a poison message is done, and will be done again. */
function receive(stage: Stage): void {
  const { state, setting } = stage
  const first = state.queue.visible[0]
  if (first === undefined) return
  const call = beginCall(stage, 'fulfil', substream(setting.seed, 'fulfil', first.id, first.receives))
  if (call === undefined) return
  const batch = state.queue.visible.splice(0, batchSize).map(receiveOnce)
  state.queue.inFlight += batch.length
  for (const { id, receives } of batch) if (receives === maxReceives) state.queue.ages.delete(id)
  stage.emit(stage.now, { kind: 'queue.receive', queue: 'orders', messages: batch.length, emptyReceives: 0 })
  const poisonAt = batch.findIndex(({ isPoison }) => isPoison)
  const setUpMs = batchMs - 20 + call.random.below(41)
  const doneMs = fulfil(stage, call, poisonAt < 0 ? batch : batch.slice(0, poisonAt), setUpMs)
  const poison = batch[poisonAt]
  if (poison !== undefined) return giveUp(stage, call, { batch, poison, ms: doneMs + messageMs })
  stage.schedule(call.startedAt + doneMs, { part: 'queue', kind: 'delete', messages: batch })
  endCall(stage, call, doneMs)
}

/** One message after the other; gives the milliseconds into the call at which the last is done. */
function fulfil(stage: Stage, { invocation, startedAt }: Call, messages: readonly Message[], setUpMs: number): number {
  for (const [index, { id, order, branch }] of messages.entries()) {
    const entry = { what: 'order fulfilled', order, branch, messageId: id } as const
    stage.emit(startedAt + setUpMs + (index + 1) * messageMs, { kind: 'lambda.log', invocation, level: 'INFO', entry })
  }
  return setUpMs + messages.length * messageMs
}

type Failure = { readonly batch: readonly Message[]; readonly poison: Message; readonly ms: number }

/** The call raises, so nothing of the batch is deleted: it is visible again a minute after it was received, or in the DLQ if this was its last time. */
function giveUp(stage: Stage, call: Call, { batch, poison, ms }: Failure): void {
  const { invocation, startedAt } = call
  const at = startedAt + ms
  const error = unreadableMessage(40 + (Number.parseInt(poison.id.slice(0, 2), 16) % 60))
  const entry = { what: 'message unreadable', messageId: poison.id, receives: poison.receives, error: error.type } as const
  stage.emit(at, { kind: 'lambda.log', invocation, level: 'ERROR', entry })
  stage.emit(at, { kind: 'lambda.raise', invocation, error })
  const isSpent = ({ receives }: Message): boolean => receives === maxReceives
  const back = batch.filter((message) => !isSpent(message))
  if (back.length < batch.length) stage.schedule(at, { part: 'queue', kind: 'return', messages: batch.filter(isSpent) })
  stage.schedule(Math.max(stage.now + visibilityMs, at), { part: 'queue', kind: 'return', messages: back })
  endCall(stage, call, ms, { status: 'error', errorType: error.type })
}
