import type { Millis } from '#lib/time.ts'

/** One log event as an account would hold it. */
export type WorldRecord = {
  readonly group: string
  readonly stream: string
  readonly timestamp: Millis
  readonly ingestionTime: Millis
  readonly message: string
}
