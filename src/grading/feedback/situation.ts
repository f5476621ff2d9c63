import type { Condition } from '../marking.ts'

/** How an answer stands now: what a hint's condition asks, and a sentence above the hint. */
export type Situation = {
  holds(condition: Condition): boolean
  readonly says?: string
}
