import { never } from '#lib/invariant.ts'
import { MINUTE, type Millis } from '#lib/time.ts'
import type { QueueName } from '../../company/services.ts'
import type { QueueEmission, QueueLevel } from '../../episode/emission.ts'
import { measured, type Metric } from './metric.ts'
import type { Tally } from './tally.ts'

const metricsOf = (queue: QueueName) =>
  measured('AWS/SQS', [{ QueueName: queue }], {
    ApproximateNumberOfMessagesVisible: 'Count',
    ApproximateNumberOfMessagesNotVisible: 'Count',
    ApproximateNumberOfMessagesDelayed: 'Count',
    ApproximateAgeOfOldestMessage: 'Seconds',
    NumberOfMessagesSent: 'Count',
    NumberOfMessagesReceived: 'Count',
    NumberOfMessagesDeleted: 'Count',
    NumberOfEmptyReceives: 'Count',
    SentMessageSize: 'Bytes',
  })

const metrics = { orders: metricsOf('orders'), 'orders-dlq': metricsOf('orders-dlq'), load: metricsOf('load') } as const

/** What SQS measures of the queues of that name. */
export const queueMetrics = (...queues: readonly QueueName[]): readonly Metric[] => queues.flatMap((queue) => Object.values(metrics[queue]))

/** Counters as they happen, gauges by the minute while the queue is active; a message moved to the DLQ is not sent there. */
export function measureQueue(tally: Tally, at: Millis, emission: QueueEmission): void {
  switch (emission.kind) {
    case 'queue.send':
      tally.sum(metrics[emission.queue].NumberOfMessagesSent, at, 1)
      return tally.count(metrics[emission.queue].SentMessageSize, at, emission.bytes)
    case 'queue.receive':
      tally.sum(metrics[emission.queue].NumberOfMessagesReceived, at, emission.messages)
      return tally.sum(metrics[emission.queue].NumberOfEmptyReceives, at, emission.emptyReceives)
    case 'queue.delete':
      return tally.sum(metrics[emission.queue].NumberOfMessagesDeleted, at, emission.messageIds.length)
    case 'queue.level':
      return measureLevel(tally, at, emission)
    case 'queue.bury':
      return
    default:
      return never(emission)
  }
}

function measureLevel(tally: Tally, at: Millis, { queue, visible, inFlight, oldest }: QueueLevel): void {
  const { [queue]: of } = metrics
  tally.count(of.ApproximateNumberOfMessagesVisible, at, visible)
  tally.count(of.ApproximateNumberOfMessagesNotVisible, at, inFlight)
  tally.count(of.ApproximateNumberOfMessagesDelayed, at, 0)
  if (oldest !== undefined) tally.count(of.ApproximateAgeOfOldestMessage, at, oldest)
  // an active queue counts nothing as nothing, not as a gap
  const minute = at - (at % MINUTE)
  for (const counter of [of.NumberOfMessagesSent, of.NumberOfMessagesReceived, of.NumberOfMessagesDeleted, of.NumberOfEmptyReceives]) {
    tally.sum(counter, minute, 0)
  }
}
