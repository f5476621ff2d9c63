import { HOUR, MINUTE, type Millis } from '#lib/time.ts'
import type { Stage } from '../episode/stage.ts'
import { ageOf, endOfMinute } from './queue.ts'

/** The queue between extract and load: a message for each file, and Lambda's pollers that wait for it. */
export type LoadQueueTask =
  | { readonly part: 'load-queue'; readonly kind: 'send' | 'delete'; readonly file: string }
  | { readonly part: 'load-queue'; readonly kind: 'measure' }

export type LoadQueueState = {
  visible: number
  inFlight: number
  /** Receives of the running minute that brought something. */
  receives: number
  /** When each file that is not loaded yet was sent, in that order. */
  readonly ages: Map<string, Millis>
  /** A queue is active for six hours after something was done with it; nothing is measured of one that sleeps. */
  activeUntil: Millis
  isMeasured: boolean
}

export const emptyLoadQueue = (): LoadQueueState => ({
  visible: 0,
  inFlight: 0,
  receives: 0,
  ages: new Map(),
  activeUntil: 0,
  isMeasured: false,
})

/** Five pollers that wait twenty seconds each. */
const pollsAMinute = (5 * MINUTE) / 20_000
const messageBytes = 96
const activeMs = 6 * HOUR

export function handleLoadQueue(task: LoadQueueTask, stage: Stage): void {
  const { state, now, emit } = stage
  const queue = state.loadQueue
  switch (task.kind) {
    case 'send':
      queue.visible++
      wake(stage)
      queue.ages.set(task.file, now)
      return emit(now, { kind: 'queue.send', queue: 'load', messageId: task.file, bytes: messageBytes + task.file.length })
    case 'delete':
      queue.inFlight--
      wake(stage)
      queue.ages.delete(task.file)
      return emit(now, { kind: 'queue.delete', queue: 'load', messageIds: [task.file] })
    case 'measure':
      measure(stage)
      queue.isMeasured = now < queue.activeUntil
      return queue.isMeasured ? stage.schedule(endOfMinute(now + 1), task) : undefined
  }
}

function wake({ state: { loadQueue }, now, schedule }: Stage): void {
  loadQueue.activeUntil = now + activeMs
  if (!loadQueue.isMeasured) schedule(endOfMinute(now), { part: 'load-queue', kind: 'measure' })
  loadQueue.isMeasured = true
}

/** A call of load takes its file; from the second attempt on the message has been in flight all the while. */
export function takeFile({ state, now, emit }: Stage, attempt: number): void {
  const queue = state.loadQueue
  queue.receives++
  if (attempt === 1) {
    queue.visible--
    queue.inFlight++
  }
  emit(now, { kind: 'queue.receive', queue: 'load', messages: 1, emptyReceives: 0 })
}

function measure({ state, now, emit }: Stage): void {
  const queue = state.loadQueue
  const { visible, inFlight, receives, ages } = queue
  emit(now, { kind: 'queue.receive', queue: 'load', messages: 0, emptyReceives: Math.max(0, pollsAMinute - receives) })
  emit(now, { kind: 'queue.level', queue: 'load', visible, inFlight, oldest: ageOf(ages.values().next().value, now) })
  queue.receives = 0
}
