import { substream } from '#lib/random.ts'
import { MINUTE, SECOND, type Millis } from '#lib/time.ts'
import { happens } from '../chance/draws.ts'
import { unreadableMessage } from '../company/errors.ts'
import { faultAt } from '../episode/setting.ts'
import type { Stage } from '../episode/stage.ts'
import { beginCall, endCall } from './lambda.ts'

/** The orders queue and fulfil, which works it off in batches; a batch fails as a whole. */
export type QueueTask =
  | {
      readonly part: 'queue'
      readonly kind: 'send'
      readonly message: { readonly id: string; readonly order: string; readonly branch: string }
    }
  | { readonly part: 'queue'; readonly kind: 'poll' }
  | { readonly part: 'queue'; readonly kind: 'return' | 'delete'; readonly messages: readonly Message[] }

export type Message = {
  readonly id: string
  readonly order: string
  readonly branch: string
  readonly sentAt: Millis
  readonly receives: number
  readonly isPoison: boolean
}

/** `sent` = `deleted` + the visible + the in flight + `buried`. */
export type QueueState = { visible: Message[]; inFlight: number; sent: number; deleted: number; buried: number }

export const emptyQueue = (): QueueState => ({ visible: [], inFlight: 0, sent: 0, deleted: 0, buried: 0 })

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
      const share = faultAt(setting, 'poison-message', now)?.strength ?? 0
      const isPoison = happens(substream(setting.seed, 'poison', task.message.id), Math.round(share * 100))
      state.queue.visible.push({ ...task.message, sentAt: now, receives: 0, isPoison })
      state.queue.sent++
      return stage.emit(now, { kind: 'queue.send', messageId: task.message.id })
    }
    case 'poll':
      for (let batch = 0; batch < batchesAPoll && state.queue.visible.length > 0; batch++) receive(stage)
      return stage.schedule(now + SECOND, task)
    case 'return':
      return task.messages.forEach((message) => putBack(stage, message))
    case 'delete':
      state.queue.inFlight -= task.messages.length
      state.queue.deleted += task.messages.length
      return task.messages.forEach(({ id }) => stage.emit(now, { kind: 'queue.delete', messageId: id }))
  }
}

function putBack({ state, now, emit }: Stage, message: Message): void {
  state.queue.inFlight--
  if (message.receives < maxReceives) {
    state.queue.visible.push(message)
  } else {
    state.queue.buried++
    emit(now, { kind: 'queue.bury', messageId: message.id })
  }
}

/** One batch into one call of fulfil: what stands before a poison message is done, and will be done again. */
function receive(stage: Stage): void {
  const { state, setting, now } = stage
  const first = state.queue.visible[0]
  if (first === undefined) return
  const call = beginCall(stage, 'fulfil', substream(setting.seed, 'fulfil', first.id, first.receives))
  if (call === undefined) return
  const batch = state.queue.visible.splice(0, batchSize).map((message) => ({ ...message, receives: message.receives + 1 }))
  state.queue.inFlight += batch.length
  const poisonAt = batch.findIndex(({ isPoison }) => isPoison)
  const done = poisonAt < 0 ? batch : batch.slice(0, poisonAt)
  const { invocation, startedAt, random } = call
  const setUp = batchMs - 20 + random.below(41)
  done.forEach(({ id, order, branch }, index) => {
    const entry = { what: 'order fulfilled', order, branch, messageId: id } as const
    stage.emit(startedAt + setUp + (index + 1) * messageMs, { kind: 'lambda.log', invocation, level: 'INFO', entry })
  })
  const poison = batch[poisonAt]
  const ms = setUp + (done.length + (poison === undefined ? 0 : 1)) * messageMs
  if (poison === undefined) {
    stage.schedule(startedAt + ms, { part: 'queue', kind: 'delete', messages: batch })
    return endCall(stage, call, ms)
  }
  const error = unreadableMessage(40 + (Number.parseInt(poison.id.slice(0, 2), 16) % 60))
  const entry = { what: 'message unreadable', messageId: poison.id, receives: poison.receives, error: error.type } as const
  stage.emit(startedAt + ms, { kind: 'lambda.log', invocation, level: 'ERROR', entry })
  stage.emit(startedAt + ms, { kind: 'lambda.raise', invocation, error })
  stage.schedule(Math.max(now + visibilityMs, startedAt + ms), { part: 'queue', kind: 'return', messages: batch })
  endCall(stage, call, ms, { status: 'error', errorType: error.type })
}
