import type { PythonError } from '../company/errors.ts'
import type { FunctionName, QueueName } from '../company/services.ts'
import type { Millis } from '#lib/time.ts'

/** What happened, as data: log lines now, metrics, spans and probe results later, are renderings of the same record. */
export type Emission = PracticeCall | LambdaEmission | QueueEmission | StoragePut | WebEmission | Flow | HostLevel

/** One answer of the practice function; `executionTime` in ten-thousandths of a second, 0 to 9,999. */
export type PracticeCall = {
  readonly kind: 'practice.call'
  readonly environment: number
  readonly statusCode: number
  readonly executionTime: number
}

export type Level = 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR'

/** One call of a function: the ids that join its lines, its metrics and its spans. */
export type Invocation = {
  readonly name: FunctionName
  readonly requestId: string
  readonly environment: { readonly id: number; readonly born: Millis; readonly version: string }
  /** For the calls that X-Ray samples. */
  readonly trace: { readonly root: string; readonly segment: string } | undefined
}

export type LambdaEmission =
  | { readonly kind: 'lambda.init'; readonly invocation: Invocation }
  | { readonly kind: 'lambda.ready'; readonly invocation: Invocation; readonly init: number }
  | {
      readonly kind: 'lambda.start'
      readonly invocation: Invocation
      /** Calls of this function, of all functions, and of those without a concurrency of their own, that run when this one begins. */
      readonly running: number
      readonly runningInAll: number
      readonly runningUnreserved: number
    }
  | { readonly kind: 'lambda.log'; readonly invocation: Invocation; readonly level: Level; readonly entry: LogEntry }
  | { readonly kind: 'lambda.raise'; readonly invocation: Invocation; readonly error: PythonError }
  | { readonly kind: 'lambda.kill'; readonly invocation: Invocation; readonly cause: 'timeout' | 'memory'; readonly afterMs: number }
  | {
      readonly kind: 'lambda.end'
      readonly invocation: Invocation
      readonly status: 'success' | 'error' | 'timeout'
      readonly errorType: string | undefined
      /** Hundredths of a millisecond, as REPORT counts; `init` as well. */
      readonly duration: number
      readonly init: number | undefined
      readonly maxMemoryMb: number
      readonly producedBytes: number
      /** What a caller over HTTP is answered. */
      readonly httpStatus: number | undefined
    }
  | { readonly kind: 'lambda.throttle'; readonly name: FunctionName }

/** What the company's own code says in its logs. */
export type LogEntry =
  | {
      readonly what: 'order accepted'
      readonly order: Order
      readonly messageId: string
      readonly paymentMs: number
    }
  | { readonly what: 'payment declined'; readonly order: Order; readonly paymentMs: number }
  | { readonly what: 'payment slow'; readonly order: Order; readonly waitedMs: number }
  | { readonly what: 'order failed'; readonly order: Order }
  | { readonly what: 'order fulfilled'; readonly order: string; readonly branch: string; readonly messageId: string }
  | { readonly what: 'message unreadable'; readonly messageId: string; readonly receives: number; readonly error: string }
  | {
      readonly what: 'extracted' | 'loaded' | 'reported'
      readonly file: string
      readonly branch: string
      readonly rows: number
      readonly durationMs: number
    }
  | { readonly what: 'load retried'; readonly file: string; readonly branch: string; readonly attempt: number }

export type Order = {
  readonly id: string
  readonly branch: string
  readonly items: number
  readonly pence: number
  readonly discount: string | undefined
}

export type QueueEmission =
  | { readonly kind: 'queue.send'; readonly queue: QueueName; readonly messageId: string; readonly bytes: number }
  | { readonly kind: 'queue.receive'; readonly queue: QueueName; readonly messages: number; readonly emptyReceives: number }
  | { readonly kind: 'queue.delete'; readonly queue: QueueName; readonly messageIds: readonly string[] }
  | { readonly kind: 'queue.bury'; readonly messageId: string }
  | QueueLevel

/** A queue as it stands at the end of a minute in which it is active. */
export type QueueLevel = {
  readonly kind: 'queue.level'
  readonly queue: QueueName
  readonly visible: number
  readonly inFlight: number
  /** Seconds; undefined where no message waits. */
  readonly oldest: number | undefined
}

/** A branch's file reaches the bucket. */
export type StoragePut = { readonly kind: 'storage.put'; readonly bytes: number }

/** web-1 over one minute, as its hypervisor and the agent on it see it; shares in hundredths of a per cent. */
export type HostLevel = {
  readonly kind: 'host.level'
  readonly cpu: number
  readonly memory: number
  readonly disk: number
  readonly connections: number
  readonly requests: number
  /** Where five minutes of the clock end: CPU credits, in hundredths, spent in them and left. */
  readonly fiveMinutes: { readonly spent: number; readonly credits: number } | undefined
}

export type WebEmission =
  | {
      readonly kind: 'web.request'
      readonly client: string
      readonly user: string | undefined
      readonly method: 'GET' | 'POST'
      readonly path: string
      readonly status: number
      readonly bytes: number
    }
  | {
      readonly kind: 'web.log'
      readonly level: Level
      readonly logger: string
      readonly request: string
      readonly text: string
      readonly error?: PythonError
    }

/** What one network interface saw of one conversation in one minute; ports and addresses as flow logs have them. */
export type Flow = {
  readonly kind: 'network.flow'
  readonly start: Millis
  readonly end: Millis
  /** Undefined: nothing passed in that minute (NODATA). */
  readonly traffic:
    | {
        readonly source: string
        readonly destination: string
        readonly sourcePort: number
        readonly destinationPort: number
        readonly protocol: 6 | 17
        readonly packets: number
        readonly bytes: number
        readonly action: 'ACCEPT' | 'REJECT'
      }
    | undefined
}
